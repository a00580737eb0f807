#include "feeds/addresses.h"
#include "feeds/limits.h"
#include "feeds/opml.h"
#include "feeds/opmlsettings.h"
#include "feeds/outline.h"
#include "feeds/subscriptionlist.h"
#include "xml/encoding.h"
#include "xml/reader.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
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
bool isCommand(xml::Attributes outline)
{
    return std::ranges::any_of(outline, [](const xml::Attribute &attribute) {
        return attribute.name.local == "xmlUrlType" && attribute.value == "1";
    });
}

bool isTrue(const QString &value)
{
    return isNamed(value, "true"_L1) || value == "1"_L1;
}

// Something that is neither a feed nor a folder, unless others stand in it.
bool isLink(xml::Attributes outline)
{
    const auto type = feeds::valueIn(outline, "type").trimmed();
    return !feeds::valueIn(outline, "url").isEmpty()
        || !feeds::valueIn(outline, "htmlUrl").isEmpty()
        || (!type.isEmpty() && !isNamed(type, "folder"_L1));
}

QString addressIn(xml::Attributes outline)
{
    const auto address = feeds::valueIn(outline, "xmlUrl").trimmed();
    if (!address.isEmpty() || !isAmong(feedTypes, feeds::valueIn(outline, "type").trimmed()))
        return address;
    return feeds::valueIn(outline, "url").trimmed();
}

bool contains(const ForeignAttributes &attributes, const QString &name)
{
    return std::ranges::any_of(attributes, [&](const auto &each) { return each.first == name; });
}

// Takes folders named in `category`, our own settings, and what other programs say.
void takeRest(xml::Attributes outline, NewFeed &feed)
{
    ForeignAttributes declarations;
    for (const auto &attribute : outline) {
        const auto local = feeds::attributeText(attribute.name.local);
        const auto prefix = feeds::attributeText(attribute.name.prefix);
        const auto name = prefix.isEmpty() ? local : prefix + u':' + local;
        const auto value = feeds::attributeText(attribute.value);
        if (attribute.name.space == feeds::ownNamespace) {
            feeds::readSetting(feed.settings, local, value);
            continue;
        }
        if (isNamed(name, "category"_L1) && feed.folder.isEmpty()) {
            feed.folder = feeds::folderInCategory(value);
            if (!feed.folder.isEmpty())
                continue;
        }
        if (!feeds::isKept(name, value) || contains(feed.foreign, name)
            || feed.foreign.size() >= limits::foreignAttributes)
            continue;
        feed.foreign.append({name, value});
        const auto declaration = feeds::xmlns + prefix;
        if (prefix.isEmpty() || prefix == "xml"_L1 || contains(declarations, declaration))
            continue;
        // A prefix that nobody declared gets a namespace, so that what is written is valid.
        const auto space = feeds::attributeText(attribute.name.space);
        const auto isDeclared = feeds::isDeclaration(declaration, space);
        declarations.append({declaration, isDeclared ? space : "urn:prefix:"_L1 + prefix});
    }
    feed.foreign += declarations;
}

// Reads outlines from the outermost in.
class OpmlReading final : public xml::Events
{
public:
    void startElement(const xml::Name &name, xml::Attributes attributes) override
    {
        const auto isOutline = isNamed(name, "outline");
        m_isList = m_isList || isOutline || isNamed(name, "opml");
        if (isOutline)
            beginOutline(attributes);
    }

    void endElement(const xml::Name &name) override
    {
        if (isNamed(name, "outline") && !m_open.isEmpty()) {
            const auto ended = m_open.takeLast();
            m_list.leaveOut(ended.isLink && ended.outlines == m_outlines ? 1 : 0);
        }
    }

    void text(QByteArrayView /*utf8*/) override { }

    [[nodiscard]] bool isList() const { return m_isList; }
    Result<feeds::Subscriptions> takeFound() { return m_list.take(); }

private:
    static bool isNamed(const xml::Name &name, QByteArrayView expected)
    {
        return name.local.size() == expected.size()
            && qstrnicmp(name.local.data(), name.local.size(), expected.data(), expected.size())
            == 0;
    }

    struct Open
    {
        QStringList folder; // What stands in it is in this folder.
        bool isComment = false;
        bool isLink = false;
        qsizetype outlines = 0; // That were read before what stands in it.
    };

    void beginOutline(xml::Attributes outline)
    {
        ++m_outlines;
        auto within = m_open.isEmpty() ? Open() : m_open.last();
        // What stands in a comment is one (OPML 2.0, "Other special attributes").
        within.isComment = within.isComment || isTrue(feeds::valueIn(outline, "isComment"));
        const auto address = addressIn(outline);
        within.isLink = address.isEmpty() && isLink(outline);
        within.outlines = m_outlines;
        if (!address.isEmpty())
            addFeed(outline, address, within);
        else if (within.folder.size() < limits::folderDepth)
            enterFolder(outline, within);
        m_open.append(within);
    }

    static void enterFolder(xml::Attributes outline, Open &within)
    {
        if (const auto name = feeds::titleIn(outline); !name.isEmpty())
            within.folder.append(name);
    }

    void addFeed(xml::Attributes outline, const QString &address, const Open &within)
    {
        const auto type = feeds::valueIn(outline, "type").trimmed();
        const auto isOther = isSearched(type) || isAmong(otherTypes, type) || isCommand(outline);
        const auto url = isOther ? QUrl() : feeds::addressOfWord(address);
        if (url.isEmpty() || within.isComment) {
            m_list.leaveOut();
            return;
        }
        NewFeed feed{.url = url, .folder = within.folder};
        feed.title = feeds::titleIn(outline, address);
        if (feeds::addressOfWord(feed.title) == url)
            feed.title.clear();
        const auto site = feeds::addressOfWord(feeds::valueIn(outline, "htmlUrl").trimmed());
        if (site.scheme().startsWith("http"_L1))
            feed.site = site;
        takeRest(outline, feed);
        m_list.add(feed);
    }

    feeds::SubscriptionList m_list;
    QList<Open> m_open;
    qsizetype m_outlines = 0;
    bool m_isList = false;
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
    xml::read(xml::inUtf8(bytes), reading); // What is wrong with it is mended.
    if (!reading.isList())
        return Error{Error::Kind::Malformed, u"no outline (OPML)"_s};
    return reading.takeFound();
}
