#include "html/escaping.h"

#include "html/sanitise.h"

using namespace html;

namespace {

constexpr QByteArrayView noBreakSpace = "\xC2\xA0";
constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";

struct Piece
{
    QByteArrayView written;
    qsizetype length; // Of what it stands for.
};

// The length of a character that HTML has no room for (Unicode's noncharacters and the controls
// above ASCII); 0 for others.
qsizetype unusable(QByteArrayView utf8)
{
    const auto byte
        = [utf8](qsizetype i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0; };
    if (byte(0) == 0xC2)
        return byte(1) >= 0x80 && byte(1) <= 0x9F ? 2 : 0;
    if (byte(0) == 0xEF && byte(1) == 0xB7)
        return byte(2) >= 0x90 && byte(2) <= 0xAF ? 3 : 0;
    if (byte(0) == 0xEF && byte(1) == 0xBF)
        return byte(2) >= 0xBE ? 3 : 0;
    if (byte(0) >= 0xF0 && (byte(1) & 0x0F) == 0x0F && byte(2) == 0xBF)
        return byte(3) >= 0xBE ? 4 : 0;
    return 0;
}

// What the bytes at `i` are written as when not as themselves; length 0 when they are.
Piece special(QByteArrayView utf8, qsizetype i)
{
    const auto byte = static_cast<unsigned char>(utf8[i]);
    switch (byte) {
    case '&':
        return {"&amp;", 1};
    case '<':
        return {"&lt;", 1};
    case '>':
        return {"&gt;", 1};
    case '"':
        return {"&quot;", 1};
    case '\r':
        return {utf8.sliced(i).startsWith("\r\n") ? "" : "\n", 1};
    case '\f':
        return {" ", 1};
    default:
        if (byte >= 0xC2) {
            const auto rest = utf8.sliced(i);
            if (rest.startsWith(noBreakSpace))
                return {"&nbsp;", noBreakSpace.size()};
            if (rest.startsWith(byteOrderMark))
                return {"", byteOrderMark.size()};
            return {"", unusable(rest)};
        }
        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
            return {"", 1};
        return {{}, 0};
    }
}

} // namespace

void html::appendEscaped(QByteArray &out, QByteArrayView utf8)
{
    qsizetype plain = 0;
    for (qsizetype i = 0; i < utf8.size();) {
        const auto piece = special(utf8, i);
        if (piece.length == 0) {
            ++i;
            continue;
        }
        out.append(utf8.sliced(plain, i - plain));
        out.append(piece.written);
        i += piece.length;
        plain = i;
    }
    out.append(utf8.sliced(plain));
}

QString html::escaped(const QString &text)
{
    QByteArray out;
    appendEscaped(out, text.toUtf8());
    return QString::fromUtf8(out);
}
