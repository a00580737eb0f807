#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

// How far the opening of many files or the fetching of many feeds is, and a way to stop it. Appears
// only when it takes a while.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    // `current` is the file being read; only its name is shown.
    void setProgress(int done, int total, const QString &current = {});
    // A folder is looked through: how many files there are is not known yet.
    void setSearching(const QString &folder);
    // `current` is a feed that is fetched now.
    void setFetching(int done, int total, const QString &current);
    // Something of which nobody knows how long it takes.
    void setWorking(const QString &text);
    // `share` of the whole from 0 to 1, or less than 0 where that is not known.
    void setDownloading(const QString &name, double share);
    void finish();

signals:
    void cancelled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void show(const QString &text, const QString &name);
    void setName(const QString &name);
    using QWidget::show;

    QLabel *m_text;
    QLabel *m_name;
    QProgressBar *m_bar;
    QTimer m_patience;
    QString m_current; // The name that is shown, elided where there is no room.
};
