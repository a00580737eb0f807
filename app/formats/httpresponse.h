#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>

namespace formats {

// The head of an HTTP message (RFC 9112 §2.1).
struct HttpHead
{
    int status = 0; // 0 for a request.
    QHash<QByteArray, QByteArray> fields = {}; // By lower-case name.
    qsizetype size = 0; // Bytes it takes; the body follows.

    // "text/html", lower case; empty when it is not said.
    [[nodiscard]] QByteArray mediaType() const;
    [[nodiscard]] QByteArray charset() const; // Empty when it is not said.
};

// Nothing for what is no HTTP message.
std::optional<HttpHead> httpHead(QByteArrayView message);

// The body, whole again: neither in chunks (RFC 9112 §7.1) nor packed (RFC 9110 §8.4). Recorders
// keep the fields of a body that they have unpacked, so what does not look packed is taken as it
// is. Errors: Unsupported for a way of packing that is not known, and those of gunzipped().
Result<QByteArray> httpBody(const HttpHead &head, QByteArrayView message);

// The media type and the charset in a Content-Type.
QByteArray mediaTypeIn(const QByteArray &contentType);
QByteArray charsetIn(const QByteArray &contentType);

} // namespace formats
