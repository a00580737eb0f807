#include "formats/foreign.h"

#include "formats/limits.h"

#include <QJsonDocument>

#include <array>
#include <string_view>

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

// True for what has nothing but the characters of JSON's punctuation, numbers and names outside of
// its strings (RFC 8259 §2, §3).
bool isWrittenAsJson(const QByteArray &bytes)
{
    constexpr std::string_view allowed = "{}[]:,+-.0123456789eEtrufalsn \t\r\n";
    bool isInString = false;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '"')
            isInString = !isInString;
        else if (isInString && bytes[at] == '\\')
            ++at;
        else if (!isInString && allowed.find(bytes[at]) == std::string_view::npos)
            return false;
    }
    return true;
}

// Text may begin with a bracket as well, or with JSON and go on below it. What is nested more
// deeply than the parser goes is told by its characters.
bool isWholeJson(const QByteArray &bytes)
{
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    return error.error == QJsonParseError::NoError
        || (error.error == QJsonParseError::DeepNesting && isWrittenAsJson(bytes));
}

} // namespace

std::optional<Error> formats::foreignFormat(const QByteArray &bytes)
{
    const auto unsupported = [](const QString &what) {
        return Error{Error::Kind::Unsupported, what};
    };
    const auto mark = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const auto start = bytes.mid(mark, limits::sampleBytes);
    // The end of a ZIP archive's list of files, before which there is none.
    if (start.startsWith("PK\x05\x06"))
        return Error{Error::Kind::Empty, u"a ZIP archive with nothing in it"_s};
    for (const auto &signature : signatures) {
        if (start.startsWith(signature.start))
            return unsupported(signature.name.toString());
    }
    const auto text = start.trimmed();
    const auto root = xmlRoot(text).toLower();
    if (!root.isEmpty() && root != "html" && !root.endsWith(":html"))
        return unsupported(u"XML (<%1>)"_s.arg(QString::fromUtf8(root)));
    if ((text.startsWith('{') || text.startsWith('[')) && bytes.size() <= limits::textBytes
        && isWholeJson(bytes.mid(mark)))
        return unsupported(u"JSON without a story"_s);
    return {};
}
