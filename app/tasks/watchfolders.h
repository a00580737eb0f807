#pragma once

#include "library/sharedlibrary.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

// Keeps the library in step with the folders a person saves stories to: what is saved there appears
// as a story. The files are only read: never moved, changed or deleted. A file that was renamed or
// moved is known by its content and stays the same story.
class WatchFolders : public QObject
{
    Q_OBJECT

public:
    // Pages are read by the rules in that file, if it is given.
    explicit WatchFolders(SharedLibrary &library, const QString &rulesFile = {},
                          QObject *parent = nullptr);
    ~WatchFolders() override;

    // Asks the library which folders are watched and looks through them.
    void start();
    void watch(const QString &folder);
    void unwatch(const QString &folder);
    // Ends looking through folders for now; what was found stays.
    void cancel();
    // Undo and redo may have changed which folders are watched.
    void reload();

signals:
    void folders(const QStringList &watched);
    void failed(const Error &error); // A folder that cannot be read; `where` names it.
    void progressed(int done, int total); // Of the files that are new or changed.
    void finished();

private:
    void setFolders(const QStringList &watched);
    void scan(const QString &folder);
    void scanSoon(const QString &folder);
    void lookThrough(const QString &folder, const QList<Library::KnownFile> &known);
    void readNext();
    void store(const QString &folder, const Library::KnownFile &file,
               const Result<QList<Article>> &stories);
    QString watchedAbove(const QString &folder) const;

    struct Found
    {
        QString folder;
        Library::KnownFile file;
    };

    SharedLibrary &m_library;
    QString m_rulesFile;
    QFileSystemWatcher m_watcher;
    QThreadPool m_pool; // One thread: looking through folders leaves the other cores alone.
    QTimer m_settle; // Waits until a burst of changes is over.
    QTimer m_rescan; // For network folders, where nothing tells of changes.
    QStringList m_folders;
    QSet<QString> m_dirty;
    QList<Found> m_found; // Still to be read.
    QSet<QString> m_waiting; // Their paths.
    bool m_reading = false;
    quint64 m_round = 0;
    int m_done = 0;
    int m_total = 0;
};
