#pragma once

#include <QWidget>

class QLabel;

// The bar under a story that a search has found: which of its words is shown, and the next one.
class MatchBar : public QWidget
{
    Q_OBJECT

public:
    explicit MatchBar(QWidget *parent = nullptr);

    // Which of how many; `hit` is 0 before one was gone to.
    void setHits(int hit, int hits);

signals:
    void stepped(bool backwards);
    void closed();

private:
    QLabel *m_label;
};
