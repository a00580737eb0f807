#pragma once

#include "html/document.h"

namespace extraction {

// True for a picture whose attributes say that it is no larger than an icon.
bool isSmall(const html::Node &image, bool inFigure);

// True for an address that by its words is no photo: a logo, an icon, an avatar, an advertisement.
bool namesIcon(const QString &address);

// True for an address that says it is a picture's. Of what pages load without script, only a
// counter does not say what it is.
bool hasPictureEnding(const QString &address);

} // namespace extraction
