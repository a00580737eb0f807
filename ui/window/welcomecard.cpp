#include "window/welcomecard.h"

#include "theme/colours.h"
#include "theme/icons.h"
#include "theme/metrics.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace {

constexpr int lowest = 8 * theme::grid;
constexpr int iconSide = 24;
constexpr int beside = 2 * theme::grid; // Of the words at either side, and of the icon.
constexpr int above = theme::grid + theme::half; // Of the words, and below them.
constexpr int between = theme::half; // Title and text.
constexpr int highest = 10'000;
constexpr auto wrapped = int(Qt::TextWordWrap);

} // namespace

WelcomeCard::WelcomeCard(Words words, Kind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_words(std::move(words))
    , m_kind(kind)
{
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.text);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(kind == Kind::Button ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, kind == Kind::Place);
    if (kind == Kind::Button)
        setCursor(Qt::PointingHandCursor);
}

QSize WelcomeCard::sizeHint() const
{
    const auto width = 40 * theme::grid;
    return {width, heightForWidth(width)};
}

QSize WelcomeCard::minimumSizeHint() const
{
    return {20 * theme::grid, lowest};
}

int WelcomeCard::heightForWidth(int width) const
{
    const QRect room(0, 0, width - iconSide - 3 * beside, highest);
    const auto title = QFontMetrics(titleFont()).boundingRect(room, wrapped, m_words.title);
    const auto text = fontMetrics().boundingRect(room, wrapped, m_words.text);
    return std::max(lowest, title.height() + between + text.height() + 2 * above);
}

QFont WelcomeCard::titleFont() const
{
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
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
    auto inner = rect().adjusted(beside, 0, -beside, 0);
    const auto iconX = rightToLeft ? inner.right() - iconSide : inner.left();
    painter.drawPixmap(
        iconX, inner.center().y() - iconSide / 2,
        theme::tinted(m_words.icon, theme::accent(palette()), iconSide, devicePixelRatioF()));
    const auto indent = iconSide + beside;
    inner.adjust(rightToLeft ? 0 : indent, 0, rightToLeft ? -indent : 0, 0);

    const auto how = wrapped | int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    const QRect room(0, 0, inner.width(), highest);
    const auto title
        = QFontMetrics(titleFont()).boundingRect(room, wrapped, m_words.title).height();
    const auto words = fontMetrics().boundingRect(room, wrapped, m_words.text).height();
    inner.setTop((height() - title - between - words) / 2);
    painter.setPen(text);
    painter.setFont(titleFont());
    painter.drawText(inner, how, m_words.title);
    painter.setPen(theme::secondaryText(palette()));
    painter.setFont(font());
    painter.drawText(inner.adjusted(0, title + between, 0, 0), how, m_words.text);
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
