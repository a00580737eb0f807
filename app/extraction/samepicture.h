#pragma once

#include <QString>

namespace extraction {

// What names a picture in its address: the file's name without its ending and without what servers
// and editors add for a size ("ferry-640x360.jpg", "ferry-scaled.jpg" → "ferry").
QString pictureName(const QString &address);

// The same with the path to it: two sizes of one file have it in common.
QString pictureFile(const QString &address);

// True when two addresses name the same picture, whatever its size or the server's path.
bool isSamePicture(const QString &one, const QString &other);

} // namespace extraction
