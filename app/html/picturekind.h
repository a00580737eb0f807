#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace html {

struct PictureKind
{
    QString mimeType; // Empty for what is no picture we show.
    QSize size = {}; // In pixels, as the header says; invalid where it is not read.
};

// What bytes are, by how they begin: names and declared types lie.
PictureKind pictureKind(const QByteArray &bytes);

} // namespace html
