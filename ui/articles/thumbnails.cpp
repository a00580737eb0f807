#include "articles/thumbnails.h"

#include "base/background.h"
#include "theme/metrics.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int keptAtMost = 600;
constexpr int fetchedAtOnce = 3;
constexpr int wishesAtMost = 40; // Older ones have been scrolled past.
constexpr qint64 pixelsAtMost = 100'000'000;

} // namespace

Thumbnails::Thumbnails(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_kept(keptAtMost)
{
}

const QPixmap *Thumbnails::find(const QString &name, qreal pixelRatio)
{
    const auto *kept = m_kept.object(name);
    // On a screen with more pixels it is fetched once more, and is there meanwhile as it is.
    if (kept && (kept->isNull() || kept->devicePixelRatio() >= pixelRatio))
        return kept;
    const auto wished = std::ranges::find(m_wishes, name, &Wish::name) != m_wishes.end();
    if (!wished && !m_fetching.contains(name)) {
        m_wishes.append({.name = name, .pixelRatio = pixelRatio});
        if (m_wishes.size() > wishesAtMost)
            m_wishes.removeFirst();
        fetchNext();
    }
    return m_kept.object(name);
}

void Thumbnails::fetchNext()
{
    if (m_wishes.isEmpty() || m_fetching.size() >= fetchedAtOnce)
        return;
    const auto wish = m_wishes.takeLast();
    m_fetching.insert(wish.name);
    m_library.read([name = wish.name](Library &library) { return library.picture(name); }, this,
                   [this, wish](const Result<Picture> &picture) { decode(wish, picture); });
}

void Thumbnails::decode(const Wish &wish, const Result<Picture> &picture)
{
    if (!picture) {
        keep(wish, {});
        return;
    }
    const auto ratio = wish.pixelRatio;
    inBackground(
        [bytes = picture->bytes, ratio] {
            return rounded(thumbnail(bytes, int(std::ceil(side * ratio))), theme::corner * ratio);
        },
        this, [this, wish](const QImage &image) { keep(wish, image); });
}

void Thumbnails::keep(const Wish &wish, const QImage &image)
{
    auto pixmap = std::make_unique<QPixmap>(QPixmap::fromImage(image));
    pixmap->setDevicePixelRatio(wish.pixelRatio);
    m_fetching.remove(wish.name);
    // The cache takes ownership.
    m_kept.insert(wish.name, pixmap.release());
    emit arrived(wish.name);
    fetchNext();
}

QImage thumbnail(const QByteArray &bytes, int pixels)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!size.isValid() || size.isEmpty() || qint64(size.width()) * size.height() > pixelsAtMost)
        return {};
    // Decoders such as JPEG's skip most of the work when they know the size that is wanted.
    reader.setScaledSize(size.scaled(pixels, pixels, Qt::KeepAspectRatioByExpanding));
    const auto image = reader.read();
    if (image.isNull())
        return {};
    const QRect square((image.width() - pixels) / 2, (image.height() - pixels) / 2, pixels, pixels);
    return image.copy(square).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage rounded(const QImage &image, qreal radius)
{
    if (image.isNull())
        return {};
    QImage result(image.size(), QImage::Format_ARGB32_Premultiplied);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // A brush has smooth edges where a clip path would have jagged ones.
    painter.setBrush(image);
    painter.drawRoundedRect(result.rect(), radius, radius);
    return result;
}
