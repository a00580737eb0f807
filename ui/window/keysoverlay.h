#pragma once

#include <QFrame>
#include <QPointer>

// All keys at a glance, over the window, made from the table of actions. Any key or click ends it.
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
    void fill();

    QFrame *m_card;
    QPointer<QWidget> m_before; // What had the focus.
};
