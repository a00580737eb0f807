#include "window/openflow.h"

#include <QDateTime>

#include <utility>

namespace {

// Whoever opens more files at once wants what is in them, and not as many questions.
constexpr qsizetype askedFiles = 20;
// Stories that may wait for the library before reading goes on: what bounds the memory.
constexpr qsizetype mostWaiting = 64;

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
        if (first)
            emit firstRead(story);
        // Only one is read now; the others wait among the unread.
        store(story, first ? Library::Occasion::Opened : Library::Occasion::Imported,
              first ? m_round : 0);
    }
    if (m_waiting > mostWaiting)
        m_files.hold();
}

void OpenFlow::store(const Article &article, Library::Occasion occasion, quint64 shownIn)
{
    ++m_waiting;
    m_library.write([article, occasion, batch = m_batch, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.add(article, occasion, now, batch); },
                    this, [this, shownIn](const Result<Added> &added) { stored(added, shownIn); });
}

void OpenFlow::stored(const Result<Added> &added, quint64 shownIn)
{
    --m_waiting;
    if (!added && !std::exchange(m_storingFailed, true))
        emit storingFailed(added.error());
    // What another batch showed before is not what is shown now.
    if (added && shownIn == m_round)
        emit firstStored(added->id);
    if (m_waiting <= mostWaiting / 2)
        m_files.goOn();
}
