#include "sidebar/feedicons.h"

#include "base/background.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <memory>

namespace {

constexpr int keptAtMost = 2'000;
constexpr qsizetype fetchedAtOnce = 8;
constexpr qint64 pixelsAtMost = 16'000'000;

} // namespace

FeedIcons::FeedIcons(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_kept(keptAtMost)
{
}

const QPixmap *FeedIcons::find(const QString &name, qreal pixelRatio)
{
    const auto *kept = m_kept.object(name);
    if (kept || m_fetching.contains(name) || m_fetching.size() >= fetchedAtOnce)
        return kept;
    m_fetching.insert(name);
    m_library.read(
        [name](Library &library) { return library.picture(name); }, this,
        [this, name, pixelRatio](const Result<Picture> &picture) {
            if (!picture) {
                keep(name, {}, pixelRatio);
                return;
            }
            inBackground(
                [bytes = picture->bytes, pixels = int(side * pixelRatio)] {
                    return feedIcon(bytes, pixels);
                },
                this,
                [this, name, pixelRatio](const QImage &image) { keep(name, image, pixelRatio); });
        });
    return nullptr;
}

void FeedIcons::keep(const QString &name, const QImage &image, qreal pixelRatio)
{
    auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(image));
    pixmap->setDevicePixelRatio(pixelRatio);
    m_fetching.remove(name);
    // The cache takes ownership.
    m_kept.insert(name, pixmap.release());
    emit arrived();
}

QImage feedIcon(const QByteArray &bytes, int pixels)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    // An .ico holds several: the smallest that need not be blown up.
    auto best = 0;
    auto bestSide = 0;
    for (auto number = 0; number < reader.imageCount() && reader.jumpToImage(number); ++number) {
        const auto side = std::min(reader.size().width(), reader.size().height());
        const auto better = bestSide < pixels ? side > bestSide : side >= pixels && side < bestSide;
        if (better) {
            best = number;
            bestSide = side;
        }
    }
    if (reader.imageCount() > 1)
        reader.jumpToImage(best);
    const auto size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > pixelsAtMost)
        return {};
    const auto image = reader.read();
    if (image.isNull())
        return {};
    const auto fitted = image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QImage square(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    square.fill(Qt::transparent);
    QPainter painter(&square);
    painter.drawImage((pixels - fitted.width()) / 2, (pixels - fitted.height()) / 2, fitted);
    return square;
}
