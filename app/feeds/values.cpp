#include "feeds/values.h"

#include "feeds/limits.h"
#include "html/urls.h"
#include "text/convert.h"
#include "text/dates.h"

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

struct Ending
{
    QLatin1StringView suffix;
    QLatin1StringView type;
};

constexpr std::array endings{
    Ending{".mp3"_L1, "audio/mpeg"_L1},
    Ending{".m4a"_L1, "audio/mp4"_L1},
    Ending{".aac"_L1, "audio/aac"_L1},
    Ending{".ogg"_L1, "audio/ogg"_L1},
    Ending{".oga"_L1, "audio/ogg"_L1},
    Ending{".opus"_L1, "audio/opus"_L1},
    Ending{".flac"_L1, "audio/flac"_L1},
    Ending{".wav"_L1, "audio/wav"_L1},
    Ending{".mp4"_L1, "video/mp4"_L1},
    Ending{".m4v"_L1, "video/x-m4v"_L1},
    Ending{".mov"_L1, "video/quicktime"_L1},
    Ending{".webm"_L1, "video/webm"_L1},
    Ending{".mkv"_L1, "video/x-matroska"_L1},
    Ending{".jpg"_L1, "image/jpeg"_L1},
    Ending{".jpeg"_L1, "image/jpeg"_L1},
    Ending{".png"_L1, "image/png"_L1},
    Ending{".gif"_L1, "image/gif"_L1},
    Ending{".webp"_L1, "image/webp"_L1},
    Ending{".avif"_L1, "image/avif"_L1},
    Ending{".pdf"_L1, "application/pdf"_L1},
    Ending{".epub"_L1, "application/epub+zip"_L1},
};

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

// A word that is a mail address, with what people put around one.
bool isMail(QStringView word)
{
    const auto at = word.indexOf(u'@');
    return at > 0 && at + 1 < word.size() && word.indexOf(u'.', at) > at;
}

QString withoutMails(const QString &written)
{
    QStringList words;
    const auto parts = written.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : parts) {
        if (!isMail(word))
            words.append(word);
    }
    return words.join(u' ');
}

// Of text with "(…)" or "<…>" around one half, which half is the name.
QString nameBeside(const QString &written, QChar open, QChar close)
{
    const auto begin = written.indexOf(open);
    const auto end = written.indexOf(close, begin + 1);
    if (begin < 0 || end < 0)
        return {};
    const auto inner = written.sliced(begin + 1, end - begin - 1).trimmed();
    const auto outer = (written.first(begin) + u' ' + written.sliced(end + 1)).simplified();
    if (isMail(outer) && !outer.contains(u' '))
        return inner;
    return isMail(inner) ? outer : QString();
}

// Nearly all addresses are whole and in order already: reading them any further changes nothing.
bool isPlainAddress(QStringView written)
{
    const auto host = written.startsWith(u"https://") ? 8 : written.startsWith(u"http://") ? 7 : 0;
    if (host == 0 || host == written.size() || !isLetterOrDigit(written.at(host)))
        return false;
    for (auto at = qsizetype(host); at < written.size(); ++at) {
        const auto c = written.at(at);
        if (isLetterOrDigit(c) || c == u'-' || c == u'_')
            continue;
        // Dots of a path lead elsewhere; those of a host and a file's name do not.
        const auto isSegment = (c == u'.' || c == u'/') && written.at(at - 1) == u'/';
        constexpr QStringView others = u"./?=&#~+,";
        if (isSegment || !others.contains(c))
            return false;
    }
    return true;
}

bool hasWindowsControls(QByteArrayView utf8)
{
    // No bytes may stand nowhere, where memchr() must not look.
    if (utf8.isEmpty())
        return false;
    const auto *at = utf8.data();
    const auto *const end = at + utf8.size();
    while ((at = static_cast<const char *>(std::memchr(at, 0xC2, size_t(end - at)))) != nullptr) {
        if (++at == end)
            return false;
        if (uchar(*at) >= 0x80 && uchar(*at) <= 0x9F)
            return true;
    }
    return false;
}

// The bytes that text would be in windows-1252; empty when it would not be.
QByteArray asWindows(const QString &text, const QString &table)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (const auto c : text) {
        const auto at = c.unicode() < 0x100 ? qsizetype(c.unicode()) : table.indexOf(c);
        if (at < 0)
            return {};
        bytes.append(char(at));
    }
    return bytes;
}

QString mended(QString text)
{
    QByteArray all(256, Qt::Uninitialized);
    for (int byte = 0; byte < 256; ++byte)
        all[byte] = char(byte);
    const auto table = text::convert(all, "windows-1252").text;
    const auto bytes = asWindows(text, table);
    if (!bytes.isEmpty() && QUtf8StringView(bytes).isValidUtf8())
        return QString::fromUtf8(bytes);
    for (auto &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() <= 0x9F && table.size() == 256)
            c = table.at(c.unicode());
    }
    return text;
}

} // namespace

QUrl address(QStringView written, const QUrl &base)
{
    if (written.isEmpty() || written.size() > limits::addressLength)
        return {};
    if (isPlainAddress(written)) {
        if (const QUrl url(written.toString()); url.isValid())
            return url;
    }
    return html::resolved(written.toString(), base);
}

QUrl address(QByteArrayView written, const QUrl &base)
{
    return written.size() > limits::addressLength ? QUrl() : address(textOf(written), base);
}

Author person(const QString &written)
{
    auto text = written.simplified().left(limits::nameLength);
    if (text.startsWith("mailto:"_L1, Qt::CaseInsensitive)) {
        text.remove(0, 7);
        text.truncate(text.indexOf(u'?') < 0 ? text.size() : text.indexOf(u'?'));
    }
    if (!text.contains(u'@'))
        return {.name = text};
    auto name = nameBeside(text, u'(', u')');
    if (name.isEmpty())
        name = nameBeside(text, u'<', u'>');
    if (name.isEmpty())
        name = withoutMails(text);
    constexpr QStringView marks = u"\"',:;-";
    while (!name.isEmpty() && marks.contains(name.back()))
        name.chop(1);
    while (!name.isEmpty() && marks.contains(name.front()))
        name.remove(0, 1);
    name = name.trimmed();
    return {.name = name.isEmpty() ? text : name};
}

void addAuthor(QList<Author> &authors, const Author &author)
{
    const auto isSomebody = !author.name.isEmpty() || !author.url.isEmpty();
    if (isSomebody && authors.size() < limits::authors && !authors.contains(author))
        authors.append(author);
}

int secondsOf(QStringView written)
{
    constexpr qint64 longest = 1000 * 3600; // Of what can be meant.
    const auto text = written.trimmed().left(64);
    qint64 total = 0;
    qint64 part = 0;
    auto wasDigit = false;
    for (const auto c : text) {
        const auto lower = c.toLower();
        if (c >= u'0' && c <= u'9') {
            part = std::min(part * 10 + (c.unicode() - u'0'), longest + 1);
            wasDigit = true;
        } else if (c == u':') {
            total = std::min((total + part) * 60, longest + 1);
            part = 0;
        } else if (wasDigit && (lower == u'h' || lower == u'm' || lower == u's')) {
            total += part * (lower == u'h' ? 3600 : lower == u'm' ? 60 : 1);
            part = 0;
            wasDigit = false;
        } else if (c == u'.' || c == u',') {
            break; // Fractions of seconds.
        } else if (!c.isSpace() && !c.isLetter()) {
            return 0;
        }
    }
    total += part;
    return total <= longest ? int(total) : 0;
}

qint64 sizeOf(QStringView written)
{
    bool isNumber = false;
    auto text = written.trimmed().left(20).toString();
    text.remove(u',');
    const auto size = text.toLongLong(&isNumber);
    return isNumber && size > 0 ? size : 0;
}

QString languageOf(QStringView written)
{
    const auto tag = written.trimmed();
    const auto isPart = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
    };
    if (tag.size() < 2 || tag.size() > 35 || !std::ranges::all_of(tag, isPart))
        return {};
    return tag.toString().replace(u'_', u'-');
}

Timestamp momentOf(const QString &written)
{
    return text::parseStamp(written);
}

QString typeOf(const QUrl &file)
{
    const auto path = file.path();
    const auto *const found = std::ranges::find_if(endings, [&path](const Ending &ending) {
        return path.endsWith(ending.suffix, Qt::CaseInsensitive);
    });
    return found == endings.end() ? QString() : QString(found->type);
}

QString textOf(QByteArrayView utf8)
{
    auto text = QString::fromUtf8(utf8);
    return hasWindowsControls(utf8) ? mended(std::move(text)) : text;
}

} // namespace feeds
