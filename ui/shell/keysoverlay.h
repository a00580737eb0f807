#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;

// All keys at a glance, over the window, made from the tables of actions and of the panes' own
// keys. Arrows and pages scroll; any other key, or a click, ends it.
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
    // Lines are broken where not even one column finds the room for whole ones.
    enum class Lines { Whole, Broken };

    void fill(int columns, Lines lines = Lines::Whole);
    [[nodiscard]] bool fits(int width) const;
    void place();
    bool scroll(int key);

    QScrollArea *m_card;
    int m_columns = 0; // As it was filled last.
    Lines m_lines = Lines::Whole;
    QPointer<QWidget> m_before; // What had the focus.
};
