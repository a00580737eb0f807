#include "web/scaledpicture.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

using namespace Qt::StringLiterals;

namespace {

constexpr double hardlyMore = 1.3;
constexpr int quality = 90; // Of a JPEG: none of its traces are seen.

// Only those of which it is known that nothing but their size changes.
bool mayBeScaled(const QImageReader &reader)
{
    const auto format = reader.format();
    return format == "jpeg" || format == "jpg" || format == "png"
        || (format == "webp" && reader.imageCount() <= 1);
}

QImage read(QImageReader &reader, int widest)
{
    reader.setAutoTransform(true);
    const auto onItsSide
        = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const auto size = reader.size();
    const auto width = onItsSide ? size.height() : size.width();
    if (!size.isValid() || width <= widest * hardlyMore)
        return {};
    reader.setScaledSize((QSizeF(size) * (double(widest) / width)).toSize().expandedTo({1, 1}));
    return reader.read();
}

} // namespace

Picture scaledPicture(const Picture &picture, int widest)
{
    auto bytes = picture.bytes;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    if (!mayBeScaled(reader))
        return picture;
    const auto isDrawn = reader.format() == "png";
    const auto image = read(reader, widest);
    if (image.isNull())
        return picture;

    // A drawing's edges and what shows through do not stand a JPEG.
    const auto asPng = isDrawn || image.hasAlphaChannel();
    auto scaled = picture;
    scaled.bytes.clear();
    scaled.mimeType = asPng ? u"image/png"_s : u"image/jpeg"_s;
    QBuffer out(&scaled.bytes);
    QImageWriter writer(&out, asPng ? "png" : "jpeg");
    writer.setQuality(asPng ? -1 : quality);
    return out.open(QIODevice::WriteOnly) && writer.write(image) ? scaled : picture;
}
