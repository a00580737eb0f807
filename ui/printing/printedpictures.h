#pragma once

#include "model/article.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QSize>

namespace printing {

// The pictures of a story. They are decoded when they are painted, as large as that takes: what
// forty photos are when they are all decoded, few machines have room for.
class PrintedPictures
{
public:
    PrintedPictures();

    void set(const QList<Picture> &pictures);
    // Of the picture as it is seen, in its own dots; empty for one that cannot be shown.
    [[nodiscard]] QSize sizeOf(const QString &name) const;
    // About that wide, or as wide as it is.
    [[nodiscard]] QImage decoded(const QString &name, int width) const;

private:
    struct Known
    {
        QByteArray bytes;
        QSize size;
    };

    QHash<QString, Known> m_known; // By their names.
    mutable QCache<std::pair<QString, int>, QImage> m_decoded; // Costs are in bytes.
};

} // namespace printing
