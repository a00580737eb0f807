#pragma once

#include <QByteArray>

namespace feeds {

// A feed's bytes in UTF-8, without byte order mark. `declared` is the charset the HTTP header
// names; a byte order mark outranks it, the XML declaration comes after it (RFC 7303 §3). Labels
// mean what they mean to browsers, and text that is valid UTF-8 is UTF-8, whatever it says.
QByteArray sourceText(const QByteArray &bytes, const QByteArray &declared);

// The charset in a Content-Type; empty when there is none.
QByteArray charsetOf(const QByteArray &contentType);

} // namespace feeds
