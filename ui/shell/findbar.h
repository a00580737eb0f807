#pragma once

#include "shell/rounds.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

// The field under a story in which its words are looked for.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { Forwards, Backwards };

    explicit FindBar(QWidget *parent = nullptr);

    void open();
    // False when it was not open.
    bool close();
    void again(Direction direction);
    // Which of how many places with the words is shown; says when that is beyond an end.
    void setFound(int hit, int hits);
    [[nodiscard]] QString words() const;

signals:
    void wanted(const QString &words, Direction direction); // No words: the search is over.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void await();

    QLineEdit *m_field;
    QLabel *m_again; // That it began again at the other end.
    QLabel *m_count;
    Rounds m_rounds;
    QTimer m_awaiting; // The answer, in a story so long that it takes a moment.
};
