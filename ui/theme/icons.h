#pragma once

#include <QIcon>
#include <QString>

namespace theme {

// One of our icons by its name in resources/icons, drawn in the colour of the palette's text. It
// follows a change of the palette.
QIcon icon(const QString &name);

// The program's own, in colour.
QIcon applicationIcon();

// A small picture of it in a given colour, for delegates.
QPixmap tinted(const QString &name, const QColor &colour, int side, qreal pixelRatio);

} // namespace theme
