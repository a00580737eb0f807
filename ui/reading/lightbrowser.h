#pragma once

#include "reading/picturesource.h"
#include "reading/storyview.h"

#include <QCache>
#include <QImage>
#include <QSet>
#include <QTextBrowser>

// A QTextBrowser that loads nothing by itself: pictures come from their source, scaled to the
// column; links are told, not followed.
class LightBrowser final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit LightBrowser(PictureSource pictures, QWidget *parent = nullptr);

    void setPage(const QString &style, const QString &html);
    // How wide pictures may be, in pixels.
    void setColumn(int width);
    // Without the places where words may break.
    [[nodiscard]] QString selectedText() const;
    // Decodes pictures that may be shown soon.
    void prepare(const QStringList &pictures);
    [[nodiscard]] int column() const { return m_column; }
    // On a page of links the arrows go from one to the next.
    void setWalksLinks(bool walks) { m_walksLinks = walks; }

signals:
    void paintedOnce(); // After each setPage().
    void picturesChanged();
    void linkFollowed(const QUrl &url); // Clicked, or Enter; not where its photo was meant.
    void wished(const StoryWish &wish);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    QVariant loadResource(int type, const QUrl &name) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;

private:
    // A picture no larger than it was shown when it was asked for.
    struct Decoded
    {
        QImage image;
        int width = 0; // Its own.
    };

    static Decoded decoded(QByteArray bytes, int column);
    void ask(const QString &name);
    void take(const QString &name, const Decoded &picture);
    [[nodiscard]] QImage scaled(const Decoded &picture) const;
    [[nodiscard]] QString photoAt(QPoint place) const; // Its name; empty where there is none.

    PictureSource m_pictures;
    QCache<QString, Decoded> m_images; // By their names; they weigh their kilobytes.
    QSet<QString> m_asked;
    QSet<QString> m_missing; // In the page shown.
    int m_column = 600;
    QPoint m_pressed;
    bool m_meantPhoto = false; // By the click that is being handled.
    bool m_toPaint = false;
    bool m_walksLinks = false;
};
