#include "text/decode.h"
#include "text/labels.h"
#include "text/limits.h"

#include <QByteArrayView>

namespace text {

namespace {

bool isHtmlSpace(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

qsizetype afterSpaces(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && isHtmlSpace(bytes[at]))
        ++at;
    return at;
}

// The label after "charset", wherever it stands in a tag: as an attribute, or in the content of
// http-equiv (HTML §2.4.4, "extracting a character encoding from a meta element").
QByteArray labelIn(const QByteArray &tag)
{
    qsizetype at = 0;
    while ((at = tag.indexOf("charset", at)) >= 0) {
        at = afterSpaces(tag, at + 7);
        if (at >= tag.size() || tag[at] != '=')
            continue;
        at = afterSpaces(tag, at + 1);
        if (at < tag.size() && (tag[at] == '"' || tag[at] == '\''))
            ++at;
        auto end = at;
        while (end < tag.size() && !isHtmlSpace(tag[end]) && tag[end] != '"' && tag[end] != '\''
               && tag[end] != ';' && tag[end] != '>' && tag[end] != '/')
            ++end;
        return tag.sliced(at, end - at);
    }
    return {};
}

// <?xml version="1.0" encoding="…"?>
QByteArray labelOfXml(const QByteArray &head)
{
    if (!head.startsWith("<?xml"))
        return {};
    const auto declaration = head.left(head.indexOf("?>"));
    auto at = declaration.indexOf("encoding");
    if (at < 0)
        return {};
    at = afterSpaces(declaration, at + 8);
    if (at >= declaration.size() || declaration[at] != '=')
        return {};
    at = afterSpaces(declaration, at + 1);
    const auto quote = at < declaration.size() ? declaration[at] : '\0';
    const auto end = declaration.indexOf(quote, at + 1);
    return (quote == '"' || quote == '\'') && end > at ? declaration.sliced(at + 1, end - at - 1)
                                                       : QByteArray();
}

// A page that can be read as ASCII so far is not in UTF-16, whatever it says.
QByteArray believable(const QByteArray &label)
{
    const auto encoding = encodingOfLabel(label);
    if (encoding.isEmpty())
        return {};
    return encoding.startsWith("utf-16") ? QByteArray("utf-8") : label;
}

} // namespace

QByteArray declaredInHtml(const QByteArray &bytes)
{
    const auto head = bytes.left(limits::prescannedBytes).toLower();
    qsizetype at = 0;
    while ((at = head.indexOf('<', at)) >= 0) {
        if (head.sliced(at).startsWith("<!--")) {
            const auto end = head.indexOf("-->", at + 2);
            if (end < 0)
                break;
            at = end + 3;
            continue;
        }
        const auto end = head.indexOf('>', at);
        const auto tag = head.sliced(at, (end < 0 ? head.size() : end) - at);
        if (tag.startsWith("<meta") && tag.size() > 5 && (isHtmlSpace(tag[5]) || tag[5] == '/')) {
            if (const auto label = believable(labelIn(tag)); !label.isEmpty())
                return label;
        }
        ++at;
    }
    return believable(labelOfXml(head));
}

} // namespace text
