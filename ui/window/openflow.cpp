#include "window/openflow.h"

#include <QDateTime>

#include <utility>

OpenFlow::OpenFlow(SharedLibrary &library, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_files(rulesFile, this)
{
    connect(&m_files, &OpenFiles::opened, this, &OpenFlow::take);
    connect(&m_files, &OpenFiles::failed, this,
            [this](const Error &error) { m_errors.append(error); });
    connect(&m_files, &OpenFiles::progressed, this, &OpenFlow::progressed);
    connect(&m_files, &OpenFiles::finished, this, &OpenFlow::finished);
}

void OpenFlow::open(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    begin();
    m_files.open(paths);
}

void OpenFlow::openText(const QByteArray &text, const QString &name)
{
    begin();
    m_files.openText(text, name);
}

void OpenFlow::cancel()
{
    m_files.cancel();
}

void OpenFlow::begin()
{
    // Files that come while others are still being read belong to the same batch, but what was
    // asked for last is shown first.
    if (!m_files.running())
        m_errors.clear();
    m_firstRead = false;
    m_firstStored = false;
    m_storingFailed = false;
    emit started();
}

void OpenFlow::take(const QList<Article> &stories)
{
    for (const auto &story : stories) {
        const auto first = !std::exchange(m_firstRead, true);
        if (first)
            emit firstRead(story);
        // Only one is read now; the others wait among the unread.
        store(story, first ? Library::Occasion::Opened : Library::Occasion::Found);
    }
}

void OpenFlow::store(const Article &article, Library::Occasion occasion)
{
    m_library.write([article, occasion, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.add(article, occasion, now); },
                    this,
                    [this](const Result<Added> &added) {
                        if (!added && !std::exchange(m_storingFailed, true))
                            emit storingFailed(added.error());
                        if (added && !std::exchange(m_firstStored, true))
                            emit firstStored(added->id);
                    });
}
