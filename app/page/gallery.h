#pragma once

#include <QString>

namespace page {

// A story's body, in which figures that follow each other with nothing between them share an
// element, <div class="gallery">: the style sheet sets them in rows. Three of them, or a multiple,
// are "gallery thirds".
QString withGalleries(const QString &body);

} // namespace page
