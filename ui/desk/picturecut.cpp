#include "desk/picturecut.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pixelsAtMost = 100'000'000;
constexpr int quality = 86;
// What a photo is of stands above its middle: of what is cut off, so much goes at the top.
constexpr double cutAtTop = 0.35;

} // namespace

Picture pictures::cut(const Picture &picture, QSize frame)
{
    QBuffer buffer;
    buffer.setData(picture.bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (size.isEmpty() || frame.isEmpty() || qint64(size.width()) * size.height() > pixelsAtMost)
        return picture;
    // Turned photos say their size as it is stored.
    const auto isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const auto wanted = isTurned ? frame.transposed() : frame;
    const auto scaled = size.scaled(wanted, Qt::KeepAspectRatioByExpanding);
    // Never larger than it is: it would only take room.
    if (scaled.width() < size.width())
        reader.setScaledSize(scaled);
    auto image = reader.read();
    if (image.isNull())
        return picture;
    const auto shown = frame.scaled(image.size(), Qt::KeepAspectRatio);
    image = image.copy((image.width() - shown.width()) / 2,
                       int((image.height() - shown.height()) * cutAtTop), shown.width(),
                       shown.height());
    Picture made{.name = picture.name, .mimeType = u"image/jpeg"_s, .bytes = {}};
    const auto isClear = image.hasAlphaChannel();
    if (isClear)
        made.mimeType = u"image/png"_s;
    QBuffer written(&made.bytes);
    written.open(QIODevice::WriteOnly);
    if (!image.save(&written, isClear ? "PNG" : "JPEG", quality))
        return picture;
    return made;
}
