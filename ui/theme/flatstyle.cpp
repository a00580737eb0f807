#include "theme/flatstyle.h"

#include "theme/colours.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int scrollBarWidth = 12;
constexpr int scrollHandleMinimum = 40;

struct Box
{
    QColor fill = Qt::transparent;
    QColor line = Qt::transparent;
    qreal lineWidth = 1;
};

void drawBox(QPainter *painter, const QRect &rect, const Box &box, qreal radius = theme::corner)
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

void drawField(const QStyleOption *option, QPainter *painter)
{
    const auto focused = option->state.testFlag(QStyle::State_HasFocus);
    drawBox(painter, option->rect,
            {.fill = option->palette.color(QPalette::Base),
             .line = focused ? theme::accent(option->palette) : theme::hairline(option->palette),
             .lineWidth = focused ? 2.0 : 1.0});
}

// The one that Enter presses is filled.
bool standsOut(const QStyleOptionButton &button)
{
    return button.features.testFlag(QStyleOptionButton::DefaultButton)
        && button.state.testFlag(QStyle::State_Enabled);
}

void drawButton(const QStyleOption *option, QPainter *painter)
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
}

void drawToolButton(const QStyleOption *option, QPainter *painter)
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

void drawCheckBox(const QStyleOption *option, QPainter *painter)
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

void drawMenuItem(const QStyleOption *option, QPainter *painter)
{
    // Fusion fills the highlighted item; under a soft one the text must keep its colour.
    if (option->state.testFlag(QStyle::State_Selected))
        drawBox(painter, option->rect.adjusted(4, 0, -4, 0),
                {.fill = theme::selection(option->palette)}, theme::smallCorner);
}

void drawScrollBar(const QStyle *style, const QStyleOptionSlider *option, QPainter *painter,
                   const QWidget *widget)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
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
            {.fill = theme::blended(option->palette.color(QPalette::Text),
                                    option->palette.color(QPalette::Base), weight)},
            std::min(rect.width(), rect.height()) / 2.0);
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
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

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStyleFactory::create(u"fusion"_s))
{
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter);
        return;
    case PE_PanelButtonCommand:
        drawButton(option, painter);
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_FrameFocusRect: // Every control of ours shows its focus itself.
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        [[fallthrough]];
    case PE_Frame:
        painter->setPen(theme::hairline(option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, theme::hairline(option->palette));
        return;
    case CE_ProgressBarGroove:
        drawBox(painter, option->rect, {.fill = theme::hairline(option->palette)},
                option->rect.height() / 2.0);
        return;
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuBarItem: {
        auto item = *qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(item.rect, item.palette.color(QPalette::Window));
        if (item.state.testFlag(State_Selected))
            drawBox(painter, item.rect.adjusted(1, 2, -1, -2), {.fill = theme::hover(item.palette)},
                    theme::smallCorner);
        drawItemText(painter, item.rect, Qt::AlignCenter | Qt::TextShowMnemonic, item.palette,
                     item.state.testFlag(State_Enabled), item.text, QPalette::WindowText);
        return;
    }
    case CE_PushButtonLabel: {
        auto button = *qstyleoption_cast<const QStyleOptionButton *>(option);
        if (standsOut(button))
            button.palette.setColor(QPalette::ButtonText,
                                    button.palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &button, painter, widget);
        return;
    }
    case CE_MenuItem: {
        drawMenuItem(option, painter);
        auto item = *qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        item.palette.setColor(QPalette::HighlightedText, item.palette.color(QPalette::Text));
        item.palette.setColor(QPalette::Highlight, Qt::transparent);
        item.palette.setColor(QPalette::ButtonText, item.palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &item, painter, widget);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        drawScrollBar(this, slider, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl part, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return visualRect(option->direction, option->rect, scrollBarPart(*slider, part));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                  const QSize &contents, const QWidget *widget) const
{
    auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size = {size.width() + 2 * theme::grid, std::max(size.height(), 4 * theme::grid)};
    else if (type == CT_LineEdit)
        size.setHeight(std::max(size.height(), 4 * theme::grid));
    else if (type == CT_ToolButton)
        size = size.expandedTo({4 * theme::grid, 4 * theme::grid});
    else if (type == CT_MenuItem && size.height() > theme::grid + 4)
        size = {size.width() + theme::grid, std::max(size.height(), 28)};
    else if (type == CT_MenuBarItem)
        size += QSize(theme::half, 2);
    return size;
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return scrollHandleMinimum;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return theme::half;
    case PM_ToolBarItemSpacing:
        return 2;
    case PM_ToolBarItemMargin:
        return 2;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return theme::iconSide;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 2 * theme::grid;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *answer) const
{
    // Words alone say what a dialog's button does.
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText
        || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}
