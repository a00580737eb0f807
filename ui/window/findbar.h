#pragma once

#include <QWidget>

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

signals:
    void wanted(const QString &words, Direction direction); // No words: the search is over.

private:
    QLineEdit *m_field;
};
