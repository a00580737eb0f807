#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>

namespace formats {

// The "Name: value" lines of HTTP (RFC 9112 §5) and WARC (ISO 28500 §4).
struct HeaderFields
{
    // By lower-case name; the first of several of one name.
    QHash<QByteArray, QByteArray> values = {};
    qsizetype size = 0; // Bytes they take, with the empty line behind them.
};

// The fields at the start of `text`, up to an empty line or its end. Lines may end in a line feed
// alone. Nothing when no end is in sight within limits::recordHeaderBytes.
std::optional<HeaderFields> headerFields(QByteArrayView text);

} // namespace formats
