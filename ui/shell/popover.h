#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;

// A small panel over the window, below what opened it: never larger than the window, and gone with
// Esc, a click beside it, or what opened it. Keys that it does not use itself work on.
class Popover : public QWidget
{
    Q_OBJECT

public:
    explicit Popover(QWidget *window);

    // The widget becomes its own.
    void setContent(QWidget *content);
    // Below `opener` where that is to be seen, otherwise in the upper corner of `room`.
    void popUp(QWidget *opener, QWidget *room);
    // The focus goes back to where it was.
    void leave();

signals:
    void left();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    // Tab goes round in it: whoever wants to leave presses Esc.
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    [[nodiscard]] QRect placeWanted() const;

    QScrollArea *m_scroll;
    QPointer<QWidget> m_opener;
    QPointer<QWidget> m_room;
    QPointer<QWidget> m_before; // That had the focus.
};
