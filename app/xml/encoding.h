#pragma once

#include <QByteArray>

namespace xml {

// A document's bytes in UTF-8. `declared` is the charset the HTTP header names, if there was one; a
// byte order mark outranks it, the XML declaration comes after it (RFC 7303 §3). Labels mean what
// they mean to browsers, and text that is valid UTF-8 is UTF-8, whatever it says.
QByteArray inUtf8(const QByteArray &bytes, const QByteArray &declared = {});

} // namespace xml
