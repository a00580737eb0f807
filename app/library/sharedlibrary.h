#pragma once

#include "base/worker.h"
#include "library/library.h"

#include <QObject>

// The library for the main thread: one thread writes, another reads, so that looking never waits
// for saving. Jobs are functions of a Library & that return a Result; answers come back to the main
// thread and are dropped when their receiver is gone.
class SharedLibrary : public QObject
{
    Q_OBJECT

public:
    // Returns at once; the folder is opened over there. When that fails every job answers with the
    // error and failed() is emitted once.
    explicit SharedLibrary(const QString &folder, QObject *parent = nullptr);
    ~SharedLibrary() override;

    // job(Library &) → Result<T>; done(const Result<T> &).
    template<typename Job, typename Done>
    void read(Job job, const QObject *receiver, Done done);

    // The same, but a later search ends an earlier one that still runs: that one answers Cancelled.
    template<typename Job, typename Done>
    void search(Job job, const QObject *receiver, Done done);

    // job(Library &) → Result<LibraryChange>, Result<Added>, Result<Undone> or Result<void>. What
    // changed is announced by changed() before done() is called; done may be left out. An error is
    // announced by failed().
    template<typename Job, typename Done>
    void write(Job job, const QObject *receiver, Done done);
    template<typename Job>
    void write(Job job);

signals:
    void changed(const LibraryChange &change);
    void failed(const Error &error);

private:
    // (to be completed by the implementer)
};
