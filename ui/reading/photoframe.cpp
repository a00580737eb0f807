#include "reading/photoframe.h"

#include <algorithm>

namespace {

constexpr double closest = 8; // Times the picture's own size.
constexpr double nearlyWhole = 1.02; // Zooming out ends there.
constexpr double nothing = 0.5; // Of a pixel is what rounding leaves.

double boundedMiddle(double middle, double size, double window)
{
    // Where all of it is to be seen, it stands in the middle.
    return window >= size ? size / 2 : std::clamp(middle, window / 2, size - window / 2);
}

} // namespace

void PhotoFrame::setPhoto(QSizeF size, double natural)
{
    m_size = size;
    m_natural = natural;
    fit();
}

void PhotoFrame::setWindow(QSizeF size)
{
    m_window = size;
    if (m_fitted)
        fit();
    else
        bound();
}

double PhotoFrame::fittingScale() const
{
    if (m_size.isEmpty() || m_window.isEmpty())
        return m_natural;
    return std::min(
        {m_natural, m_window.width() / m_size.width(), m_window.height() / m_size.height()});
}

QRectF PhotoFrame::area() const
{
    const QPointF middle(m_window.width() / 2, m_window.height() / 2);
    return {middle - m_middle * m_scale, m_size * m_scale};
}

bool PhotoFrame::isWider() const
{
    return m_size.width() * m_scale > m_window.width() + nothing;
}

bool PhotoFrame::isHigher() const
{
    return m_size.height() * m_scale > m_window.height() + nothing;
}

void PhotoFrame::fit()
{
    m_fitted = true;
    m_scale = fittingScale();
    m_middle = QPointF(m_size.width() / 2, m_size.height() / 2);
}

void PhotoFrame::zoomBy(double factor, QPointF still)
{
    zoomTo(m_scale * factor, still);
}

void PhotoFrame::toggle(QPointF still)
{
    if (!m_fitted)
        fit();
    else
        zoomTo(std::max(m_natural, 2 * fittingScale()), still);
}

void PhotoFrame::zoomTo(double scale, QPointF still)
{
    const auto fitting = fittingScale();
    if (scale < fitting * nearlyWhole) {
        fit();
        return;
    }
    const QPointF fromMiddle = still - QPointF(m_window.width() / 2, m_window.height() / 2);
    const auto point = m_middle + fromMiddle / m_scale;
    m_fitted = false;
    m_scale = std::min(scale, std::max(closest * m_natural, 2 * fitting));
    m_middle = point - fromMiddle / m_scale;
    bound();
}

void PhotoFrame::panBy(QPointF distance)
{
    m_middle -= distance / m_scale;
    bound();
}

void PhotoFrame::bound()
{
    m_middle.setX(boundedMiddle(m_middle.x(), m_size.width(), m_window.width() / m_scale));
    m_middle.setY(boundedMiddle(m_middle.y(), m_size.height(), m_window.height() / m_scale));
}
