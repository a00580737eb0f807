#include "feeds/textconstruct.h"

#include "feeds/limits.h"
#include "feeds/values.h"
#include "html/quicktext.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace feeds {

namespace {

bool isOneLine(QStringView text)
{
    auto wasSpace = true;
    for (const auto c : text) {
        const auto isSpace = c == u' ';
        const auto isOdd = c.unicode() < 0x20 || c.unicode() == 0x7F || c.unicode() == 0xFEFF;
        if (isOdd || (isSpace && wasSpace))
            return false;
        wasSpace = isSpace;
    }
    return text.isEmpty() || !wasSpace;
}

// Runs of spaces and line ends to one space. Spaces that somebody chose (no-break, thin) stay.
QString oneLine(const QString &text)
{
    if (isOneLine(text))
        return text;
    QString line;
    line.reserve(text.size());
    auto isDue = false;
    for (const auto c : text) {
        if (c == u' ' || (c >= u'\t' && c <= u'\r')) {
            isDue = !line.isEmpty();
        } else if (c.unicode() > 0x20 && c.unicode() != 0x7F && c.unicode() != 0xFEFF) {
            if (isDue)
                line.append(u' ');
            line.append(c);
            isDue = false;
        }
    }
    return line;
}

} // namespace

TextKind textKind(QByteArrayView type, bool isAtom03)
{
    // What is embedded as elements shows it by them; without any it is text.
    if (type.isEmpty() || type == "text" || type.startsWith("text/plain") || type == "xhtml"
        || type.endsWith("+xml") || type.endsWith("/xml"))
        return TextKind::Plain;
    if (type == "html" || type.startsWith("text/html"))
        return TextKind::Html;
    if (type.startsWith("text/") || !type.contains('/') || isAtom03)
        return TextKind::Guessed;
    return TextKind::Binary;
}

bool looksLikeHtml(QStringView text)
{
    return html::hasMarkup(text);
}

QString toHtml(const QString &text, TextKind kind)
{
    if (kind == TextKind::Html)
        return text;
    if (kind == TextKind::Guessed && looksLikeHtml(text))
        return text;
    const auto isPlain = std::ranges::none_of(
        text, [](QChar c) { return c == u'<' || c == u'&' || c == u'>' || c == u'"'; });
    return isPlain ? text : text.toHtmlEscaped();
}

QString toPlain(const QString &text, TextKind kind)
{
    // What is longer is no title, and the rest of it no loss.
    constexpr auto read = limits::headlineLength * 10;
    auto plain = text.trimmed().left(read);
    if (kind != TextKind::Plain && (plain.contains(u'<') || plain.contains(u'&')))
        plain = html::quickLine(plain);
    return oneLine(plain).left(limits::headlineLength);
}

QString fromBase64(QByteArrayView encoded)
{
    auto letters = encoded.toByteArray();
    letters.removeIf([](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    const auto decoded
        = QByteArray::fromBase64Encoding(letters, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const auto &bytes = *decoded;
    const auto isText = !bytes.contains('\0') && QUtf8StringView(bytes).isValidUtf8();
    return isText ? textOf(bytes) : QString();
}

} // namespace feeds
