#pragma once

#include "library/sharedlibrary.h"

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QStringList>

// The small pictures of the list. They are read by the library's thread, decoded to size on the
// pool, and kept as long as there is room.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    static constexpr int side = 68; // In device-independent pixels.

    explicit Thumbnails(SharedLibrary &library, QObject *parent = nullptr);

    // The picture when it is at hand; otherwise it is fetched, and arrived() follows. A null pixmap
    // is a picture that cannot be shown.
    const QPixmap *find(const QString &name, qreal pixelRatio);

signals:
    void arrived(const QString &name);

private:
    struct Wish
    {
        QString name;
        qreal pixelRatio = 1;
    };

    void fetchNext();
    void decode(const Wish &wish, const Result<Picture> &picture);
    void keep(const Wish &wish, const QImage &image);

    SharedLibrary &m_library;
    QCache<QString, QPixmap> m_kept;
    QList<Wish> m_wishes; // The last is fetched first: it is what stands on the screen now.
    QSet<QString> m_fetching;
};

// Decodes and crops a picture to a square; null when it is no picture or too large. For the pool.
QImage thumbnail(const QByteArray &bytes, int pixels);
// With round corners.
QImage rounded(const QImage &image, qreal radius);
