#include "formats/foreign.h"

#include "formats/limits.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Signature
{
    const char *start;
    QLatin1StringView name;
};

constexpr std::array signatures{
    Signature{"%PDF-", "PDF"_L1},
    Signature{"PK\x03\x04", "a ZIP archive"_L1},
    Signature{"bplist00", "a web archive of Safari"_L1},
    Signature{"WARC/", "a web archive (WARC)"_L1},
    Signature{"\x1f\x8b", "a compressed file"_L1},
    Signature{"{\\rtf", "RTF"_L1},
};

bool isFieldName(const QByteArray &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-'
            || (letter >= '0' && letter <= '9');
    });
}

// A header section of RFC 5322 with a field that only programs write. The lines that a person puts
// above a forwarded story ("From:", "Date:", "Subject:") are no such header.
bool isMessage(const QByteArray &start)
{
    static const QList<QByteArray> telling{"mime-version", "message-id", "received", "return-path",
                                           "snapshot-content-location"};
    int fields = 0;
    bool told = false;
    for (const auto &line : start.split('\n')) {
        if (line.trimmed().isEmpty())
            break;
        if (line.startsWith(' ') || line.startsWith('\t'))
            continue;
        const auto name = line.left(line.indexOf(':')).toLower();
        if (!line.contains(':') || !isFieldName(name))
            return false;
        ++fields;
        told = told || telling.contains(name);
    }
    return told && fields > 1;
}

// The name of an XML document's root element; empty when it is not found or is no XML.
QByteArray xmlRoot(const QByteArray &start)
{
    if (!start.startsWith("<?xml"))
        return {};
    for (auto at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at + 1)) {
        if (start.mid(at, 4) == "<!--")
            at = start.indexOf("-->", at);
        else if (const auto next = at + 1 < start.size() ? start.at(at + 1) : 0;
                 next != '?' && next != '!')
            return start.mid(at + 1, 40).simplified().split(' ').first().split('>').first();
        if (at < 0)
            break;
    }
    return {};
}

} // namespace

std::optional<QString> formats::foreignFormat(const QByteArray &bytes)
{
    auto start = bytes.left(limits::sampleBytes);
    if (start.startsWith("\xef\xbb\xbf"))
        start.remove(0, 3);
    for (const auto &signature : signatures) {
        if (start.startsWith(signature.start))
            return signature.name.toString();
    }
    const auto text = start.trimmed();
    if (isMessage(text))
        return u"a mail or a web archive in mail form (MHTML)"_s;
    const auto root = xmlRoot(text).toLower();
    if (!root.isEmpty() && root != "html" && !root.endsWith(":html"))
        return u"XML (<%1>)"_s.arg(QString::fromUtf8(root));
    return {};
}
