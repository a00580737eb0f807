#pragma once

#include <QAbstractButton>

class ReadingPane;

// Says over the head of an open front page how many stories have come since it was made. What is
// read stays where it is until this is pressed.
class NewStories : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewStories(ReadingPane &pane);

    // None hides it.
    void setCount(int stories);

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    ReadingPane &m_pane;
    int m_count = 0;
};
