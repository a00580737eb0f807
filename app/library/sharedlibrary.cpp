#include "library/sharedlibrary.h"

#include "base/memory.h"
#include "base/trace.h"
#include "library/limits.h"

SharedLibrary::SharedLibrary(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_writer(std::make_unique<Thread>(folder))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(limits::rest);
    connect(&m_rest, &QTimer::timeout, this, &SharedLibrary::settle);
    m_writer->run([](const Connection &connection) { return opening(connection); }, this,
                  [this](const Opening &opened) { writerOpened(opened); });
}

SharedLibrary::~SharedLibrary()
{
    // Nobody waits for a search or a count any more.
    for (auto *interrupter : {m_interrupter, m_countInterrupter}) {
        if (interrupter)
            interrupter->interrupt();
    }
}

SharedLibrary::Opening SharedLibrary::opening(const Connection &connection)
{
    if (!connection.library)
        return {.outcome = connection.library.error()};
    return {.outcome = {}, .unclean = (*connection.library)->wasLeftUnclean()};
}

void SharedLibrary::writerOpened(const Opening &opening)
{
    trace::note("library opened");
    m_opened = opening.outcome;
    m_searcher.reset();
    m_counter.reset();
    m_reader = std::make_unique<Thread>(m_folder, *m_opened);
    const auto waiting = std::exchange(m_waiting, {});
    if (opening.outcome) {
        emit becameWritable();
    } else {
        emit failed(opening.outcome.error());
        emit becameReadOnly(opening.outcome.error());
    }
    if (opening.unclean)
        emit foundUnclean();
    for (const auto &task : waiting)
        task();
}

void SharedLibrary::closeReaders(const std::function<void()> &then)
{
    // Reading waits for the library to be opened again.
    m_opened.reset();
    const auto close = [](Connection &connection) {
        connection.close();
        return true;
    };
    const auto end
        = [this, close](const std::unique_ptr<Thread> &thread, Library::Interrupter *&interrupter,
                        const std::function<void()> &next) {
              if (interrupter)
                  std::exchange(interrupter, nullptr)->interrupt();
              if (thread)
                  thread->run(close, this, [next](bool) { next(); });
              else
                  next();
          };
    const auto endCounter = [this, end, then] { end(m_counter, m_countInterrupter, then); };
    m_reader->run(close, this,
                  [this, end, endCounter](bool) { end(m_searcher, m_interrupter, endCounter); });
}

void SharedLibrary::reopen()
{
    whileClosed([](const QString &) { return Result<void>(); }, this, [](const Result<void> &) {});
}

void SharedLibrary::whenOpened(std::function<void()> task)
{
    if (m_opened)
        task();
    else
        m_waiting.push_back(std::move(task));
}

void SharedLibrary::giveBackMemory()
{
    const auto release = [](const Connection &connection) {
        if (connection.library)
            (*connection.library)->releaseMemory();
        return true;
    };
    const auto giveBack = [](const Connection &) {
        memory::giveBack();
        return true;
    };
    if (m_counter)
        m_counter->run(release, this, [](bool) {});
    if (!m_reader)
        return;
    m_reader->run(release, this, [](bool) {});
    m_reader->run(giveBack, this, [](bool) {});
}

SharedLibrary::Thread &SharedLibrary::searcher()
{
    if (!m_searcher)
        m_searcher = interruptible(m_interrupter);
    return *m_searcher;
}

SharedLibrary::Thread &SharedLibrary::counter()
{
    if (!m_counter)
        m_counter = interruptible(m_countInterrupter);
    return *m_counter;
}

std::unique_ptr<SharedLibrary::Thread>
SharedLibrary::interruptible(Library::Interrupter *&interrupter)
{
    auto thread = std::make_unique<Thread>(m_folder, *m_opened);
    thread->run(
        [](Connection &connection) {
            return connection.library ? (*connection.library)->interrupter() : nullptr;
        },
        this, [&interrupter](Library::Interrupter *found) { interrupter = found; });
    return thread;
}

void SharedLibrary::beginSearch(std::function<void()> start, std::function<void()> cancel)
{
    if (!m_isSearching) {
        m_isSearching = true;
        start();
        return;
    }
    m_isSuperseded = true;
    if (m_interrupter)
        m_interrupter->interrupt();
    const auto passedOver = std::exchange(
        m_nextSearch, WaitingSearch{.start = std::move(start), .cancel = std::move(cancel)});
    if (passedOver)
        passedOver->cancel();
}

void SharedLibrary::endSearch()
{
    m_isSearching = false;
    m_isSuperseded = false;
    const auto next = std::exchange(m_nextSearch, std::nullopt);
    if (!next)
        return;
    m_isSearching = true;
    next->start();
}

void SharedLibrary::announce(const LibraryChange &change)
{
    if (!change.isEmpty())
        emit changed(change);
}

void SharedLibrary::settle()
{
    if (m_writing > 0)
        return;
    m_writer->run(
        [](const Connection &connection) {
            return connection.run([](Library &library) {
                auto more = library.settle(QDateTime::currentDateTimeUtc());
                if (more && !*more && library.releaseMemory() > limits::memoryGivenBack)
                    memory::giveBack();
                return more;
            });
        },
        this,
        [this](const Result<bool> &more) {
            if (more && *more)
                settle();
        });
}
