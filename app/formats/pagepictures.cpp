#include "formats/pagepictures.h"

#include "formats/companionfolders.h"
#include "formats/limits.h"
#include "html/picturekind.h"
#include "html/unseen.h"

#include <QStringTokenizer>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;
using FindPicture = std::function<std::optional<Resource>(const QString &)>;
using IsExpected = std::function<bool(const QString &)>;

// A data: address that is longer is the picture itself and no stand-in for it.
constexpr qsizetype longestStandIn = 1000;

// SingleFile, WebScrapBook and Save Page WE note where a picture came from.
constexpr std::array notes{"data-sf-"_L1, "data-scrapbook-"_L1, "data-savepage-"_L1};

bool isRelative(QStringView address)
{
    if (address.startsWith(u'/') || address.startsWith(u'\\'))
        return false;
    // A scheme ends at the first colon, which a relative path has only behind a slash.
    const auto colon = address.indexOf(u':');
    const auto slash = address.indexOf(u'/');
    return colon < 0 || (slash >= 0 && slash < colon);
}

QString decodedEntities(QStringView value)
{
    auto address = value.trimmed().toString();
    if (address.contains(u'&')) {
        address.replace("&#39;"_L1, "'"_L1).replace("&quot;"_L1, R"(")"_L1);
        address.replace("&amp;"_L1, "&"_L1);
    }
    return address;
}

// Walks the attributes of a tag as HTML §13.2.5 does, which knows neither nesting nor errors.
class Attributes
{
public:
    explicit Attributes(QStringView tag)
        : m_rest(tag)
    {
    }

    bool next()
    {
        qsizetype at = 0;
        while (at < m_rest.size() && (m_rest[at].isSpace() || m_rest[at] == u'/'))
            ++at;
        const auto start = at;
        while (at < m_rest.size() && !m_rest[at].isSpace() && m_rest[at] != u'='
               && m_rest[at] != u'/')
            ++at;
        if (at == start)
            return false;
        name = m_rest.mid(start, at - start);
        value = {};
        while (at < m_rest.size() && m_rest[at].isSpace())
            ++at;
        if (at < m_rest.size() && m_rest[at] == u'=')
            at = readValue(at + 1);
        m_rest = m_rest.mid(at);
        return true;
    }

    QStringView name;
    QStringView value;

private:
    qsizetype readValue(qsizetype at)
    {
        while (at < m_rest.size() && m_rest[at].isSpace())
            ++at;
        if (at < m_rest.size() && (m_rest[at] == u'"' || m_rest[at] == u'\'')) {
            const auto end = m_rest.indexOf(m_rest[at], at + 1);
            value = end < 0 ? m_rest.mid(at + 1) : m_rest.mid(at + 1, end - at - 1);
            return end < 0 ? m_rest.size() : end + 1;
        }
        const auto start = at;
        while (at < m_rest.size() && !m_rest[at].isSpace())
            ++at;
        value = m_rest.mid(start, at - start);
        return at;
    }

    QStringView m_rest;
};

// The end of the tag that begins at `start`; '>' inside quotes does not end it.
qsizetype tagEnd(QStringView html, qsizetype start)
{
    QChar quote;
    for (auto at = start; at < html.size(); ++at) {
        const auto letter = html[at];
        if (!quote.isNull()) {
            if (letter == quote)
                quote = {};
        } else if (letter == u'"' || letter == u'\'') {
            quote = letter;
        } else if (letter == u'>') {
            return at;
        }
    }
    return html.size();
}

bool startsTag(QStringView html, qsizetype at, QLatin1StringView name)
{
    return html.mid(at + 1, name.size()).compare(name, Qt::CaseInsensitive) == 0
        && at + 1 + name.size() < html.size()
        && (html[at + 1 + name.size()].isSpace() || html[at + 1 + name.size()] == u'/'
            || html[at + 1 + name.size()] == u'>');
}

// Tells whether tags stand around a page's story, where drawings are the site's marks.
class Frame
{
public:
    // Each tag of the page in turn, by where it begins.
    void pass(QStringView html, qsizetype at)
    {
        constexpr std::array around{"header"_L1, "nav"_L1, "aside"_L1, "footer"_L1, "button"_L1};
        const auto isEnd = html.mid(at).startsWith("</"_L1);
        const auto isOf
            = [&](QLatin1StringView name) { return startsTag(html, isEnd ? at + 1 : at, name); };
        const auto step = isEnd ? -1 : 1;
        if (isOf("figure"_L1))
            m_figures = std::max(0, m_figures + step);
        else if (std::ranges::any_of(around, isOf))
            m_depth = std::max(0, m_depth + step);
    }

    // A story may have a head, and its picture in there.
    [[nodiscard]] bool isHere() const { return m_depth > 0 && m_figures == 0; }

private:
    int m_depth = 0;
    int m_figures = 0;
};

bool isOfAKindShown(const Resource &picture)
{
    return !html::pictureKind(picture.bytes).mimeType.isEmpty();
}

class Collector
{
public:
    Collector(const FindPicture &find, const IsExpected &isExpected)
        : m_find(find)
        , m_isExpected(isExpected)
    {
    }

    void takeTag(QStringView inside, bool isPicture, bool isOfFrame)
    {
        m_named = false;
        m_answered = false;
        m_isShown = false;
        m_isUnseen = false;
        takeAddresses(inside);
        if (!isPicture || m_isUnseen)
            return;
        if (!m_answered)
            found.missing += m_named;
        else if (!m_isShown)
            found.notShown += !isOfFrame;
    }

    formats::FoundPictures found;

private:
    void takeAddresses(QStringView inside)
    {
        Attributes attributes(inside);
        while (attributes.next()) {
            const auto name = attributes.name.toString().toLower();
            const auto isNote = std::ranges::any_of(
                notes, [&](QLatin1StringView note) { return name.startsWith(note); });
            if (isNote)
                continue;
            m_isUnseen = m_isUnseen || html::makesUnseen(name, attributes.value);
            if (name.endsWith("srcset"_L1))
                takeCandidates(attributes.value);
            else if (name == "src"_L1 || name == "poster"_L1
                     || (name.startsWith("data-"_L1) && name.contains("src"_L1)))
                take(decodedEntities(attributes.value));
        }
    }

    void takeCandidates(QStringView srcset)
    {
        if (srcset.size() > limits::addressLength * 20)
            return;
        const auto written = decodedEntities(srcset);
        for (const auto candidate : qTokenize(written, u',', Qt::SkipEmptyParts)) {
            const auto trimmed = candidate.trimmed();
            take(trimmed.left(trimmed.indexOf(u' ') < 0 ? trimmed.size() : trimmed.indexOf(u' '))
                     .toString());
        }
    }

    void take(const QString &address)
    {
        const auto isData = address.startsWith("data:"_L1, Qt::CaseInsensitive);
        const auto isWhole = isData && address.size() > longestStandIn;
        m_answered = m_answered || isWhole;
        m_isShown = m_isShown || isWhole;
        if (address.isEmpty() || address.size() > limits::addressLength || address.startsWith(u'#')
            || isData)
            return;
        m_named = m_named || !m_isExpected || m_isExpected(address);
        if (const auto known = found.pictures.constFind(address); known != found.pictures.cend()) {
            m_answered = true;
            m_isShown = m_isShown || isOfAKindShown(*known);
            return;
        }
        if (m_asked >= limits::pagePictures || m_bytes >= limits::pagePicturesBytes)
            return;
        ++m_asked;
        if (auto resource = m_find(address)) {
            m_answered = true;
            m_isShown = m_isShown || isOfAKindShown(*resource);
            m_bytes += resource->bytes.size();
            found.pictures.insert(address, *std::move(resource));
        }
    }

    const FindPicture &m_find;
    const IsExpected &m_isExpected;
    qsizetype m_bytes = 0;
    int m_asked = 0;
    bool m_named = false; // Whether the tag at hand names a picture that is expected …
    bool m_answered = false; // … and one of its names was answered …
    bool m_isShown = false; // … by what is shown.
    bool m_isUnseen = false; // Whether it counts readers or fills space.
};

// Savers write the address as the file is named or percent-encoded, with or without what follows a
// question mark.
std::optional<QByteArray> beside(const SavedFile &file, const QString &address)
{
    if (auto bytes = file.sibling(address))
        return bytes;
    const auto decoded = QUrl::fromPercentEncoding(address.toUtf8());
    if (decoded != address) {
        if (auto bytes = file.sibling(decoded))
            return bytes;
    }
    const auto end = decoded.indexOf(QChar(decoded.contains(u'?') ? u'?' : u'#'));
    return end > 0 ? file.sibling(decoded.left(end)) : std::nullopt;
}

// A path into the folder that a saver put beside its page: on the web there is nothing there.
bool isInCompanionFolder(const QString &address)
{
    const auto path = QUrl::fromPercentEncoding(address.toUtf8());
    const auto start = path.startsWith("./"_L1) ? 2 : 0;
    const auto folder = QStringView(path).mid(start, path.indexOf(u'/', start) - start);
    return isRelative(path) && path.indexOf(u'/', start) > 0
        && std::ranges::any_of(formats::companionFolders, [&](QLatin1StringView ending) {
               return folder.endsWith(ending, Qt::CaseInsensitive);
           });
}

} // namespace

formats::FoundPictures formats::picturesOf(const QString &html, const FindPicture &find,
                                           const IsExpected &isExpected)
{
    Collector collector(find, isExpected);
    Frame frame;
    const QStringView page(html);
    for (auto at = page.indexOf(u'<'); at >= 0; at = page.indexOf(u'<', at + 1)) {
        frame.pass(page, at);
        for (const auto name : {"img"_L1, "source"_L1, "video"_L1, "amp-img"_L1}) {
            if (!startsTag(page, at, name))
                continue;
            const auto end = tagEnd(page, at);
            collector.takeTag(page.mid(at + 1 + name.size(), end - at - 1 - name.size()),
                              name.endsWith("img"_L1), frame.isHere());
            // An unclosed quote must not make every later tag scan to the end of the page again.
            at = end - 1;
            break;
        }
    }
    return std::move(collector.found);
}

void formats::sayWhatIsNotShown(int count, Article &stated)
{
    if (count > 0)
        stated.warnings.append((count == 1 ? u"%1 picture is of a kind that is not shown"_s
                                           : u"%1 pictures are of a kind that is not shown"_s)
                                   .arg(count));
}

void formats::takeLocalPictures(SavedPage &page, const QString &html, const SavedFile &file)
{
    if (!file.sibling)
        return;
    QStringList lost;
    const auto find = [&](const QString &address) -> std::optional<Resource> {
        if (!isRelative(address))
            return {};
        auto bytes = beside(file, address);
        if (!bytes && isInCompanionFolder(address))
            lost.append(address);
        return bytes ? std::optional(Resource{.mimeType = {}, .bytes = *std::move(bytes)})
                     : std::nullopt;
    };
    auto found = picturesOf(html, find, isRelative);
    for (const auto &address : lost)
        found.pictures.insert(address, {});
    for (auto picture = found.pictures.begin(); picture != found.pictures.end(); ++picture) {
        if (!isOfAKindShown(*picture) && isInCompanionFolder(picture.key()))
            *picture = {};
    }
    page.resources = std::move(found.pictures);
    sayWhatIsNotShown(found.notShown, page.stated);
    if (found.missing > 0)
        page.stated.warnings.append((found.missing == 1
                                         ? u"%1 picture of the page is not beside the file"_s
                                         : u"%1 pictures of the page are not beside the file"_s)
                                        .arg(found.missing));
}
