#pragma once

#include "reading/picturesource.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <optional>

// The pictures of the light view: fetched and decoded where no drawing waits for it, no larger than
// they are shown, a few at a time, and kept while there is room. What was thrown out comes again
// when it is looked at.
class LightPictures : public QObject
{
    Q_OBJECT

public:
    explicit LightPictures(PictureSource source, QObject *parent = nullptr);

    // Another page: nobody waits for what has not come yet.
    void forgetAsked();
    // How wide they may be, and how many pixels of the screen one of those is.
    void setColumn(int width, double ratio);
    [[nodiscard]] int column() const { return m_column; }

    // What there is to paint or to measure, at once: in its place, something of its size, or of a
    // likely one. Comes better, it is told.
    enum class For { Layout, Painting };
    QImage picture(const QString &name, For what);
    // The middle of it, of that width by its height.
    static QImage cut(const QImage &image, double shape);
    // Decodes pictures that may be shown soon.
    void prepare(const QStringList &names);

signals:
    // It is to be painted anew, and perhaps of another size than it was said to be.
    void came(const QString &name, bool otherSize);

private:
    struct Decoded
    {
        QImage image;
        QSize size; // Its own, as it is looked at.
        int pixels = 0; // How wide it was asked for.
    };

    static Decoded decoded(QByteArray bytes, int pixels);
    void ask(const QString &name, bool first);
    void askNext();
    void take(const QString &name, const Decoded &picture);
    [[nodiscard]] QSize shownSize(const QSize &own) const;
    [[nodiscard]] int pixelsFor(const QSize &own) const;

    PictureSource m_source;
    QCache<QString, Decoded> m_decoded; // By their names; they weigh their kilobytes.
    QHash<QString, QSize> m_sizes; // Of all that were decoded once.
    QHash<QString, QSize> m_told; // The size each was last said to have.
    QSet<QString> m_asked; // Waiting or at work,
    QStringList m_waiting; // the next one first.
    QSet<QString> m_broken; // They will not come.
    int m_atWork = 0;
    int m_page = 0; // Tells the pictures of one from those of the next.
    int m_column = 600;
    double m_ratio = 1;
};
