#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace text {

// UTF-16 or UTF-32 without a byte order mark, told by where the zero bytes are; empty if neither.
QByteArray wideEncoding(QByteArrayView bytes);

// The encoding of bytes that are no Unicode, as encodingOfLabel() names it: every one that may be
// meant is tried, and the one whose text looks most like writing is taken.
QByteArray detectEncoding(QByteArrayView bytes);

} // namespace text
