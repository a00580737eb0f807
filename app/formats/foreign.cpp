#include "formats/foreign.h"

#include "formats/limits.h"

#include <QList>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Signature
{
    const char *start;
    QLatin1StringView name;
};

constexpr std::array signatures{
    Signature{"PK\x03\x04", "a ZIP archive"_L1},
    Signature{"bplist00", "a property list"_L1},
    Signature{"\x1f\x8b", "a compressed file"_L1},
    Signature{"{\\rtf", "RTF"_L1},
};

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
    const auto root = xmlRoot(text).toLower();
    if (!root.isEmpty() && root != "html" && !root.endsWith(":html"))
        return u"XML (<%1>)"_s.arg(QString::fromUtf8(root));
    return {};
}
