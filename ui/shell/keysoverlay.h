#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;

// All keys at a glance, over the window, made from the table of actions. Arrows and pages scroll;
// any other key, or a click, ends it.
class KeysOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit KeysOverlay(QWidget *window);

    void toggle();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fill(int columns);
    void place();
    bool scroll(int key);

    QScrollArea *m_card;
    int m_columns = 0; // As it was filled last.
    QPointer<QWidget> m_before; // What had the focus.
};
