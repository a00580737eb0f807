#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

// Where a picture stands in its window, and how large: fitted until somebody zooms. Sizes are in
// device-independent pixels, those of the picture in its own.
class PhotoFrame
{
public:
    // `natural` is the scale at which a pixel of the picture is one of the screen.
    void setPhoto(QSizeF size, double natural);
    void setWindow(QSizeF size);

    [[nodiscard]] QRectF area() const; // Of the picture, in the window.
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    // Whether some of it lies beyond the window's left or right, or above or below it. A small
    // picture may be zoomed, and all of it still be seen.
    [[nodiscard]] bool isWider() const;
    [[nodiscard]] bool isHigher() const;
    // Small pictures are not made larger than they are.
    [[nodiscard]] double fittingScale() const;

    void fit();
    // What is under `still` stays there.
    void zoomBy(double factor, QPointF still);
    // Between all of it and every pixel of it.
    void toggle(QPointF still);
    void panBy(QPointF distance);

private:
    void zoomTo(double scale, QPointF still);
    void bound();

    QSizeF m_size;
    QSizeF m_window;
    QPointF m_middle; // Of the window, in the picture's pixels.
    double m_natural = 1;
    double m_scale = 1;
    bool m_fitted = true;
};
