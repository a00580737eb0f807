#include "window/welcomecard.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QStyle>

#include <utility>

namespace {

constexpr int cardHeight = 8 * theme::grid;
constexpr int iconSide = 24;

} // namespace

WelcomeCard::WelcomeCard(Words words, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_words(std::move(words))
    , m_kind(kind)
{
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(kind == Kind::Button ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, kind == Kind::Place);
    if (kind == Kind::Button)
        setCursor(Qt::PointingHandCursor);
}

QSize WelcomeCard::sizeHint() const
{
    return {40 * theme::grid, cardHeight};
}

void WelcomeCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto base = palette().color(QPalette::Base);
    const auto text = palette().color(QPalette::Text);
    const auto place = m_kind == Kind::Place;
    auto fill = place ? palette().color(QPalette::Window) : base;
    if (isDown() || underMouse())
        fill = theme::blended(text, base, isDown() ? 0.08 : 0.04);
    QPen pen(hasFocus() ? theme::accent(palette()) : theme::hairline(palette()),
             hasFocus() ? 2 : 1);
    if (place) {
        pen.setColor(palette().color(QPalette::Shadow));
        pen.setStyle(Qt::DashLine);
    }
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme::grid, theme::grid);

    const auto rightToLeft = layoutDirection() == Qt::RightToLeft;
    auto inner = rect().adjusted(2 * theme::grid, theme::grid, -2 * theme::grid, -theme::grid);
    const auto iconX = rightToLeft ? inner.right() - iconSide : inner.left();
    painter.drawPixmap(
        iconX, inner.center().y() - iconSide / 2,
        theme::tinted(m_words.icon, theme::accent(palette()), iconSide, devicePixelRatioF()));
    const auto indent = iconSide + 2 * theme::grid;
    inner.adjust(rightToLeft ? 0 : indent, 0, rightToLeft ? -indent : 0, 0);

    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    const auto leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const auto half = inner.height() / 2;
    painter.setPen(text);
    painter.setFont(bold);
    painter.drawText(inner.adjusted(0, 0, 0, -half), leading | Qt::AlignBottom,
                     QFontMetrics(bold).elidedText(m_words.title, Qt::ElideRight, inner.width()));
    painter.setPen(theme::secondaryText(palette()));
    painter.setFont(font());
    painter.drawText(inner.adjusted(0, half, 0, 0), leading | Qt::AlignTop,
                     fontMetrics().elidedText(m_words.text, Qt::ElideRight, inner.width()));
}

void WelcomeCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void WelcomeCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}
