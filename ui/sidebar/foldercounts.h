#pragma once

#include "library/sharedlibrary.h"
#include "model/smartfolder.h"

#include <QDate>
#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

// Counts the stories of smart folders beside everything else, one folder after another, and again
// when the library changes or the day does. What the library keeps count of by itself is not
// counted here.
class FolderCounts : public QObject
{
    Q_OBJECT

public:
    explicit FolderCounts(SharedLibrary &library, QObject *parent = nullptr);

    // Counts nothing before this: the first page is more urgent.
    void start();
    // Those that are new, or have another search, are counted.
    void setFolders(const QList<SmartFolder> &folders);

signals:
    void counted(SmartFolderId folder, int stories);

private:
    void apply(const LibraryChange &change);
    void recountAll();
    void recount(SmartFolderId folder);
    void beginRound();
    void countNext();
    void endRound();
    void watchTheDay();

    SharedLibrary &m_library;
    QList<SmartFolder> m_folders;
    QSet<SmartFolderId> m_stale; // To be counted in the next round.
    QSet<SmartFolderId> m_waiting; // In this one.
    QTimer m_soon;
    QTimer m_dayWatch;
    QDate m_day;
    QElapsedTimer m_round;
    bool m_started = false;
};
