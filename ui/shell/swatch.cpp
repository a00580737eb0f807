#include "shell/swatch.h"

#include "theme/colours.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 4 * theme::grid;
constexpr int ring = 4; // Around it: that it is chosen, or has the focus.

} // namespace

Swatch::Swatch(const std::optional<page::Theme> &theme, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setToolTip(name);
    setFixedSize(sizeHint());
}

QSize Swatch::sizeHint() const
{
    return {side + 2 * ring, side + 2 * ring};
}

void Swatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto page = QRectF(rect()).adjusted(ring, ring, -ring, -ring);
    QPainterPath shape;
    shape.addRoundedRect(page.adjusted(0.5, 0.5, -0.5, -0.5), theme::corner, theme::corner);
    painter.save();
    painter.setClipPath(shape);
    paintPage(painter, m_theme.value_or(page::Theme::Light));
    if (!m_theme) {
        painter.setClipRect(page.adjusted(page.width() / 2, 0, 0, 0), Qt::IntersectClip);
        paintPage(painter, page::Theme::Dark);
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme::blended(palette().color(QPalette::Text), palette().color(QPalette::Base),
                                  underMouse() ? 0.5 : 0.25));
    painter.drawPath(shape);
    if (!isChecked() && !hasFocus())
        return;
    painter.setPen(QPen(isChecked() ? theme::accent(palette()) : theme::secondaryText(palette()),
                        hasFocus() ? 2.5 : 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme::corner + 2,
                            theme::corner + 2);
}

// A headline's letters, and a line of text below them.
void Swatch::paintPage(QPainter &painter, page::Theme theme) const
{
    const auto colours = page::colours(theme);
    painter.fillRect(rect(), QColor(colours.paper));
    auto font = this->font();
    font.setFamilies(page::textFaces());
    font.setPixelSize(15);
    painter.setFont(font);
    painter.setPen(QColor(colours.headline));
    painter.drawText(rect().adjusted(0, 0, 0, -6), Qt::AlignCenter, u"Aa"_s);
    painter.fillRect(QRectF(width() / 2.0 - 8, height() - 13, 16, 1.5), QColor(colours.accent));
}
