#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

// How far the opening of many files is, and a way to stop it. Appears only when it takes a while.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void setProgress(int done, int total);
    void finish();

signals:
    void cancelled();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer m_patience;
};
