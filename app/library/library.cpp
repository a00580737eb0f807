#include "library/library.h"

#include "library/articletable.h"
#include "library/backups.h"
#include "library/diskfolder.h"
#include "library/feedtable.h"
#include "library/foldertable.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/mediastore.h"
#include "library/migrations.h"
#include "library/picturetable.h"
#include "library/searchtable.h"
#include "library/startedstories.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

const auto fileName = u"/library.sqlite"_s; // Beside the lock, `backups` and `media`.

Error noStory(ArticleId id)
{
    return {.kind = Error::Kind::NotFound, .detail = u"no story %1"_s.arg(qint64(id))};
}

// In the columns from `first` on.
ReadingPosition positionFrom(const Query &row, int first)
{
    return startedstories::placeOf({.block = int(row.number(first)),
                                    .quote = row.text(first + 1),
                                    .fraction = row.real(first + 2),
                                    .before = row.text(first + 3),
                                    .after = row.text(first + 4)});
}

// Something has emptied it. One that was only just begun when the program ended stands beside the
// lock, which nobody let go of, and beside nothing of what a library in use has.
bool isEmptied(const QString &folder, const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists() || info.size() > 0)
        return false;
    const auto has = [](const QString &path) { return QFileInfo::exists(path); };
    const auto wasBegun = has(LibraryLock::fileIn(folder)) || has(file + u"-journal"_s);
    return !wasBegun || has(folder + u"/media"_s) || has(backups::folderOf(folder));
}

// How the file is laid out must be settled before its first table; said again to a file that has
// some, it would be written to the disk each time.
void prepare(Database &database)
{
    if (database.handle().execAndGet("PRAGMA page_count").getInt() == 0) {
        database.execute(("PRAGMA page_size = " + std::to_string(limits::pageBytes)).c_str());
        database.execute("PRAGMA auto_vacuum = INCREMENTAL");
    }
    database.execute("PRAGMA journal_mode = WAL");
    database.execute(("PRAGMA journal_size_limit = " + std::to_string(limits::walBytes)).c_str());
    database.execute(("PRAGMA wal_autocheckpoint = " + std::to_string(limits::walPages)).c_str());
}

// What is not indexed for now is only not found.
void resumeIndexing(Database &database, const QString &file)
{
    (void)attempt(file, [&]() -> Result<void> {
        searchtable::resume(database);
        return {};
    });
}

// Where the journal is damaged nothing of it is thrown away; the stories are there all the same.
JournalPruning pruningOf(Database &database, const QString &file)
{
    const auto made
        = attempt(file, [&]() -> Result<JournalPruning> { return JournalPruning(database); });
    return made ? *made : JournalPruning();
}

// Each step of an upgrade is one transaction, so it goes on without a backup where the disk has no
// room for one.
void keepBeforeUpgrade(Database &database, const QString &folder)
{
    const auto isEmpty = !database.handle().tableExists("articles")
        || database.handle()
                .execAndGet("SELECT count(*) FROM (SELECT 1 FROM articles LIMIT 1)")
                .getInt()
            == 0;
    if (isEmpty)
        return;
    const auto made
        = backups::make(database, backups::folderOf(folder), backups::Reason::BeforeUpgrade,
                        QDateTime::currentDateTimeUtc());
    if (!made)
        qWarning("no backup before the upgrade: %s", qPrintable(made.error().detail));
}

// A library is read through its log, which needs a file beside it. On media that nobody can write
// there is none, and no need of one.
std::unique_ptr<Database> readable(const QString &file)
{
    try {
        auto database = std::make_unique<Database>(file, Database::Access::ReadOnly);
        database->handle().execAndGet("SELECT count(*) FROM sqlite_master");
        return database;
    } catch (const SQLite::Exception &exception) {
        const auto code = exception.getErrorCode();
        if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
            throw;
    }
    return std::make_unique<Database>(file, Database::Access::Immutable);
}

} // namespace

void RunningQuery::interrupt()
{
    sqlite3_interrupt(m_database.handle().getHandle());
}

Result<std::unique_ptr<Library>> Library::open(const QString &folder, Access access,
                                               LibraryLock::Tenure tenure)
{
    const auto file = folder + fileName;
    const auto isThere = QFileInfo::exists(file);
    if (QFileInfo(folder).isFile())
        return Error{Error::Kind::Refused, u"a file where a folder should be"_s, folder};
    if (access == Access::ReadOnly && !isThere)
        return Error{Error::Kind::NotFound, u"no library"_s, file};
    if (isEmptied(folder, file))
        return Error{Error::Kind::Emptied, u"an empty file"_s, file};
    if (access == Access::ReadWrite) {
        if (const auto made = diskfolder::make(folder); !made)
            return made.error();
    }
    // Before SQLite looks at it, which leaves its own files beside one that it opens.
    if (const auto refused = migrations::checkFile(file); !refused)
        return refused.error();

    std::unique_ptr<LibraryLock> lock;
    const auto locked = [&]() -> Result<void> {
        if (lock)
            return {};
        auto taken = LibraryLock::take(folder, tenure);
        if (!taken)
            return taken.error();
        lock = *std::move(taken);
        return {};
    };
    if (access == Access::ReadWrite) {
        if (const auto had = locked(); !had)
            return had.error();
    }
    const auto made = [&](std::unique_ptr<Database> database) {
        return std::unique_ptr<Library>(new Library(
            std::make_unique<Parts>(folder, file, std::move(database), std::move(lock))));
    };
    auto opened = attempt(file, [&]() -> Result<std::unique_ptr<Library>> {
        // Looked at without writing first, so that what is refused stays as it is.
        if (isThere) {
            // Making a library may have been cut short: what it left must be taken back first.
            const auto isHalfMade
                = access == Access::ReadWrite && QFileInfo::exists(file + u"-journal"_s);
            auto database = isHalfMade
                ? std::make_unique<Database>(file, Database::Access::ReadWrite)
                : readable(file);
            if (const auto checked = migrations::check(*database); !checked)
                return Error{checked.error().kind, checked.error().detail, file};
            if (access == Access::ReadOnly && !migrations::isOld(*database))
                return made(std::move(database));
        }
        if (const auto had = locked(); !had)
            return had.error();
        auto database = std::make_unique<Database>(file, Database::Access::ReadWrite);
        prepare(*database);
        if (migrations::isOld(*database)) {
            keepBeforeUpgrade(*database, folder);
            migrations::run(*database);
        }
        resumeIndexing(*database, file);
        // One that is only to be read was upgraded for that.
        if (access == Access::ReadOnly) {
            database = readable(file);
            lock.reset();
        }
        auto library = made(std::move(database));
        if (access == Access::ReadWrite)
            library->m->pruning = pruningOf(*library->m->database, file);
        return library;
    });
    // One that could not be begun would look as if it had been emptied.
    if (!opened && lock && QFileInfo(file).size() == 0 && !QFileInfo::exists(file + u"-journal"_s))
        QFile::remove(file);
    return opened;
}

bool Library::wasLeftUnclean() const
{
    return m->lock && m->lock->leftUnclean();
}

void Library::markChecked()
{
    if (m->lock)
        m->lock->markChecked();
}

Library::Library(std::unique_ptr<Parts> parts)
    : m(std::move(parts))
{
}

Library::~Library() = default;

Result<StoredArticle> Library::article(ArticleId id) const
{
    return attempt(m->file, [&]() -> Result<StoredArticle> {
        auto row = m->database->query(
            "SELECT " + articletable::headlineColumns
            + ", versions.content, positions.block, positions.quote, positions.fraction, "
              "positions.before, positions.after, "
              "files.path, files.hash FROM articles "
              "JOIN versions ON versions.id = articles.version "
              "LEFT JOIN positions ON positions.article = articles.id "
              "LEFT JOIN files ON files.article = articles.id "
              "WHERE articles.id = ? AND articles.removed = 0 "
              "ORDER BY files.seen DESC, files.id DESC LIMIT 1");
        row << qint64(id);
        if (!row.next())
            return noStory(id);
        const auto rest = articletable::headlineColumnCount;
        auto content = storedcontent::unpack(row.blob(rest));
        if (!content)
            return content.error();
        content->article.provenance.file = row.text(rest + 6);
        content->article.provenance.fileHash = row.blob(rest + 7);
        return StoredArticle{.headline = articletable::headlineFrom(row),
                             .article = std::move(content->article),
                             .html = std::move(content->html),
                             .isRaw = content->isRaw,
                             .position = positionFrom(row, rest + 1),
                             .feeds = feedtable::feedsOf(*m->database, id)};
    });
}

Result<Picture> Library::picture(const QString &name) const
{
    return attempt(m->file, [&]() -> Result<Picture> {
        const auto hash = mediastore::hashOf(name);
        const auto mimeType
            = hash.isEmpty() ? QString() : picturetable::mimeType(*m->database, hash);
        if (mimeType.isEmpty())
            return Error{Error::Kind::NotFound, u"no such picture"_s, name};
        auto bytes = mediastore::load(m->media, hash);
        if (!bytes)
            return bytes.error();
        return Picture{.name = name, .mimeType = mimeType, .bytes = *std::move(bytes)};
    });
}

Result<ReadingPosition> Library::position(ArticleId id) const
{
    return attempt(m->file, [&]() -> Result<ReadingPosition> {
        auto row = m->database->query(
            "SELECT block, quote, fraction, before, after FROM positions WHERE article = ?");
        row << qint64(id);
        if (!row.next())
            return ReadingPosition();
        return positionFrom(row, 0);
    });
}

Result<Headline> Library::headline(ArticleId id) const
{
    return attempt(m->file, [&]() -> Result<Headline> {
        auto found = articletable::headline(*m->database, id);
        if (!found)
            return noStory(id);
        return *std::move(found);
    });
}

Result<StoryCounts> Library::counts() const
{
    return attempt(m->file, [&]() -> Result<StoryCounts> {
        auto row = m->database->query("SELECT stories, unread, bookmarks FROM totals");
        if (!row.next())
            return Error{Error::Kind::Storage, u"the totals are missing"_s, m->file};
        return StoryCounts{.all = int(row.number(0)),
                           .unread = int(row.number(1)),
                           .bookmarks = int(row.number(2))};
    });
}

Result<ArticleId> Library::find(const QUrl &url, const QString &title) const
{
    return attempt(m->file, [&]() -> Result<ArticleId> {
        return articletable::find(*m->database, url, title);
    });
}

Result<QStringList> Library::watchedFolders() const
{
    return attempt(m->file,
                   [&]() -> Result<QStringList> { return foldertable::watched(*m->database); });
}

Result<QList<Library::KnownFile>> Library::knownFiles(const QString &watchedFolder) const
{
    return attempt(m->file, [&]() -> Result<QList<KnownFile>> {
        return foldertable::knownFiles(*m->database, watchedFolder);
    });
}

qint64 Library::releaseMemory()
{
    auto *handle = m->database->handle().getHandle();
    const auto used = [handle] {
        int bytes = 0;
        int most = 0;
        sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_USED, &bytes, &most, 0);
        return qint64(bytes);
    };
    const auto before = used();
    sqlite3_db_release_memory(handle);
    return before - used();
}

FeedStore &Library::feeds()
{
    return m->feeds;
}

SmartFolderStore &Library::smartFolders()
{
    return m->smartFolders;
}

History &Library::history()
{
    return m->history;
}

Library::Interrupter *Library::interrupter() const
{
    return &m->running;
}
