#include "reading/lightpictures.h"

#include "base/background.h"
#include "reading/limits.h"

#include <QBuffer>
#include <QImageReader>
#include <QPointer>

#include <algorithm>
#include <cmath>
#include <utility>

LightPictures::LightPictures(PictureSource source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_decoded(reading::limits::decodedKilobytes)
{
}

void LightPictures::forgetAsked()
{
    ++m_page;
    m_asked.clear();
    m_waiting.clear();
    m_told.clear();
    m_broken.clear();
    m_atWork = 0;
}

void LightPictures::setColumn(int width, double ratio)
{
    m_column = width;
    m_ratio = ratio;
}

QSize LightPictures::shownSize(const QSize &own) const
{
    if (own.width() <= m_column)
        return own;
    return {m_column, std::max(1, qRound(double(own.height()) * m_column / own.width()))};
}

int LightPictures::pixelsFor(const QSize &own) const
{
    return std::min(own.width(), int(std::ceil(m_column * m_ratio)));
}

QImage LightPictures::picture(const QString &name, For what)
{
    const auto *known = m_decoded.object(name);
    const auto own = m_sizes.value(name);
    // In another column it is shown as it is until it comes in that size. One that is only measured
    // need not be there.
    const auto fits = known && known->pixels == pixelsFor(known->size);
    if (!fits && (what == For::Painting || own.isEmpty()))
        ask(name, what == For::Painting);
    // Something to stand there until it comes: a picture is seldom square.
    const auto size = own.isEmpty() ? QSize(m_column, m_column * 2 / 3) : shownSize(own);
    m_told.insert(name, size);
    if (known) {
        auto image = known->image;
        image.setDevicePixelRatio(double(image.width()) / size.width());
        return image;
    }
    QImage empty(size, QImage::Format_ARGB32_Premultiplied);
    empty.fill(Qt::transparent);
    return empty;
}

QImage LightPictures::cut(const QImage &image, double shape)
{
    const auto width = std::min(image.width(), qRound(image.height() * shape));
    const auto height = std::min(image.height(), qRound(image.width() / shape));
    return image.copy((image.width() - width) / 2, (image.height() - height) / 2, width, height);
}

void LightPictures::prepare(const QStringList &names)
{
    for (const auto &name : names) {
        if (!m_decoded.contains(name))
            ask(name, false);
    }
}

// Nothing when it is no picture.
LightPictures::Decoded LightPictures::decoded(QByteArray bytes, int pixels)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    auto size = reader.size();
    const bool onItsSide = reader.transformation() & QImageIOHandler::TransformationRotate90;
    const auto width = onItsSide ? size.height() : size.width();
    if (width > pixels)
        reader.setScaledSize(size * (double(pixels) / width));
    auto image = reader.read();
    // As the window is painted: no drawing need convert it.
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied
                                            : QImage::Format_RGB32);
    if (onItsSide)
        size.transpose();
    if (!size.isValid())
        size = image.size();
    return {.image = image, .size = size, .pixels = std::min(size.width(), pixels)};
}

void LightPictures::ask(const QString &name, bool first)
{
    if (!m_source || m_broken.contains(name))
        return;
    if (m_asked.contains(name)) {
        if (first && m_waiting.removeOne(name))
            m_waiting.prepend(name);
        return;
    }
    m_asked.insert(name);
    if (first)
        m_waiting.prepend(name);
    else
        m_waiting.append(name);
    askNext();
}

// The bytes of all pictures of a story at once would be a lot.
void LightPictures::askNext()
{
    while (m_atWork < reading::limits::decodedTogether && !m_waiting.isEmpty()) {
        const auto name = m_waiting.takeFirst();
        ++m_atWork;
        m_source(name, [self = QPointer(this), name, page = m_page](const Picture &picture) {
            if (!self)
                return;
            const auto pixels = int(std::ceil(self->m_column * self->m_ratio));
            inBackground([bytes = picture.bytes, pixels] { return decoded(bytes, pixels); },
                         self.data(),
                         [self, name, page](const Decoded &result) {
                             self->take(name, result);
                             if (page != self->m_page)
                                 return;
                             self->m_asked.remove(name);
                             --self->m_atWork;
                             self->askNext();
                         });
        });
    }
}

void LightPictures::take(const QString &name, const Decoded &picture)
{
    constexpr int kilobyte = 1024;
    if (picture.image.isNull()) {
        m_broken.insert(name);
        return;
    }
    m_sizes.insert(name, picture.size);
    m_decoded.insert(name, new Decoded(picture), qsizetype(picture.image.sizeInBytes() / kilobyte));
    const auto told = m_told.value(name);
    if (!told.isEmpty())
        emit came(name, told != shownSize(picture.size));
}
