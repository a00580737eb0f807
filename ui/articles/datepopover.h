#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

// A small calendar to choose a day from, below something; it goes when a day was chosen.
class DatePopover final : public QFrame
{
    Q_OBJECT

public:
    explicit DatePopover(QDate shown, QWidget *parent = nullptr);

    void popUp(const QPoint &topLeft);

signals:
    void chosen(QDate day);

private:
    void choose(QDate day);

    QCalendarWidget *m_calendar;
};
