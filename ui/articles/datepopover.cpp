#include "articles/datepopover.h"

#include "theme/metrics.h"

#include <QCalendarWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QTextCharFormat>
#include <QVBoxLayout>

#include <algorithm>

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
