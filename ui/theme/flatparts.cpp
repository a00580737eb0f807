#include "theme/flatparts.h"

#include "theme/colours.h"
#include "theme/icons.h"

#include <QAbstractScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int arrowSide = 16;

// A tick, or a dash where only some of what the box stands for are ticked.
void drawMark(QPainter *painter, const QRectF &box, const QColor &colour, bool whole)
{
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (whole)
        painter->drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)}));
    else
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter->restore();
}

// A scroll bar is no stripe of its own: it stands on what it scrolls.
QColor groundBeside(const QStyleOption *option, const QWidget *bar)
{
    auto role = QPalette::Base;
    for (const auto *above = bar ? bar->parentWidget() : nullptr; above;
         above = above->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(above)) {
            role = area->viewport()->backgroundRole();
            break;
        }
    }
    return option->palette.color(role);
}

} // namespace

void flat::drawBox(QPainter *painter, const QRect &rect, const Box &box, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(box.fill);
    const auto visible = box.line.alpha() > 0;
    painter->setPen(visible ? QPen(box.line, box.lineWidth) : QPen(Qt::NoPen));
    const auto inset = visible ? box.lineWidth / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void flat::drawField(const QStyleOption *option, QPainter *painter)
{
    const auto focused = option->state.testFlag(QStyle::State_HasFocus);
    drawBox(painter, option->rect,
            {.fill = option->palette.color(QPalette::Base),
             .line = focused ? theme::accent(option->palette) : theme::hairline(option->palette),
             .lineWidth = focused ? 2.0 : 1.0});
}

bool flat::standsOut(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton)
        && button.state.testFlag(QStyle::State_Enabled);
}

void flat::drawButton(const QStyleOption *option, QPainter *painter)
{
    const auto &palette = option->palette;
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto isDefault = button && standsOut(*button);
    const auto base = isDefault ? theme::accent(palette) : palette.color(QPalette::Button);
    const auto pressed = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const auto hovered = option->state.testFlag(QStyle::State_MouseOver)
        && option->state.testFlag(QStyle::State_Enabled);
    const auto weight = pressed ? 0.12 : hovered ? 0.06 : 0.0;
    const auto focused = option->state.testFlag(QStyle::State_HasFocus);
    drawBox(
        painter, option->rect,
        {.fill = theme::blended(palette.color(QPalette::Text), base, weight),
         .line = focused ? theme::accent(palette) : (isDefault ? base : theme::hairline(palette)),
         .lineWidth = focused ? 2.0 : 1.0});
    // Around a filled button a line of its own colour would tell nothing.
    if (isDefault && focused)
        drawBox(painter, option->rect.adjusted(3, 3, -3, -3),
                {.line = palette.color(QPalette::HighlightedText), .lineWidth = 1.5},
                theme::corner - 2);
}

void flat::drawToolButton(const QStyleOption *option, QPainter *painter)
{
    const auto &palette = option->palette;
    const auto pressed = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const auto hovered = option->state.testFlag(QStyle::State_MouseOver)
        && option->state.testFlag(QStyle::State_Enabled);
    const auto focused = option->state.testFlag(QStyle::State_HasFocus)
        && option->state.testFlag(QStyle::State_KeyboardFocusChange);
    if (!pressed && !hovered && !focused)
        return;
    Box box{.line = focused ? theme::accent(palette) : QColor(Qt::transparent), .lineWidth = 2};
    if (pressed || hovered)
        box.fill = theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Window),
                                  pressed ? 0.13 : 0.07);
    drawBox(painter, option->rect, box);
}

void flat::drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const auto &palette = option->palette;
    const auto side = std::min(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const auto marked = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const auto enabled = option->state.testFlag(QStyle::State_Enabled);
    const auto focused = option->state.testFlag(QStyle::State_HasFocus);
    const auto strong = enabled ? theme::accent(palette) : theme::hairline(palette);
    const auto quiet = theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Base),
                                      enabled ? 0.5 : 0.2);
    if (focused)
        drawBox(painter, box.adjusted(-2, -2, 2, 2), {.line = strong, .lineWidth = 1.5},
                theme::smallCorner + 2);
    drawBox(
        painter, box,
        {.fill = marked ? strong : palette.color(QPalette::Base), .line = marked ? strong : quiet},
        theme::smallCorner);
    if (marked)
        drawMark(painter, box, palette.color(QPalette::HighlightedText),
                 option->state.testFlag(QStyle::State_On));
}

void flat::drawComboBox(const QStyle *style, const QStyleOptionComboBox *option, QPainter *painter,
                        const QWidget *widget)
{
    drawField(option, painter);
    const auto arrow
        = style->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxArrow, widget);
    QRect sign(0, 0, arrowSide, arrowSide);
    sign.moveCenter(arrow.center());
    painter->drawPixmap(sign.topLeft(),
                        theme::tinted(u"fold-down"_s, option->palette.color(QPalette::Text),
                                      arrowSide, painter->device()->devicePixelRatio()));
}

void flat::drawSpinBox(const QStyle *style, const QStyleOptionSpinBox *option, QPainter *painter,
                       const QWidget *widget)
{
    drawField(option, painter);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    constexpr int side = 12;
    const auto draw = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        const auto isEnabled = option->stepEnabled.testFlag(step);
        const auto pressed
            = option->state.testFlag(QStyle::State_Sunken) && option->activeSubControls == part;
        const auto group = isEnabled ? QPalette::Active : QPalette::Disabled;
        const auto colour = pressed ? theme::accent(option->palette)
                                    : option->palette.color(group, QPalette::Text);
        const auto place = style->subControlRect(QStyle::CC_SpinBox, option, part, widget);
        painter->save();
        painter->translate(QRectF(place).center());
        if (part == QStyle::SC_SpinBoxUp)
            painter->scale(1, -1); // The same sign, upside down.
        painter->drawPixmap(
            -side / 2, -side / 2,
            theme::tinted(u"fold-down"_s, colour, side, painter->device()->devicePixelRatio()));
        painter->restore();
    };
    draw(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    draw(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void flat::drawSlider(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
                      const QWidget *widget)
{
    const auto &palette = option->palette;
    const auto handle
        = style->subControlRect(QStyle::CC_Slider, option, QStyle::SC_SliderHandle, widget);
    const auto focused = option->state.testFlag(QStyle::State_HasFocus);
    const auto accent = theme::accent(palette);
    QRect groove(option->rect.left(), handle.center().y() - 1, option->rect.width(), theme::half);
    drawBox(painter, groove,
            {.fill
             = theme::blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.25)},
            theme::half / 2.0);
    if (option->upsideDown)
        groove.setLeft(handle.center().x());
    else
        groove.setRight(handle.center().x());
    drawBox(painter, groove, {.fill = accent}, theme::half / 2.0);
    drawBox(
        painter, handle.adjusted(1, 1, -1, -1),
        {.fill = focused ? accent : palette.color(QPalette::Base), .line = accent, .lineWidth = 2},
        handle.width() / 2.0);
}

void flat::drawDropPlace(const QStyleOption *option, QPainter *painter)
{
    const auto colour = theme::accent(option->palette);
    if (option->rect.height() > theme::half) {
        drawBox(painter, option->rect.adjusted(theme::grid, 1, -theme::grid, -1),
                {.line = colour, .lineWidth = 2});
        return;
    }
    const auto line = option->rect.adjusted(2 * theme::grid, 0, -theme::grid, 0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(line.left(), line.top(), line.right(), line.top());
    painter->setBrush(option->palette.color(QPalette::Window));
    painter->drawEllipse(QPoint(line.left(), line.top()), 3, 3);
    painter->restore();
}

void flat::drawArrow(QStyle::PrimitiveElement element, const QStyleOption *option,
                     QPainter *painter)
{
    const auto name = element == QStyle::PE_IndicatorArrowDown ? u"fold-down"_s
        : element == QStyle::PE_IndicatorArrowLeft             ? u"fold-left"_s
                                                               : u"fold-right"_s;
    QRect sign(0, 0, arrowSide, arrowSide);
    sign.moveCenter(option->rect.center());
    const auto enabled = option->state.testFlag(QStyle::State_Enabled);
    const auto colour = enabled ? theme::secondaryText(option->palette)
                                : option->palette.color(QPalette::Disabled, QPalette::Text);
    painter->drawPixmap(
        sign.topLeft(),
        theme::tinted(name, colour, arrowSide, painter->device()->devicePixelRatio()));
}

void flat::drawBranch(const QStyleOption *option, QPainter *painter)
{
    if (!option->state.testFlag(QStyle::State_Children))
        return;
    drawArrow(option->state.testFlag(QStyle::State_Open) ? QStyle::PE_IndicatorArrowDown
                  : option->direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft
                                                         : QStyle::PE_IndicatorArrowRight,
              option, painter);
}

bool flat::drawSeparator(const QStyleOption *option, QPainter *painter)
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item || item->menuItemType != QStyleOptionMenuItem::Separator || !item->text.isEmpty())
        return false;
    const auto &rect = item->rect;
    painter->fillRect(
        QRect(rect.left() + theme::half, rect.center().y(), rect.width() - theme::grid, 1),
        theme::hairline(item->palette));
    return true;
}

void flat::drawMenuItem(const QStyleOption *option, QPainter *painter)
{
    // Fusion fills the highlighted item; under a soft one the text must keep its colour.
    if (option->state.testFlag(QStyle::State_Selected))
        drawBox(painter, option->rect.adjusted(4, 0, -4, 0),
                {.fill = theme::selection(option->palette)}, theme::smallCorner);
}

void flat::drawScrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
                         const QWidget *widget)
{
    const auto ground = groundBeside(option, widget);
    painter->fillRect(option->rect, ground);
    if (option->maximum <= option->minimum)
        return;
    const auto handle
        = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    const auto active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const auto across = active ? 3 : 4;
    const auto along = 2;
    const auto upright = option->orientation == Qt::Vertical;
    const auto rect = upright ? handle.adjusted(across, along, -across, -along)
                              : handle.adjusted(along, across, -along, -across);
    const auto weight = active ? 0.45 : 0.22;
    drawBox(painter, rect,
            {.fill = theme::blended(option->palette.color(QPalette::Text), ground, weight)},
            std::min(rect.width(), rect.height()) / 2.0);
}

QRect flat::scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const auto upright = option.orientation == Qt::Vertical;
    const auto length = upright ? option.rect.height() : option.rect.width();
    const auto range = option.maximum - option.minimum;
    auto handle = length;
    if (range > 0) {
        const auto share = qint64(length) * option.pageStep / (qint64(range) + option.pageStep);
        handle = std::clamp(int(share), std::min(scrollHandleMinimum, length), length);
    }
    const auto start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown);
    const auto section = [&](int from, int to) {
        return upright ? QRect(0, from, option.rect.width(), to - from)
                       : QRect(from, 0, to - from, option.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return section(start, start + handle);
    case QStyle::SC_ScrollBarSubPage:
        return section(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return section(start + handle, length);
    case QStyle::SC_ScrollBarGroove:
        return section(0, length);
    default:
        return {};
    }
}
