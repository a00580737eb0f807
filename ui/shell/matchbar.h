#pragma once

#include "shell/rounds.h"

#include <QWidget>

class QLabel;

// The bar under a story that a search has found: which of its words is shown, and the next one.
class MatchBar : public QWidget
{
    Q_OBJECT

public:
    explicit MatchBar(QWidget *parent = nullptr);

    // Another one is gone to; setHits() then tells which.
    void leave(bool backwards) { m_rounds.leave(backwards); }
    // Which of how many; `hit` is 0 before one was gone to.
    void setHits(int hit, int hits);

signals:
    void stepped(bool backwards);
    void closed();

private:
    QLabel *m_label;
    Rounds m_rounds;
};
