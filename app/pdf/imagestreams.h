#pragma once

#include <QByteArrayView>
#include <QList>

namespace pdf {

// A picture as the file stores it. Streams are never packed into others (ISO 32000-1 §7.5.7), so
// that a look at the bytes finds them all, whatever the state of the file's tables.
struct ImageStream
{
    qint64 width = 0;
    qint64 height = 0;
    // A whole JPEG that browsers show as this file does: grey or RGB, no mask, colours not turned
    // round. Empty for all else.
    QByteArrayView jpeg = {};
};

QList<ImageStream> imageStreams(QByteArrayView file);

} // namespace pdf
