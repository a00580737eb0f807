#include "feeds/addresses.h"
#include "feeds/contenttype.h"
#include "feeds/discovery.h"
#include "feeds/limits.h"
#include "html/document.h"
#include "html/urls.h"
#include "text/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using feeds::Candidate;
namespace limits = feeds::limits;

namespace {

// The kinds of feeds, the one preferred first where a page names one feed in several: an Atom
// entry must have an id and the time of its last change, and says what of it is HTML (RFC 4287
// §4.1.2), a JSON Feed's an id; an RSS item may have none of these.
enum class Kind { Atom, Json, Rss, Rdf, Any };

struct MediaType
{
    QLatin1StringView name;
    Kind kind;
};
constexpr std::array feedTypes{
    MediaType{"application/rss+xml"_L1, Kind::Rss},
    MediaType{"application/atom+xml"_L1, Kind::Atom},
    MediaType{"application/feed+json"_L1, Kind::Json},
    MediaType{"application/json"_L1, Kind::Json},
    MediaType{"application/rdf+xml"_L1, Kind::Rdf},
    MediaType{"application/x.atom+xml"_L1, Kind::Atom},
    MediaType{"application/x-atom+xml"_L1, Kind::Atom},
    MediaType{"application/x-rss+xml"_L1, Kind::Rss},
    MediaType{"application/rss"_L1, Kind::Rss},
    MediaType{"application/atom"_L1, Kind::Atom},
    MediaType{"application/xml"_L1, Kind::Any},
    MediaType{"text/xml"_L1, Kind::Any},
    MediaType{"text/rss+xml"_L1, Kind::Rss},
    MediaType{"text/atom+xml"_L1, Kind::Atom},
    MediaType{"text/rss"_L1, Kind::Rss},
    MediaType{"text/atom"_L1, Kind::Atom},
};

// What is likelier to be wanted comes first.
enum class Role { Main, Part, Comments, Linked };

struct Named
{
    Candidate feed;
    Kind kind = Kind::Any;
    Role role = Role::Main;
};

QRegularExpression pattern(const QString &written)
{
    return QRegularExpression(written, QRegularExpression::CaseInsensitiveOption);
}

bool matches(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

QString pathAndQuery(const QUrl &url)
{
    const auto query = url.query(QUrl::FullyEncoded);
    return url.path(QUrl::FullyEncoded) + (query.isEmpty() ? QString() : u'?' + query);
}

const MediaType *feedType(const QString &written)
{
    const auto name = written.section(u';', 0, 0).trimmed().toLower();
    const auto *const found
        = std::ranges::find_if(feedTypes, [&](const MediaType &type) { return type.name == name; });
    return found == feedTypes.end() ? nullptr : found;
}

// Data and lists that have a feed's type or name.
bool isOtherData(const QUrl &url)
{
    static const auto other
        = pattern(u"oembed|wp-json|opensearch|sitemap|/wlwmanifest|rsd\\.xml"_s);
    return matches(other, pathAndQuery(url));
}

bool looksLikeFeed(const QUrl &url)
{
    static const auto path = pattern(
        u"(?:^|/)(?:feeds?|rss2?|atom)/?$|\\.(?:rss|atom|rdf)$"
        u"|(?:feed|rss|atom|index|news|podcast)[\\w-]*\\.xml$|(?:feed)[\\w-]*\\.json$|/feeds/posts/"_s);
    static const auto query
        = pattern(u"(?:^|&)(?:feed|format|alt|type|output)=(?:rss2?|atom|rdf|feed)\\b"_s);
    static const auto host = pattern(u"^(?:feeds?|rss|feedproxy)\\."_s);
    return matches(path, url.path()) || matches(query, url.query())
        || (matches(host, url.host()) && url.path().size() > 1);
}

Role roleOf(const Candidate &feed)
{
    static const auto comments = pattern(
        u"\\b(?:comments?|kommentare?|commentaires?|comentarios?|comentários|commenti|reacties"
        u"|komentarze|replies|комментарии)\\b|コメント|评论"_s);
    static const auto part = pattern(u"/(?:category|categories|tags?|author|topics?|search|label)/"
                                     u"|[?&](?:cat|tag|author|s)="_s);
    if (matches(comments, feed.title) || matches(comments, pathAndQuery(feed.url)))
        return Role::Comments;
    return matches(part, pathAndQuery(feed.url)) ? Role::Part : Role::Main;
}

// An address or a title without what tells formats apart.
QString withoutFormat(const QString &text)
{
    static const auto words = pattern(
        u"rss\\s?(?:2\\.0|0\\.9\\d|1\\.0|2)?|atom\\s?(?:1\\.0|0\\.3)?|rdf|json|xml|feeds?|index"
        u"|(?:alt|format|type)=|[\\s»›|:()/.?&–-]+"_s);
    return QString(text).remove(words).toLower();
}

bool areOneFeed(const Named &one, const Named &other)
{
    return one.kind != other.kind && one.kind != Kind::Any && other.kind != Kind::Any
        && one.role == other.role && one.feed.url.host() == other.feed.url.host()
        && withoutFormat(one.feed.title) == withoutFormat(other.feed.title)
        && withoutFormat(pathAndQuery(one.feed.url)) == withoutFormat(pathAndQuery(other.feed.url));
}

class NamedFeeds
{
public:
    explicit NamedFeeds(const QUrl &page)
        : m_mayBeHere(!page.scheme().startsWith("http"_L1) || feeds::isThisMachine(page))
    {
    }

    void add(Named named)
    {
        const auto isForbidden = !m_mayBeHere && feeds::isThisMachine(named.feed.url);
        if (m_found.size() >= limits::namedFeeds || isForbidden || isOtherData(named.feed.url))
            return;
        named.feed.title = named.feed.title.simplified().left(limits::titleLength);
        named.feed.url.setFragment({});
        if (named.role != Role::Linked)
            named.role = roleOf(named.feed);
        for (auto &known : m_found) {
            if (known.feed.url == named.feed.url)
                return;
            if (areOneFeed(known, named)) {
                if (named.kind < known.kind)
                    known = named;
                return;
            }
        }
        m_found.append(named);
    }

    [[nodiscard]] QList<Candidate> take()
    {
        std::ranges::stable_sort(m_found, {}, &Named::role);
        QList<Candidate> feeds;
        for (const auto &named : m_found)
            feeds.append(named.feed);
        return feeds;
    }

private:
    bool m_mayBeHere; // A page elsewhere must not make us ask programs of this machine.
    QList<Named> m_found;
};

bool isAlternate(const html::Node &node)
{
    const auto relations = node.attribute("rel").toLower().split(u' ', Qt::SkipEmptyParts);
    return (relations.contains(u"alternate"_s) && !relations.contains(u"stylesheet"_s))
        || relations.contains(u"feed"_s) || relations.contains(u"service.feed"_s);
}

QUrl addressOf(const html::Node &node, const QUrl &base)
{
    static const auto feedScheme = pattern(u"^\\s*(?:feeds?|rss|itpc|pcast|podcast):"_s);
    const auto written = node.attribute("href");
    if (matches(feedScheme, written)) {
        const auto url = feeds::addressOfWord(written);
        return url.scheme().startsWith("http"_L1) ? url : QUrl();
    }
    return html::resolved(written, base);
}

void addNamed(const html::Node &node, const QUrl &base, NamedFeeds &into)
{
    if (!isAlternate(node))
        return;
    const auto url = addressOf(node, base);
    const auto *const type = feedType(node.attribute("type"));
    const auto isFeed = type || (node.attribute("type").isEmpty() && looksLikeFeed(url))
        || node.attribute("rel").contains("feed"_L1, Qt::CaseInsensitive);
    if (url.isEmpty() || !isFeed)
        return;
    into.add({.feed = {.url = url, .title = node.attribute("title"), .named = true},
              .kind = type ? type->kind : Kind::Any});
}

void addLinked(const html::Node &node, const QUrl &base, NamedFeeds &into)
{
    const auto url = addressOf(node, base);
    if (!url.isEmpty() && looksLikeFeed(url))
        into.add({.feed = {.url = url, .title = html::textOf(node), .named = true},
                  .role = Role::Linked});
}

// The page's own address may be one whose feed is known: "/@name" names "/channel/UC…".
QUrl canonicalIn(const QList<html::Node> &links, const QUrl &base)
{
    for (const auto &link : links) {
        if (link.attribute("rel").compare("canonical"_L1, Qt::CaseInsensitive) == 0)
            return html::resolved(link.attribute("href"), base);
    }
    return {};
}

QUrl baseOf(const html::Document &document, const QUrl &url)
{
    const auto written = document.root().firstDescendant(u"base").attribute("href");
    const auto base = html::resolved(written, url);
    return base.isEmpty() ? url : base;
}

QList<Candidate> namedInPage(const html::Document &document, const QUrl &url)
{
    const auto base = baseOf(document, url);
    const auto links = document.root().descendants(u"link");
    auto anchors = document.root().descendants(u"a");
    anchors = anchors.first(std::min(anchors.size(), limits::bodyLinks));
    NamedFeeds named(url);
    for (const auto &link : links)
        addNamed(link, base, named);
    for (const auto &anchor : anchors)
        addNamed(anchor, base, named);
    for (const auto &anchor : anchors)
        addLinked(anchor, base, named);
    auto found = named.take();
    const auto canonical = canonicalIn(links, base);
    if (feeds::addressKey(canonical) != feeds::addressKey(url) && !feeds::isThisMachine(canonical))
        found += feeds::knownPlaces(canonical);
    return found;
}

// What a podcast directory answers.
QList<Candidate> namedInJson(const QByteArray &json, const QUrl &url)
{
    const auto results = QJsonDocument::fromJson(json).object().value("results"_L1).toArray();
    NamedFeeds named(url);
    for (const auto &value : results) {
        const auto result = value.toObject();
        const auto feed = html::resolved(result.value("feedUrl"_L1).toString(), {});
        if (!feed.isEmpty())
            named.add({.feed = {.url = feed,
                                .title = result.value("collectionName"_L1).toString(),
                                .named = true}});
    }
    return named.take();
}

} // namespace

QList<Candidate> feeds::namedFeeds(const QByteArray &page, const QByteArray &contentType,
                                   const QUrl &url)
{
    if (page.size() > limits::pageBytes)
        return {};
    if (page.trimmed().startsWith('{'))
        return namedInJson(page, url);
    const auto stated = charsetOf(contentType);
    const auto charset = stated.isEmpty() ? text::declaredInHtml(page) : stated;
    const auto document = html::Document::parse(text::decode(page, charset).text);
    return document ? namedInPage(*document, url) : QList<Candidate>();
}
