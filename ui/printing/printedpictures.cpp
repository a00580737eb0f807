#include "printing/printedpictures.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace printing {

namespace {

constexpr qsizetype decodedBytes = 96'000'000;
// Of a picture whose kind cannot be decoded smaller than it is.
constexpr qint64 mostPixels = 24'000'000;

QSize sizeSeen(QImageReader &reader)
{
    const auto size = reader.size();
    const auto turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    return turned ? size.transposed() : size;
}

bool canBeDecoded(const QImageReader &reader)
{
    const auto size = reader.size();
    return reader.supportsOption(QImageIOHandler::ScaledSize)
        || qint64(size.width()) * size.height() <= mostPixels;
}

} // namespace

PrintedPictures::PrintedPictures()
    : m_decoded(decodedBytes)
{
}

void PrintedPictures::set(const QList<Picture> &pictures)
{
    for (const auto &picture : pictures) {
        auto bytes = picture.bytes;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        reader.setAutoTransform(true);
        if (const auto size = sizeSeen(reader); !size.isEmpty() && canBeDecoded(reader))
            m_known.insert(picture.name, {.bytes = picture.bytes, .size = size});
    }
}

QSize PrintedPictures::sizeOf(const QString &name) const
{
    return m_known.value(name).size;
}

QImage PrintedPictures::decoded(const QString &name, int width) const
{
    const auto known = m_known.constFind(name);
    if (known == m_known.cend())
        return {};
    const auto wanted = std::clamp(width, 1, known->size.width());
    if (const auto *image = m_decoded.object({name, wanted}))
        return *image;
    auto bytes = known->bytes;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (wanted < known->size.width()) {
        // It is made smaller before it is turned.
        const auto turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
        const auto size = known->size.scaled(wanted, known->size.height(), Qt::KeepAspectRatio);
        reader.setScaledSize((turned ? size.transposed() : size).expandedTo({1, 1}));
    }
    const auto image = reader.read();
    m_decoded.insert({name, wanted}, new QImage(image),
                     std::max<qsizetype>(1, image.sizeInBytes()));
    return image;
}

} // namespace printing
