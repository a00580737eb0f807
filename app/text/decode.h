#pragma once

#include <QByteArray>
#include <QString>

namespace text {

struct Decoded
{
    QString text; // Line ends are \n; no byte order mark; no NUL.
    QByteArray charset; // The one that was used, as IANA names it.
    int replaced = 0; // Bytes that could not be decoded.
};

// Bytes to text: byte order mark, then UTF-8 if it is valid, then `declared` (from a header or a
// <meta>), then detection. Browsers' reading of labels is followed: "iso-8859-1" means
// windows-1252 (Encoding Standard §4.2). Never fails; may replace.
Decoded decode(const QByteArray &bytes, const QByteArray &declared = {});

// The charset an HTML page declares in its first bytes; empty if none (HTML §13.2.3.2).
QByteArray declaredInHtml(const QByteArray &bytes);

// True when the bytes are no text in any encoding we know: pictures, programs, noise.
bool looksBinary(const QByteArray &bytes);

} // namespace text
