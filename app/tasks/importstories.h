#pragma once

#include "library/sharedlibrary.h"
#include "tasks/openfiles.h"

#include <QObject>

// How an import went.
struct ImportReport
{
    QStringList paths = {}; // What was asked for: folders and files.
    int files = 0; // That were looked at.
    int left = 0; // That were not, since it was cancelled.
    int added = 0; // Stories that the library did not have.
    int known = 0; // Stories that it had already, or that stood in several files.
    QList<Error> errors = {}; // Files that could not be read; `where` names each.
    std::optional<Error> stopped = {}; // The library could not be written: it ended there.

    bool operator==(const ImportReport &) const = default;
};

// Takes all stories of folders and files into the library, unread. What is new is one step
// for undo, also of an import that was cancelled: what is in stays in.
class ImportStories : public QObject
{
    Q_OBJECT

public:
    // Pages are read by the rules in that file, if it is given.
    explicit ImportStories(SharedLibrary &library, const QString &rulesFile = {},
                           QObject *parent = nullptr);

    // Paths that come while others are still imported belong to the same import.
    void import(const QStringList &paths);
    // Ends it; finished() follows when what was read is kept.
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }

signals:
    // `current` is the file that is read now; empty while folders are looked through.
    void progressed(int done, int total, const QString &current);
    void finished(const ImportReport &report);

private:
    void take(const QList<Article> &stories);
    void store(const QList<Article> &stories);
    void stored(const QList<Article> &stories, const Result<LibraryChange> &change);
    void finishIfDone();

    SharedLibrary &m_library;
    OpenFiles m_files;
    ImportReport m_report;
    Library::Batch m_batch; // One step for undo.
    qsizetype m_waiting = 0; // Stories on their way to the library.
    int m_left = 0; // Files still to be read.
    bool m_running = false;
};
