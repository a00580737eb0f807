#include "theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

// A static library's resources are linked in only when something asks for them by name.
static void initialiseIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace {

class TintedIcon final : public QIconEngine
{
public:
    explicit TintedIcon(QString name)
        : m_name(std::move(name))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto side = std::min(rect.width(), rect.height());
        const auto ratio = painter->device()->devicePixelRatio();
        const QPoint corner(rect.x() + (rect.width() - side) / 2,
                            rect.y() + (rect.height() - side) / 2);
        painter->drawPixmap(corner, theme::tinted(m_name, colour(mode), side, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        auto pixmap = theme::tinted(m_name, colour(mode), std::min(size.width(), size.height()), 1);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIcon(m_name); }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, QPalette::ButtonText);
    }

    QString m_name;
};

} // namespace

QIcon theme::icon(const QString &name)
{
    // QIcon owns its engine.
    return QIcon(new TintedIcon(name));
}

QIcon theme::applicationIcon()
{
    initialiseIcons();
    // Ours, whatever the desktop's icon theme says: to ask that, Qt reads the lists of whole
    // themes, which every start would wait for.
    return QIcon(u":/icons/broadsheet.svg"_s);
}

QPixmap theme::tinted(const QString &name, const QColor &colour, int side, qreal pixelRatio)
{
    const auto pixels = std::max(1, int(side * pixelRatio));
    const auto key = u"broadsheet/%1/%2/%3"_s.arg(name).arg(colour.rgba()).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        initialiseIcons();
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(u":/icons/%1.svg"_s.arg(name)).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}
