#pragma once

#include <QtGlobal>

namespace pdf::limits {

// Longer files are books: what is read of them are their first pages.
constexpr int pages = 400;

// Words of a file after which no further page is begun: three long novels.
constexpr qsizetype words = 600'000;

// Milliseconds after which no further page, and no further picture, is begun.
constexpr qint64 textTime = 4000;
constexpr qint64 pictureTime = 6000;

// What the process may use. A page that draws itself a million times, a picture of a gigapixel and
// a stream that unpacks for ever end here.
constexpr quint64 processSeconds = 8;
constexpr quint64 processBytes = 768ULL * 1024 * 1024;

// What one page may hold; a newspaper's page set in six columns has some 5,000 words.
constexpr int pageWords = 60'000;
constexpr int pageLinks = 500;
constexpr int pagePictures = 200;

// Points. Smaller pictures are icons, avatars and ornaments.
constexpr double pictureSide = 48;
constexpr double pictureArea = 72 * 72;

// Pixels of a picture before it is unpacked, and of one side.
constexpr qint64 pixels = 40'000'000;
constexpr int side = 20'000;
// Pictures taken out of one file, and their bytes.
constexpr int pictures = 200;
constexpr qint64 picturesBytes = 96LL * 1024 * 1024;

} // namespace pdf::limits
