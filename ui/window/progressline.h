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

    // `current` is the file being read; only its name is shown.
    void setProgress(int done, int total, const QString &current = {});
    // A folder is looked through: how many files there are is not known yet.
    void setSearching(const QString &folder);
    void finish();

signals:
    void cancelled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void appearInAWhile();
    void setName(const QString &path);

    QLabel *m_text;
    QLabel *m_name;
    QProgressBar *m_bar;
    QTimer m_patience;
    QString m_current; // The name that is shown, elided where there is no room.
};
