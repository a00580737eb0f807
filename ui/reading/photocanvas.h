#pragma once

#include "reading/photoframe.h"

#include <QByteArray>
#include <QImage>
#include <QWidget>

class QGestureEvent;

// One picture, fitted into the widget, zoomed and moved. It is decoded on the pool, no larger than
// it is shown; closer up, anew.
class PhotoCanvas final : public QWidget
{
    Q_OBJECT

public:
    enum class State { Loading, Shown, Missing, Broken, TooLarge };

    explicit PhotoCanvas(QWidget *parent = nullptr);

    // Its bytes are on their way.
    void await();
    void setPhoto(const QByteArray &bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const PhotoFrame &frame() const { return m_frame; }
    [[nodiscard]] QSize photoSize() const { return m_size; }
    [[nodiscard]] QSize decodedSize() const { return m_image.size(); }

    void zoomBy(double factor);
    void fit();
    // By a part of the window; false where the whole width or height is to be seen.
    bool panBy(double right, double down);

signals:
    void changed(); // Its state, or how close it is.
    void stepped(int by); // The wheel asks for another one.
    void besideClicked(); // Where there is no picture.

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct Decoded
    {
        QImage image;
        QSize size; // Of the whole picture.
        State state = State::Broken;
    };
    static Decoded decoded(QByteArray bytes, double scale, QSize window);

    void decode();
    void take(const Decoded &decoded);
    void zoomed();
    bool pinch(QGestureEvent *event);
    [[nodiscard]] QString words() const;

    PhotoFrame m_frame;
    QByteArray m_bytes;
    QImage m_image;
    QSize m_size;
    State m_state = State::Loading;
    QPointF m_pressed;
    QPointF m_last;
    bool m_dragged = false;
    int m_wheel = 0; // Of a step that is not whole yet.
    double m_decodedScale = 0;
    int m_round = 0; // Answers about an earlier picture are dropped.
};
