#include "formats/mailheader.h"

#include <algorithm>
#include <array>

namespace {

using Header = formats::MailHeader;

constexpr int longestValue = 500;
constexpr int mostFields = 1000;

bool hasAny(const Header &header, const auto &names)
{
    return std::ranges::any_of(names, [&](const char *name) { return header.contains(name); });
}

qsizetype nameLength(QByteArrayView line)
{
    const auto isNameLetter = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
            || (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    };
    return std::ranges::find_if_not(line, isNameLetter) - line.begin();
}

bool isBlank(char letter)
{
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

} // namespace

QByteArrayView formats::withoutBlankStart(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    return bytes.sliced(std::ranges::find_if_not(bytes, isBlank) - bytes.begin());
}

bool formats::isFieldLine(QByteArrayView line)
{
    const auto length = nameLength(line);
    return length > 0 && length < line.size() && line.at(length) == ':';
}

formats::MailHeader formats::mailHeader(QByteArrayView bytes)
{
    Header header;
    for (auto rest = withoutBlankStart(bytes); !rest.isEmpty() && header.size() < mostFields;) {
        const auto end = rest.indexOf('\n');
        const auto line = (end < 0 ? rest : rest.first(end)).trimmed();
        const bool folded = rest.startsWith(' ') || rest.startsWith('\t');
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (line.isEmpty())
            break;
        if (folded)
            continue;
        if (!isFieldLine(line))
            return {};
        const auto length = nameLength(line);
        const auto name = line.first(length).toByteArray().toLower();
        if (!header.contains(name))
            header.insert(name, line.sliced(length + 1).trimmed().toByteArray().left(longestValue));
    }
    return header;
}

bool formats::isMessage(const MailHeader &header)
{
    constexpr std::array telling{"mime-version",
                                 "message-id",
                                 "received",
                                 "return-path",
                                 "delivered-to",
                                 "content-type",
                                 "content-transfer-encoding",
                                 "list-unsubscribe",
                                 "dkim-signature",
                                 "x-mozilla-status",
                                 "snapshot-content-location"};
    return header.size() > 1 && hasAny(header, telling);
}

bool formats::isWebArchive(const MailHeader &header)
{
    constexpr std::array ofDelivery{"to",         "cc",           "received", "return-path",
                                    "message-id", "delivered-to", "list-id",  "x-mozilla-status"};
    if (!isMessage(header))
        return false;
    if (header.contains("snapshot-content-location") || header.value("from").contains("<Saved by "))
        return true;
    const auto type = header.value("content-type").toLower();
    const bool sent = hasAny(header, ofDelivery) || header.value("from").contains('@');
    return !sent && header.contains("mime-version")
        && (type.startsWith("multipart/related") || type.startsWith("text/html")
            || header.contains("content-location"));
}
