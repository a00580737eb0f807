#pragma once

#include "library/sharedlibrary.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>

// The feeds' own icons: read by the library's thread, decoded on the pool, and kept.
class FeedIcons : public QObject
{
    Q_OBJECT

public:
    static constexpr int side = 16; // In device-independent pixels.

    explicit FeedIcons(SharedLibrary &library, QObject *parent = nullptr);

    // The icon when it is at hand; otherwise it is fetched, and arrived() follows. A null pixmap is
    // one that cannot be shown.
    const QPixmap *find(const QString &name, qreal pixelRatio);

signals:
    void arrived();

private:
    void keep(const QString &name, const QImage &image, qreal pixelRatio);

    SharedLibrary &m_library;
    QCache<QString, QPixmap> m_kept;
    QSet<QString> m_fetching;
};

// Decodes a picture, whole, into a square; null when it is no picture or too large. For the pool.
QImage feedIcon(const QByteArray &bytes, int pixels);
