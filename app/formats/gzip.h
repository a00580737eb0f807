#pragma once

#include "base/result.h"

#include <QByteArray>

namespace formats {

// Undoes gzip (RFC 1952), one member after another. What is damaged or cut gives what can be read:
// the part before the fault, and the members behind it. Errors: Malformed when nothing can be read,
// TooLarge.
Result<QByteArray> gunzipped(const QByteArray &bytes);

// The first bytes of what it would give, to tell what it is; none for what is not gzip.
QByteArray gunzippedStart(const QByteArray &bytes);

// The same as gunzipped() for zlib's format (RFC 1950), and for the bare one inside of it (RFC
// 1951).
Result<QByteArray> inflated(const QByteArray &bytes);

} // namespace formats
