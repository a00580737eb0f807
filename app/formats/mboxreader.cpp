#include "formats/mboxreader.h"

#include "formats/limits.h"
#include "formats/mailheader.h"
#include "formats/mailstories.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

namespace limits = formats::limits;

QByteArrayView lineAt(QByteArrayView bytes, qsizetype at)
{
    const auto end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.sliced(at) : bytes.sliced(at, end - at);
}

// "From ada@example.org Sat Jan  3 01:05:34 1996", Thunderbird's "From - …", "From ". A header
// field follows: a sentence that begins so has none below it.
bool isFromLine(QByteArrayView bytes, qsizetype at)
{
    if (!bytes.sliced(at).startsWith("From "))
        return false;
    const auto line = lineAt(bytes, at);
    const auto next = at + line.size() + 1;
    const auto rest = line.sliced(5).trimmed();
    static const QRegularExpression time(u"\\d{1,2}:\\d\\d"_s);
    const bool marked = rest.isEmpty() || rest.startsWith('-')
        || time.match(QString::fromLatin1(rest.first(qMin<qsizetype>(rest.size(), 200))))
               .hasMatch();
    return marked && next < bytes.size() && formats::isFieldLine(lineAt(bytes, next));
}

// The lines between one "From " line and the next.
QByteArrayView nextMail(QByteArrayView &rest)
{
    const auto start = qMin(lineAt(rest, 0).size() + 1, rest.size());
    auto end = rest.indexOf("\nFrom ", start - 1);
    while (end >= 0 && !isFromLine(rest, end + 1))
        end = rest.indexOf("\nFrom ", end + 1);
    const auto mail
        = end < 0 ? rest.sliced(start) : rest.sliced(start, qMax(end - start, qsizetype(0)));
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return mail;
}

// RFC 4155's appendix A: ">From " stands for "From " at the start of a line, ">>From " for
// ">From ".
QByteArray unescaped(QByteArrayView mail)
{
    if (mail.indexOf("From ") < 0 || mail.indexOf("\n>") < 0)
        return QByteArray::fromRawData(mail.data(), mail.size());
    QByteArray plain;
    plain.reserve(mail.size());
    for (qsizetype at = 0; at < mail.size();) {
        const auto line = lineAt(mail, at);
        auto quotes = qsizetype(0);
        while (quotes < line.size() && line.at(quotes) == '>')
            ++quotes;
        const bool escaped = quotes > 0 && line.sliced(quotes).startsWith("From ");
        const auto size = qMin(line.size() + 1, mail.size() - at);
        plain.append(mail.sliced(at, size).sliced(escaped ? 1 : 0));
        at += size;
    }
    return plain;
}

// Thunderbird only marks what was deleted until it packs the folder.
bool isDeleted(QByteArrayView mail)
{
    constexpr uint expunged = 0x8;
    const auto status = formats::mailHeader(mail).value("x-mozilla-status");
    return (status.toUInt(nullptr, 16) & expunged) != 0;
}

void warn(QList<SavedPage> &pages, int unread, bool cut)
{
    auto &warnings = pages.first().stated.warnings;
    if (unread > 0)
        warnings.append(u"%1 mails of the folder have no text that can be read"_s.arg(unread));
    if (cut)
        warnings.append(
            u"the folder has more than %1 mails; the rest was left out"_s.arg(limits::mails));
}

} // namespace

bool MboxReader::recognises(const SavedFile &file) const
{
    const auto start = formats::withoutBlankStart(file.bytes);
    if (start.isEmpty() || !isFromLine(start, 0))
        return false;
    return formats::isMessage(formats::mailHeader(start.sliced(lineAt(start, 0).size() + 1)));
}

Result<QList<SavedPage>> MboxReader::read(const SavedFile &file) const
{
    QList<SavedPage> pages;
    Error first{Error::Kind::Empty, u"no mail in the folder"_s};
    int unread = 0;
    auto rest = formats::withoutBlankStart(file.bytes);
    while (!rest.isEmpty() && pages.size() + unread < limits::mails) {
        const auto mail = nextMail(rest);
        if (mail.trimmed().isEmpty() || isDeleted(mail))
            continue;
        auto stories = formats::mailStories(unescaped(mail), u"mbox"_s);
        if (stories) {
            pages += *std::move(stories);
        } else {
            first = ++unread == 1 ? stories.error() : first;
        }
    }
    if (pages.isEmpty())
        return first;
    warn(pages, unread, !rest.isEmpty());
    return pages;
}
