#pragma once

#include "base/worker.h"
#include "library/feedstore.h"
#include "library/history.h"
#include "library/library.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

// The library for the main thread: one thread writes, another reads, so that looking never waits
// for saving. Jobs are functions of a Library & that return a Result; answers come back to the main
// thread and are dropped when their receiver is gone.
class SharedLibrary : public QObject
{
    Q_OBJECT

public:
    // Returns at once; the folder is opened over there. When that fails, failed() is emitted once
    // and every job answers with the error, but for reading a library that may only be read.
    explicit SharedLibrary(const QString &folder, QObject *parent = nullptr);
    // Finishes the writing that was asked for.
    ~SharedLibrary() override;

    // job(Library &) → Result<T>; done(const Result<T> &).
    template<typename Job, typename Done>
    void read(Job job, const QObject *receiver, Done done);

    // The same, but a later search ends an earlier one that still runs: that one answers Cancelled.
    // Searches have a thread of their own, so that ending one never hits anything else.
    template<typename Job, typename Done>
    void search(Job job, const QObject *receiver, Done done);

    // The same on a thread for what nobody waits for, such as counting: it holds up neither lists
    // nor searches, and does not keep the program from ending. Ask for one thing at a time.
    template<typename Job, typename Done>
    void count(Job job, const QObject *receiver, Done done);

    // job(Library &) → Result<LibraryChange>, Result<void>, Result<LastStep> (once all that was
    // asked for before is written), or a Result of what has a `change`.
    // What changed is announced by changed() before done() is called; done may be left out. An
    // error is announced by failed().
    template<typename Job, typename Done>
    void write(Job job, const QObject *receiver, Done done);
    template<typename Job>
    void write(Job job);

    // Closes the library, so that its files may be replaced: job(const QString &folder) → Result<T>
    // has them alone. Then it is opened anew, and everything is announced as changed. What is asked
    // for meanwhile waits.
    template<typename Job, typename Done>
    void whileClosed(Job job, const QObject *receiver, Done done);
    // After something long was read: lets go of what was kept in memory for it.
    void giveBackMemory();
    // Opens it anew, for when what kept it from being written may have passed.
    void reopen();

    [[nodiscard]] QString folder() const { return m_folder; }
    // False also while it is being opened.
    [[nodiscard]] bool isWritable() const { return m_opened && *m_opened; }
    // Nothing was written for a while.
    [[nodiscard]] bool isResting() const { return m_writing == 0 && !m_rest.isActive(); }

signals:
    void changed(const LibraryChange &change);
    void failed(const Error &error);
    // It can be written from now on; or it cannot, for this reason, but may be readable.
    void becameWritable();
    void becameReadOnly(const Error &error);
    // The program that wrote it before did not come to its end.
    void foundUnclean();

private:
    // What a thread owns: a library, or why there is none.
    struct Connection
    {
        explicit Connection(const QString &folder)
            : library(
                Library::open(folder, Library::Access::ReadWrite, LibraryLock::Tenure::Lasting))
        {
        }
        // What only reads may work where writing failed; if not, the writer knows best why.
        Connection(const QString &folder, const Result<void> &writer)
            : library(Library::open(folder, Library::Access::ReadOnly))
        {
            if (!library && !writer)
                library = writer.error();
        }

        void close() { library = Error{.kind = Error::Kind::Cancelled, .detail = {}}; }

        template<typename Job>
        std::invoke_result_t<Job, Library &> run(const Job &job) const
        {
            if (!library)
                return library.error();
            return job(**library);
        }

        Result<std::unique_ptr<Library>> library;
    };
    using Thread = Worker<Connection>;

    struct Opening
    {
        Result<void> outcome;
        bool unclean = false;
    };

    void writerOpened(const Opening &opening);
    // Ends the reading that was asked for, then goes on.
    void closeReaders(const std::function<void()> &then);
    // Runs on the main thread, once the writer has made or upgraded what the others only read.
    void whenOpened(std::function<void()> task);
    static Opening opening(const Connection &connection);
    Thread &searcher();
    Thread &counter();
    // A thread that only reads, and what ends its queries.
    std::unique_ptr<Thread> interruptible(Library::Interrupter *&interrupter);
    void beginSearch(std::function<void()> start, std::function<void()> cancel);
    void endSearch();
    void announce(const LibraryChange &change);
    // Once nothing was written for a while, does what can wait, a little at a time.
    void settle();

    static LibraryChange changeOf(const LibraryChange &change) { return change; }
    static LibraryChange changeOf(const LastStep & /*asked*/) { return {}; }
    static LibraryChange changeOf(const Restored &restored) { return restored.undone.change; }
    template<typename Answer>
    static LibraryChange changeOf(const Answer &answer)
    {
        return answer.change;
    }

    // A search that waits for the one before it to end.
    struct WaitingSearch
    {
        std::function<void()> start;
        std::function<void()> cancel;
    };

    QString m_folder;
    std::optional<Result<void>> m_opened; // What the writer said.
    QTimer m_rest;
    int m_writing = 0; // Jobs that were not answered yet.
    bool m_isSearching = false;
    bool m_isSuperseded = false; // A later search waits for the running one.
    std::vector<std::function<void()>> m_waiting;
    std::optional<WaitingSearch> m_nextSearch;
    Library::Interrupter *m_interrupter = nullptr;
    Library::Interrupter *m_countInterrupter = nullptr;
    std::unique_ptr<Thread> m_counter;
    std::unique_ptr<Thread> m_searcher;
    std::unique_ptr<Thread> m_reader;
    std::unique_ptr<Thread> m_writer; // Ends first: it is declared last.
};

template<typename Job, typename Done>
void SharedLibrary::read(Job job, const QObject *receiver, Done done)
{
    whenOpened([this, job = std::move(job), receiver = QPointer(receiver), done = std::move(done)] {
        if (!receiver)
            return;
        m_reader->run([job](const Connection &connection) { return connection.run(job); }, receiver,
                      done);
    });
}

template<typename Job, typename Done>
void SharedLibrary::count(Job job, const QObject *receiver, Done done)
{
    whenOpened([this, job = std::move(job), receiver = QPointer(receiver), done = std::move(done)] {
        if (!receiver)
            return;
        counter().run([job](const Connection &connection) { return connection.run(job); }, receiver,
                      done);
    });
}

template<typename Job, typename Done>
void SharedLibrary::search(Job job, const QObject *receiver, Done done)
{
    using Answer = std::invoke_result_t<Job, Library &>;
    auto answer = [receiver = QPointer(receiver), done = std::move(done)](const Answer &result) {
        if (receiver)
            done(result);
    };
    auto cancel = [answer] { answer(Error{.kind = Error::Kind::Cancelled, .detail = {}}); };
    auto start = [this, job = std::move(job), answer, cancel] {
        searcher().run([job](const Connection &connection) { return connection.run(job); }, this,
                       [this, answer, cancel](const Answer &result) {
                           // Whatever it found, nobody waits for it any more.
                           const auto superseded = m_isSuperseded;
                           endSearch();
                           superseded ? cancel() : answer(result);
                       });
    };
    whenOpened([this, start = std::move(start), cancel = std::move(cancel)] {
        beginSearch(start, cancel);
    });
}

template<typename Job, typename Done>
void SharedLibrary::write(Job job, const QObject *receiver, Done done)
{
    using Answer = std::invoke_result_t<Job, Library &>;
    ++m_writing;
    m_writer->run(
        [job = std::move(job)](const Connection &connection) { return connection.run(job); }, this,
        [this, receiver = QPointer(receiver), done = std::move(done)](const Answer &result) {
            --m_writing;
            m_rest.start();
            // Without a library, that was announced when it could not be opened.
            if (!result && m_opened && *m_opened)
                emit failed(result.error());
            if constexpr (!std::is_same_v<Answer, Result<void>>) {
                if (result)
                    announce(changeOf(*result));
            }
            if (receiver)
                done(result);
        });
}

template<typename Job, typename Done>
void SharedLibrary::whileClosed(Job job, const QObject *receiver, Done done)
{
    using Answer = std::invoke_result_t<Job, const QString &>;
    auto replace
        = [this, job = std::move(job), receiver = QPointer(receiver), done = std::move(done)] {
              m_writer->run(
                  [job, folder = m_folder](Connection &connection) {
                      connection.close();
                      auto answer = job(folder);
                      connection = Connection(folder);
                      return std::pair<Answer, Opening>(std::move(answer), opening(connection));
                  },
                  this,
                  [this, receiver, done](const std::pair<Answer, Opening> &result) {
                      writerOpened(result.second);
                      emit changed({.feeds = true, .everything = true});
                      if (receiver)
                          done(result.first);
                  });
          };
    whenOpened([this, replace = std::move(replace)] { closeReaders(replace); });
}

template<typename Job>
void SharedLibrary::write(Job job)
{
    write(std::move(job), this, [](const auto &) {});
}
