#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace html {

// Appends text so that a parser reads the same text again (HTML §13.3). Good for attribute values
// in double quotes as well. What cannot be in HTML (controls) or would not survive being read again
// (byte order marks) is left out.
void appendEscaped(QByteArray &out, QByteArrayView utf8);

} // namespace html
