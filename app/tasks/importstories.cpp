#include "tasks/importstories.h"

#include <utility>

namespace {

// Stories written at once, and how many may wait for that: what bounds the memory of an import.
constexpr qsizetype atOnce = 32;
constexpr qsizetype mostWaiting = 64;
constexpr qsizetype fewWaiting = 16;

Result<LibraryChange> kept(Library &library, const QList<Article> &stories,
                           const Library::Batch &batch)
{
    const auto now = QDateTime::currentDateTimeUtc();
    LibraryChange change;
    for (const auto &story : stories) {
        const auto added = library.add(story, Library::Occasion::Imported, now, batch);
        if (!added)
            return added.error();
        change.added += added->change.added;
        change.changed += added->change.changed;
    }
    return change;
}

} // namespace

ImportStories::ImportStories(SharedLibrary &library, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_files(rulesFile, this)
{
    connect(&m_files, &OpenFiles::opened, this, &ImportStories::take);
    connect(&m_files, &OpenFiles::failed, this, [this](const Error &error) {
        ++m_report.files;
        m_report.errors.append(error);
    });
    connect(&m_files, &OpenFiles::progressed, this,
            [this](int done, int total, const QString &current) {
                m_left = total - done;
                emit progressed(done, total, current);
            });
    connect(&m_files, &OpenFiles::finished, this, &ImportStories::finishIfDone);
}

void ImportStories::import(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (!std::exchange(m_running, true))
        m_batch = Library::Batch::createUuid();
    m_report.paths += paths;
    m_files.open(paths);
}

void ImportStories::cancel()
{
    if (!m_files.running())
        return;
    m_report.left = m_left;
    m_files.cancel();
}

void ImportStories::take(const QList<Article> &stories)
{
    ++m_report.files;
    for (qsizetype at = 0; at < stories.size(); at += atOnce)
        store(stories.mid(at, atOnce));
    if (m_waiting > mostWaiting)
        m_files.hold();
}

void ImportStories::store(const QList<Article> &stories)
{
    m_waiting += stories.size();
    m_library.write(
        [stories, batch = m_batch](Library &library) { return kept(library, stories, batch); },
        this, [this, stories](const Result<LibraryChange> &change) { stored(stories, change); });
}

void ImportStories::stored(const QList<Article> &stories, const Result<LibraryChange> &change)
{
    m_waiting -= stories.size();
    if (change) {
        m_report.added += int(change->added.size());
        m_report.known += int(stories.size() - change->added.size());
    } else if (!std::exchange(m_report.stopped, change.error())) {
        // The next file would fare no better.
        cancel();
    }
    if (m_waiting <= fewWaiting)
        m_files.goOn();
    finishIfDone();
}

void ImportStories::finishIfDone()
{
    if (!m_running || m_files.running() || m_waiting > 0)
        return;
    m_running = false;
    emit finished(std::exchange(m_report, {}));
}
