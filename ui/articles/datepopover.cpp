#include "articles/datepopover.h"

#include "theme/icons.h"
#include "theme/metrics.h"

#include <QCalendarWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// Qt's calendar has arrows and a bar of its own colours.
void quieten(QCalendarWidget *calendar)
{
    for (const auto &[name, icon] : {std::pair{u"qt_calendar_prevmonth"_s, u"fold-left"_s},
                                     std::pair{u"qt_calendar_nextmonth"_s, u"fold-right"_s}}) {
        if (auto *button = calendar->findChild<QToolButton *>(name))
            button->setIcon(theme::icon(icon));
    }
    auto *bar = calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s);
    if (!bar)
        return;
    bar->setBackgroundRole(QPalette::Base);
    auto palette = calendar->palette();
    palette.setColor(QPalette::HighlightedText, palette.color(QPalette::Text));
    for (auto *button : bar->findChildren<QToolButton *>()) {
        button->setPalette(palette);
        button->setAutoRaise(true);
    }
}

} // namespace

DatePopover::DatePopover(QDate shown, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Go to a date"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    m_calendar->setFirstDayOfWeek(locale().firstDayOfWeek());
    m_calendar->setMaximumDate(std::max(QDate::currentDate(), shown));
    m_calendar->setSelectedDate(shown);
    // News does not rest at weekends: no day is red.
    QTextCharFormat weekday;
    weekday.setForeground(palette().color(QPalette::Text));
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        m_calendar->setWeekdayTextFormat(day, weekday);
    quieten(m_calendar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::half, theme::half, theme::half, theme::half);
    layout->addWidget(m_calendar);
    connect(m_calendar, &QCalendarWidget::clicked, this, &DatePopover::choose);
    connect(m_calendar, &QCalendarWidget::activated, this, &DatePopover::choose);
    setFocusProxy(m_calendar);
}

void DatePopover::popUp(const QPoint &topLeft)
{
    const auto *screen = QGuiApplication::screenAt(topLeft);
    const auto room = screen ? screen->availableGeometry() : QRect(topLeft, sizeHint());
    const auto size = sizeHint();
    move(std::max(std::min(topLeft.x(), room.right() - size.width()), room.left()),
         std::max(std::min(topLeft.y(), room.bottom() - size.height()), room.top()));
    show();
    m_calendar->setFocus();
}

void DatePopover::choose(QDate day)
{
    emit chosen(day);
    close();
}
