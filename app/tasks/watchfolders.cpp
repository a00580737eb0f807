#include "tasks/watchfolders.h"

#include "base/background.h"
#include "tasks/filenames.h"
#include "tasks/findfiles.h"
#include "tasks/limits.h"
#include "tasks/readfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// A file that changed this lately may still be being written.
constexpr auto unsettled = 1500ms;
constexpr auto settleTime = 400ms;
constexpr auto rescanTime = 5min;

struct Listing
{
    bool readable = false;
    QStringList folders;
    QList<Library::KnownFile> files; // New or changed.
    bool unsettledFiles = false;
};

Listing changedFiles(const QString &folder, const QList<Library::KnownFile> &known,
                     const QDateTime &now)
{
    QHash<QString, Library::KnownFile> byPath;
    for (const auto &file : known)
        byPath.insert(file.path, file);

    Listing listing{.readable = QFileInfo(folder).isReadable() && QFileInfo(folder).isDir()};
    if (!listing.readable)
        return listing;
    listing.folders = tasks::storyFolders(folder);
    for (const auto &path : tasks::storyFiles(folder)) {
        // The library could not say later that it knows a name which is no text.
        if (tasks::isBeyondQt(path))
            continue;
        const QFileInfo info(path);
        const Library::KnownFile file{
            .path = path, .size = info.size(), .modified = info.lastModified().toUTC()};
        if (byPath.value(path) == file)
            continue;
        const auto age = file.modified.msecsTo(now);
        if (age >= 0 && age < std::chrono::milliseconds(unsettled).count())
            listing.unsettledFiles = true;
        else
            listing.files.append(file);
    }
    return listing;
}

// Adds the stories of a file and then notes the file, so that one whose stories could not be kept
// is tried again. Files without a story are noted too: it is no error that a folder holds other
// things.
Result<LibraryChange> kept(Library &library, const QString &folder, const Library::KnownFile &file,
                           const Result<QList<Article>> &stories)
{
    LibraryChange change;
    for (const auto &story : stories ? *stories : QList<Article>()) {
        const auto added
            = library.add(story, Library::Occasion::Found, QDateTime::currentDateTimeUtc(), folder);
        if (!added)
            return added.error();
        change.added += added->change.added;
        change.changed += added->change.changed;
    }
    if (const auto noted = library.setKnownFile(folder, file); !noted)
        return noted.error();
    return change;
}

} // namespace

WatchFolders::WatchFolders(SharedLibrary &library, const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_rulesFile(rulesFile)
{
    m_pool.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_rescan.setInterval(rescanTime);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString &path) {
        if (const auto folder = watchedAbove(path); !folder.isEmpty())
            scanSoon(folder);
    });
    connect(&m_settle, &QTimer::timeout, this, [this] {
        for (const auto &folder : std::exchange(m_dirty, {}))
            scan(folder);
    });
    connect(&m_rescan, &QTimer::timeout, this, [this] {
        for (const auto &folder : std::as_const(m_folders))
            scan(folder);
    });
}

WatchFolders::~WatchFolders() = default;

void WatchFolders::start()
{
    reload();
    m_rescan.start();
}

void WatchFolders::reload()
{
    m_library.read([](Library &library) { return library.watchedFolders(); }, this,
                   [this](const Result<QStringList> &watched) {
                       if (watched)
                           setFolders(*watched);
                   });
}

void WatchFolders::watch(const QString &folder)
{
    const auto path = QDir(folder).absolutePath();
    if (!QFileInfo(path).isDir()) {
        emit failed({Error::Kind::NotFound, u"no such folder"_s, path});
        return;
    }
    m_library.write(
        [path](Library &library) { return library.watch(path, QDateTime::currentDateTimeUtc()); },
        this,
        [this](const Result<void> &result) {
            if (result)
                reload();
        });
}

void WatchFolders::unwatch(const QString &folder)
{
    m_library.write(
        [folder](Library &library) {
            return library.unwatch(folder, QDateTime::currentDateTimeUtc());
        },
        this,
        [this](const Result<void> &result) {
            if (result)
                reload();
        });
}

void WatchFolders::cancel()
{
    ++m_round;
    m_found.clear();
    m_waiting.clear();
    m_reading = false;
    m_done = 0;
    m_total = 0;
    emit finished();
}

void WatchFolders::setFolders(const QStringList &watched)
{
    const auto before = std::exchange(m_folders, watched);
    m_found.removeIf([&](const Found &found) {
        return !watched.contains(found.folder) && m_waiting.remove(found.file.path);
    });
    for (const auto &path : m_watcher.directories()) {
        if (watchedAbove(path).isEmpty())
            m_watcher.removePath(path);
    }
    emit folders(watched);
    for (const auto &folder : watched) {
        if (!before.contains(folder))
            scan(folder);
    }
}

QString WatchFolders::watchedAbove(const QString &folder) const
{
    const auto found = std::ranges::find_if(m_folders, [&](const QString &watched) {
        return folder == watched || folder.startsWith(watched + u'/');
    });
    return found == m_folders.end() ? QString() : *found;
}

void WatchFolders::scanSoon(const QString &folder)
{
    m_dirty.insert(folder);
    m_settle.start();
}

void WatchFolders::scan(const QString &folder)
{
    m_library.read([folder](Library &library) { return library.knownFiles(folder); }, this,
                   [this, folder](const Result<QList<Library::KnownFile>> &known) {
                       if (known)
                           lookThrough(folder, *known);
                   });
}

void WatchFolders::lookThrough(const QString &folder, const QList<Library::KnownFile> &known)
{
    inBackground(
        [folder, known] { return changedFiles(folder, known, QDateTime::currentDateTimeUtc()); },
        this,
        [this, folder](const Listing &listing) {
            if (!m_folders.contains(folder))
                return;
            if (!listing.readable) {
                emit failed({Error::Kind::Unreadable, u"the folder cannot be read"_s, folder});
                return;
            }
            if (const auto fresh = listing.folders; !fresh.isEmpty())
                m_watcher.addPaths(fresh);
            if (listing.unsettledFiles)
                QTimer::singleShot(unsettled, this, [this, folder] { scanSoon(folder); });
            for (const auto &file : listing.files) {
                if (m_waiting.contains(file.path))
                    continue;
                m_waiting.insert(file.path);
                m_found.append({folder, file});
                ++m_total;
            }
            if (!m_reading)
                readNext();
        },
        &m_pool);
}

void WatchFolders::readNext()
{
    m_reading = !m_found.isEmpty();
    if (!m_reading) {
        if (std::exchange(m_total, 0) > 0)
            emit finished();
        m_done = 0;
        return;
    }
    const auto next = m_found.takeFirst();
    m_waiting.remove(next.file.path);
    inBackground(
        [path = next.file.path, rules = m_rulesFile] { return tasks::readFile(path, {}, rules); },
        this,
        [this, next, round = m_round](const Result<QList<Article>> &stories) {
            if (round == m_round)
                store(next.folder, next.file, stories);
        },
        &m_pool);
}

void WatchFolders::store(const QString &folder, const Library::KnownFile &file,
                         const Result<QList<Article>> &stories)
{
    m_library.write(
        [folder, file, stories](Library &library) { return kept(library, folder, file, stories); },
        this,
        [this, round = m_round](const Result<LibraryChange> &) {
            if (round != m_round)
                return;
            emit progressed(++m_done, m_total);
            readNext();
        });
}
