#pragma once

#include "page/photos.h"
#include "reading/picturesource.h"

#include <QPointer>
#include <QWidget>

class PhotoCanvas;
class QLabel;
class QToolButton;

// The photos of a story, one at a time, over the whole window on a dark ground, with what is said
// of each below it. Every key is its own while it is shown.
class PhotoViewer final : public QWidget
{
    Q_OBJECT

public:
    // Lies over `window`, as large as that.
    PhotoViewer(PictureSource pictures, QWidget *window);

    void open(const QList<page::Photo> &photos, int first);
    void close();

    [[nodiscard]] int number() const { return m_number; } // From 0.
    [[nodiscard]] const PhotoCanvas &canvas() const { return *m_canvas; }
    [[nodiscard]] const Picture &picture() const { return m_picture; } // Empty until it is there.
    [[nodiscard]] QString caption() const; // With its credit.

signals:
    void saveAsked(const Picture &picture);
    void copyAsked(const Picture &picture);
    void captionAsked(const QString &caption); // To be copied.
    // It is closed on another photo than it was opened with.
    void ledTo(const QString &photo);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeButtons();
    void arrange();
    void step(int by);
    void load();
    void update();
    void press(int key, bool control);
    bool pressWithControl(int key);
    void turn(int by); // Left and right: to another one, or along what is close up.
    QToolButton *button(const QString &icon, const QString &name);

    PictureSource m_pictures;
    PhotoCanvas *m_canvas;
    QLabel *m_caption;
    QLabel *m_credit;
    QLabel *m_count;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_leave = nullptr;
    QList<QWidget *> m_order; // As Tab goes.
    QList<page::Photo> m_photos;
    Picture m_picture;
    int m_number = 0;
    int m_first = 0; // It was opened with.
    int m_round = 0; // Answers about an earlier photo are dropped.
    QPointer<QWidget> m_before; // Had the focus.
};
