#include "window/openflow.h"

#include <QDateTime>

#include <utility>

namespace {

// Whoever opens more files at once wants what is in them, and not as many questions.
constexpr qsizetype askedFiles = 20;
// Stories that may wait for the library before reading goes on: what bounds the memory.
constexpr qsizetype mostWaiting = 64;

// A story and all that the window wants to know of it, told at once: between two answers it would
// have a story in the library whose state is not known.
struct KeptStory
{
    Headline headline;
    ReadingPosition position;
    LibraryChange change;
};

Result<KeptStory> keep(Library &library, const Article &article, const Library::Batch &batch,
                       const QDateTime &now)
{
    auto added = library.add(article, Library::Occasion::Opened, now, batch);
    if (!added)
        return added.error();
    auto headline = library.headline(added->id);
    if (!headline)
        return headline.error();
    const auto position = library.position(added->id);
    return KeptStory{.headline = *std::move(headline),
                     .position = position ? *position : ReadingPosition(),
                     .change = std::move(added->change)};
}

} // namespace

OpenFlow::OpenFlow(SharedLibrary &library, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_files(rulesFile, this)
{
    connect(&m_files, &OpenFiles::opened, this, &OpenFlow::take);
    connect(&m_files, &OpenFiles::failed, this,
            [this](const Error &error) { m_errors.append(error); });
    connect(&m_files, &OpenFiles::progressed, this, &OpenFlow::progressed);
    connect(&m_files, &OpenFiles::finished, this, [this](int opened, int failed) {
        m_given = 0;
        emit finished(opened, failed);
    });
}

void OpenFlow::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    begin();
    m_given += paths.size();
    m_files.open(paths);
}

void OpenFlow::openText(const QByteArray &text, const QString &name)
{
    begin();
    m_files.openText(text, name);
}

void OpenFlow::openChosen(const QList<Article> &stories)
{
    begin();
    store(stories);
}

void OpenFlow::cancel()
{
    m_files.cancel();
}

void OpenFlow::begin()
{
    // Files that come while others are still being read belong to the same batch, but what was
    // asked for last is shown first.
    if (!m_files.running()) {
        m_errors.clear();
        m_batch = Library::Batch::createUuid();
    }
    m_firstRead = false;
    ++m_round;
    m_storingFailed = false;
    emit started();
}

void OpenFlow::take(const QList<Article> &stories, const QString &path)
{
    if (stories.size() > 1 && m_asking == Asking::IfSeveral && m_given <= askedFiles)
        emit severalFound(path, stories);
    else
        store(stories);
}

void OpenFlow::store(const QList<Article> &stories)
{
    for (const auto &story : stories) {
        const auto first = !std::exchange(m_firstRead, true);
        ++m_waiting;
        // Only one is read now; the others wait among the unread.
        if (first) {
            emit firstRead(story);
            storeShown(story);
        } else {
            storeUnread(story);
        }
    }
    if (m_waiting > mostWaiting)
        m_files.hold();
}

void OpenFlow::storeShown(const Article &article)
{
    m_library.write([article, batch = m_batch, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return keep(library, article, batch, now); },
                    this,
                    [this, round = m_round](const Result<KeptStory> &story) {
                        stored(story ? std::nullopt : std::optional(story.error()));
                        // What another batch showed before is not what is shown now.
                        if (story && round == m_round)
                            emit firstStored(story->headline, story->position);
                    });
}

void OpenFlow::storeUnread(const Article &article)
{
    m_library.write(
        [article, batch = m_batch, now = QDateTime::currentDateTimeUtc()](Library &library) {
            return library.add(article, Library::Occasion::Imported, now, batch);
        },
        this,
        [this](const Result<Added> &added) {
            stored(added ? std::nullopt : std::optional(added.error()));
        });
}

void OpenFlow::stored(const std::optional<Error> &error)
{
    --m_waiting;
    if (error && !std::exchange(m_storingFailed, true))
        emit storingFailed(*error);
    if (m_waiting <= mostWaiting / 2)
        m_files.goOn();
}
