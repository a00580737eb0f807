#pragma once

#include <QByteArray>

namespace feeds {

// The charset in a Content-Type; empty when there is none (RFC 9110 §8.3.2).
QByteArray charsetOf(const QByteArray &contentType);

} // namespace feeds
