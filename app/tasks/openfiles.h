#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <optional>

// Opens saved files on the pool, several at a time, and hands over their stories in the order the
// files were given. A file that cannot be read is reported, and the rest goes on.
class OpenFiles : public QObject
{
    Q_OBJECT

public:
    // Pages are read by the rules in that file, if it is given.
    explicit OpenFiles(const QString &rulesFile = {}, QObject *parent = nullptr);

    // Adds files to those being opened; a folder stands for the files in it.
    void open(const QStringList &paths);
    // A story given as text, as if it stood in a file of that name: dropped or pasted.
    void openText(const QByteArray &text, const QString &name);
    // Forgets what is still waiting; finished() follows.
    void cancel();
    // Starts no more files until it is told to go on: for whoever cannot keep up with the stories.
    void hold();
    void goOn();

    [[nodiscard]] bool running() const { return m_running; }

signals:
    void opened(const QList<Article> &stories, const QString &path);
    void failed(const Error &error); // `where` is the file.
    // `current` is the file that is read now; empty at the end and while folders are listed.
    void progressed(int done, int total, const QString &current);
    void finished(int opened, int failed);

private:
    using Stories = Result<QList<Article>>;

    struct Item
    {
        QString path;
        std::function<Stories()> read;
        std::optional<Stories> answer = {};
    };

    // `first` is the answer of the first of them, if it was read already.
    void enqueue(QList<Item> items, const std::optional<Stories> &first = {});
    void startMore();
    void answered(quint64 number, const Stories &stories);
    void announceReady();
    void tellProgress();
    void finishIfDone();

    QString m_rulesFile;
    QThreadPool m_listing; // Of one thread: folders are listed in the order they were given.
    std::deque<Item> m_items; // From the oldest that is not announced yet.
    quint64 m_first = 0; // Number of m_items.front().
    quint64 m_next = 0; // Number of the next item to start.
    quint64 m_round = 0; // Counts cancellations; answers of an earlier round are dropped.
    bool m_running = false;
    bool m_held = false;
    int m_listings = 0;
    int m_total = 0;
    int m_opened = 0;
    int m_failed = 0;
};
