#include "feeds/addresses.h"
#include "feeds/limits.h"
#include "feeds/opml.h"
#include "feeds/opmlnames.h"
#include "feeds/opmlsettings.h"
#include "feeds/outlinetags.h"
#include "feeds/subscriptionlist.h"
#include "text/decode.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using feeds::OutlineTag;
namespace limits = feeds::limits;

namespace {

// Pages and data that are searched for news, as "HTML+XPath" and "JSON+DotNotation" say.
constexpr std::array searchedTypes{"html+"_L1, "json+"_L1, "xml+"_L1};
// Other types of outlines that are no feeds, whatever address they have: lists, saved searches.
constexpr std::array otherTypes{"vfolder"_L1, "newsbin"_L1, "search"_L1, "include"_L1};
// Types that say that `url` is a feed, where programs do not write `xmlUrl`.
constexpr std::array feedTypes{"rss"_L1, "rss1"_L1, "rss2"_L1, "atom"_L1, "feed"_L1, "pie"_L1};

bool isNamed(const QString &name, QLatin1StringView expected)
{
    return name.compare(expected, Qt::CaseInsensitive) == 0;
}

template<size_t Size>
bool isAmong(const std::array<QLatin1StringView, Size> &names, const QString &name)
{
    return std::ranges::any_of(names, [&](auto each) { return isNamed(name, each); });
}

bool isSearched(const QString &type)
{
    return std::ranges::any_of(
        searchedTypes, [&](auto each) { return type.startsWith(each, Qt::CaseInsensitive); });
}

// RSS Guard marks programs whose output is the feed; the address is their command line.
bool isCommand(const OutlineTag &outline)
{
    return outline.value("rssguard:xmlUrlType"_L1) == "1"_L1;
}

bool isTrue(const QString &value)
{
    return isNamed(value, "true"_L1) || value == "1"_L1;
}

// What the XML declaration says.
QByteArray encodingOf(const QByteArray &bytes)
{
    static const QRegularExpression declaration(
        u"^\\s*<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([\\w.:-]+)"_s);
    constexpr qsizetype declarationBytes = 256;
    const auto head = QString::fromLatin1(bytes.first(std::min(bytes.size(), declarationBytes)));
    return declaration.match(head).captured(1).toLatin1();
}

// Reads outlines from the outermost in.
class OpmlReading
{
public:
    void read(const QString &text)
    {
        feeds::OutlineTags tags(text);
        while (tags.next()) {
            const auto &tag = tags.tag();
            if (isNamed(tag.name, "outline"_L1))
                tag.isEnd ? endOutline() : beginOutline(tag);
            else if (!tag.isEnd)
                beginOther(tag);
        }
    }

    [[nodiscard]] bool isOutline() const { return m_isOutline; }
    Result<feeds::Subscriptions> takeFound() { return m_list.take(); }

private:
    struct Open
    {
        QStringList folder; // What stands in it is in this folder.
        bool isComment = false;
        bool isLink = false;
        qsizetype outlines = 0; // That were read before what stands in it.
    };

    void beginOther(const OutlineTag &tag)
    {
        m_isOutline = m_isOutline || isNamed(tag.name, "opml"_L1);
        for (const auto &[name, value] : tag.attributes) {
            if (feeds::isDeclaration(name, value))
                m_namespaces.insert(name.sliced(feeds::xmlns.size()), value);
        }
    }

    void beginOutline(const OutlineTag &tag)
    {
        m_isOutline = true;
        ++m_outlines;
        auto within = m_open.isEmpty() ? Open() : m_open.last();
        // What stands in a comment is one (OPML 2.0, "Other special attributes").
        within.isComment = within.isComment || isTrue(tag.value("isComment"_L1));
        const auto address = addressIn(tag);
        within.isLink = address.isEmpty() && isLink(tag);
        within.outlines = m_outlines;
        if (!address.isEmpty())
            addFeed(tag, address, within);
        else if (tag.isEmpty)
            m_list.leaveOut(within.isLink ? 1 : 0);
        else if (within.folder.size() < limits::folderDepth)
            enterFolder(tag, within);
        if (!tag.isEmpty)
            open(within);
    }

    void open(const Open &within)
    {
        if (m_open.size() < limits::outlineDepth)
            m_open.append(within);
        else
            ++m_deeper;
    }

    void endOutline()
    {
        if (m_deeper > 0) {
            --m_deeper;
        } else if (!m_open.isEmpty()) {
            const auto ended = m_open.takeLast();
            m_list.leaveOut(ended.isLink && ended.outlines == m_outlines ? 1 : 0);
        }
    }

    static void enterFolder(const OutlineTag &tag, Open &within)
    {
        if (const auto name = feeds::titleIn(tag); !name.isEmpty())
            within.folder.append(name);
    }

    static QString addressIn(const OutlineTag &tag)
    {
        const auto address = tag.value("xmlUrl"_L1).trimmed();
        if (!address.isEmpty() || !isAmong(feedTypes, tag.value("type"_L1).trimmed()))
            return address;
        return tag.value("url"_L1).trimmed();
    }

    // Something that is neither a feed nor a folder, unless others stand in it.
    static bool isLink(const OutlineTag &tag)
    {
        const auto type = tag.value("type"_L1).trimmed();
        return !tag.value("url"_L1).isEmpty() || !tag.value("htmlUrl"_L1).isEmpty()
            || (!type.isEmpty() && !isNamed(type, "folder"_L1));
    }

    void addFeed(const OutlineTag &tag, const QString &address, const Open &within)
    {
        const auto type = tag.value("type"_L1).trimmed();
        const auto isOther = isSearched(type) || isAmong(otherTypes, type) || isCommand(tag);
        const auto url = isOther ? QUrl() : feeds::addressOfWord(address);
        if (url.isEmpty() || within.isComment) {
            m_list.leaveOut();
            return;
        }
        NewFeed feed{.url = url, .folder = within.folder};
        feed.title = feeds::titleIn(tag, address);
        if (feeds::addressOfWord(feed.title) == url)
            feed.title.clear();
        const auto site = feeds::addressOfWord(tag.value("htmlUrl"_L1).trimmed());
        if (site.scheme().startsWith("http"_L1))
            feed.site = site;
        takeRest(tag, feed);
        m_list.add(feed);
    }

    // Folders named in `category`, our own settings, and what other programs say.
    void takeRest(const OutlineTag &tag, NewFeed &feed)
    {
        const auto namespaces = namespacesFor(tag);
        ForeignAttributes declarations;
        for (const auto &[name, value] : tag.attributes) {
            if (isNamed(name, "category"_L1) && feed.folder.isEmpty()) {
                feed.folder = feeds::folderInCategory(value);
                if (!feed.folder.isEmpty())
                    continue;
            }
            if (!feeds::isKept(name, value) || feed.foreign.size() >= limits::foreignAttributes)
                continue;
            const auto colon = name.indexOf(u':');
            const auto prefix = name.left(std::max<qsizetype>(colon, 0));
            const auto uri = namespaces.value(prefix, "urn:prefix:"_L1 + prefix);
            if (colon > 0 && uri == feeds::ownNamespace) {
                feeds::readSetting(feed.settings, name.sliced(colon + 1), value);
                continue;
            }
            if (contains(feed.foreign, name))
                continue;
            feed.foreign.append({name, value});
            // A prefix that nobody declared gets a namespace, so that what is written is valid.
            if (colon > 0 && prefix != "xml"_L1 && !contains(declarations, feeds::xmlns + prefix))
                declarations.append({feeds::xmlns + prefix, uri});
        }
        feed.foreign += declarations;
    }

    static bool contains(const ForeignAttributes &attributes, const QString &name)
    {
        return std::ranges::any_of(attributes,
                                   [&](const auto &each) { return each.first == name; });
    }

    [[nodiscard]] QHash<QString, QString> namespacesFor(const OutlineTag &tag) const
    {
        auto namespaces = m_namespaces;
        for (const auto &[name, value] : tag.attributes) {
            if (feeds::isDeclaration(name, value))
                namespaces.insert(name.sliced(feeds::xmlns.size()), value);
        }
        return namespaces;
    }

    feeds::SubscriptionList m_list;
    QList<Open> m_open;
    QHash<QString, QString> m_namespaces; // By prefix, as the elements around outlines declare.
    qsizetype m_outlines = 0;
    qsizetype m_deeper = 0; // Open outlines that are not in m_open.
    bool m_isOutline = false;
};

} // namespace

Result<feeds::Subscriptions> feeds::readOpml(const QByteArray &bytes)
{
    if (bytes.size() > limits::listBytes)
        return Error{Error::Kind::TooLarge,
                     u"a list of more than %1 MB"_s.arg(limits::listBytes / (1024 * 1024))};
    if (bytes.trimmed().isEmpty())
        return Error{Error::Kind::Empty, u"an empty file"_s};
    OpmlReading reading;
    reading.read(text::decode(bytes, encodingOf(bytes)).text);
    if (!reading.isOutline())
        return Error{Error::Kind::Malformed, u"no outline (OPML)"_s};
    return reading.takeFound();
}
