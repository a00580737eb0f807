#include "formats/mhtmlreader.h"

#include "formats/archivedpage.h"
#include "formats/headertext.h"
#include "formats/mailheader.h"
#include "formats/mailparts.h"
#include "formats/mimemessage.h"
#include "text/dates.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using formats::MailParts;
using formats::MimeMessage;
using formats::MimePart;

namespace {

QUrl urlIn(const MimePart &part, const char *name)
{
    return QUrl(formats::addressField(part, name));
}

bool isWeb(const QUrl &url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}

// What relative addresses of the whole file mean (RFC 2557 §5): by the oldest field first.
QUrl baseOf(const MimePart &message)
{
    for (const auto *name : {"Content-Base", "Snapshot-Content-Location", "Content-Location"}) {
        if (const auto url = urlIn(message, name); url.isValid() && !url.isRelative())
            return url;
    }
    return {};
}

// The page among the parts: the one that is named as the start (RFC 2387 §3.2) or has the file's
// own address; else the first.
qsizetype mainPart(const MimePart &message, const QList<MimePart> &leaves)
{
    const auto position = [&](const auto &matches) -> qsizetype {
        const auto found = std::ranges::find_if(
            leaves, [&](const MimePart &part) { return formats::isHtml(part) && matches(part); });
        return found == leaves.end() ? -1 : found - leaves.begin();
    };
    auto start = message.children().value(0, message).parameter("start");
    if (start.startsWith('<') && start.endsWith('>'))
        start = start.sliced(1, start.size() - 2);
    const auto address = urlIn(message, "Snapshot-Content-Location");
    for (const auto at :
         {start.isEmpty() ? -1 : position([&](auto &part) { return part.contentId() == start; }),
          address.isEmpty() ? -1 : position([&](auto &part) {
              return urlIn(part, "Content-Location") == address;
          }),
          position([](auto &) { return true; })}) {
        if (at >= 0)
            return at;
    }
    return -1;
}

// "<Saved by Blink>" is Chromium's.
QString saverOf(const MimePart &message)
{
    auto from = formats::headerText(message.header("From"));
    if (!from.startsWith("<Saved by "_L1))
        return {};
    from = from.sliced(10);
    from.chop(from.endsWith(u'>') ? 1 : 0);
    return from == "Blink"_L1 || from == "WebKit"_L1 ? u"Chromium"_s : from;
}

Article statedBy(const MimePart &message, const QUrl &address)
{
    Article stated;
    if (isWeb(address))
        stated.url = address;
    stated.provenance = {.format = u"mhtml"_s,
                         .savedBy = saverOf(message),
                         .savedAt = text::parseDate(formats::headerText(message.header("Date")))};
    return stated;
}

} // namespace

bool MhtmlReader::recognises(const SavedFile &file) const
{
    return formats::isWebArchive(formats::mailHeader(file.bytes));
}

Result<QList<SavedPage>> MhtmlReader::read(const SavedFile &file) const
{
    const auto start = formats::withoutBlankStart(file.bytes);
    const auto message = MimeMessage::parse(QByteArray::fromRawData(start.data(), start.size()));
    if (!message)
        return message.error();
    const auto leaves = message->root().leaves();
    const auto at = mainPart(message->root(), leaves);
    if (at < 0)
        return Error{Error::Kind::Malformed, u"no web page in the MHTML file"_s};

    const auto base = baseOf(message->root());
    const auto &part = leaves[at];
    const QUrl location(formats::locationOf(part, base));
    const auto address = location.isEmpty() ? base : location;
    auto stated = statedBy(message->root(), address);
    stated.warnings = message->warnings();
    MailParts parts(leaves, address);
    auto page = formats::archivedPage(
        {.address = address.toString(QUrl::FullyEncoded),
         .charset = formats::charsetOf(part),
         .bytes = part.content()},
        [&](const QString &name) { return parts.find(name); }, std::move(stated));
    if (!page)
        return page.error();
    return QList{*std::move(page)};
}
