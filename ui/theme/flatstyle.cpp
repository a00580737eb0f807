#include "theme/flatstyle.h"

#include "theme/colours.h"
#include "theme/flatparts.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace flat;

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
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowDown:
        drawArrow(element, option, painter);
        return;
    case PE_IndicatorBranch:
        drawBranch(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_IndicatorItemViewItemDrop:
        if (!option->rect.isNull())
            drawDropPlace(option, painter);
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
        if (drawSeparator(option, painter))
            return;
        drawMenuItem(option, painter);
        auto item = *qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        // A tick says what is on; an empty box beside ticks that have none would say nothing.
        if (!item.checked)
            item.checkType = QStyleOptionMenuItem::NotCheckable;
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
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (control == CC_ScrollBar && slider)
        drawScrollBar(this, slider, painter, widget);
    else if (control == CC_Slider && slider && slider->orientation == Qt::Horizontal)
        drawSlider(this, slider, painter, widget);
    else if (control == CC_ComboBox && combo)
        drawComboBox(this, combo, painter, widget);
    else if (control == CC_SpinBox && spin)
        drawSpinBox(this, spin, painter, widget);
    else if (control == CC_ToolButton && tool)
        drawQuietly(*tool, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// Without the arrow that Fusion squeezes into the corner of an icon that opens a menu.
void FlatStyle::drawQuietly(const QStyleOptionToolButton &option, QPainter *painter,
                            const QWidget *widget) const
{
    auto quiet = option;
    if (!quiet.features.testFlag(QStyleOptionToolButton::MenuButtonPopup))
        quiet.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    QProxyStyle::drawComplexControl(CC_ToolButton, &quiet, painter, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl part, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return visualRect(option->direction, option->rect, scrollBarPart(*slider, part));
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    // Its words begin where those in other fields do.
    if (control == CC_ComboBox && part == SC_ComboBoxEditField && combo && !combo->editable) {
        const auto words = QProxyStyle::subControlRect(control, option, part, widget);
        return words.adjusted(theme::half / 2, 0, -theme::half / 2, 0);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const auto rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    // Words keep away from the round corners.
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(theme::half, 0, -theme::half, 0);
    return rect;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option,
                                  const QSize &contents, const QWidget *widget) const
{
    auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size = {size.width() + 2 * theme::grid, std::max(size.height(), 4 * theme::grid)};
    else if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
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
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return sliderHandle;
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

// Of the same hand as the others. Qt's are pictures in files, and the first of those loads a reader
// for every format of pictures there is.
QIcon FlatStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                              const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
        return theme::icon(u"clear"_s);
    case SP_ToolBarHorizontalExtensionButton:
        return theme::icon(u"fold-right"_s);
    case SP_ToolBarVerticalExtensionButton:
        return theme::icon(u"fold-down"_s);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
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
