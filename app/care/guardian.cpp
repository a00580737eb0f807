#include "care/guardian.h"

#include "care/freeing.h"
#include "care/libraryfiles.h"
#include "care/limits.h"

namespace {

// Asked in a function of its own: a file with a query still open in it cannot be copied.
bool hasStories(Database &database)
{
    return database.query("SELECT 1 FROM articles LIMIT 1").next();
}

// Nothing when none is due.
Result<backups::Backup> weeklyBackup(const QString &folder, const std::stop_token &stop)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto place = backups::folderOf(folder);
    if (!backups::isDue(backups::in(place), now))
        return backups::Backup();
    const auto file = libraryfiles::fileIn(folder);
    return attempt(file, [&]() -> Result<backups::Backup> {
        Database database(file, Database::Access::ReadOnly);
        if (!hasStories(database))
            return backups::Backup();
        return backups::make(database, place, backups::Reason::Weekly, now, stop);
    });
}

} // namespace

Guardian::Guardian(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
    m_look.setSingleShot(true);
    m_look.setInterval(limits::beforeLook);
    m_round.setSingleShot(true);
    m_round.setInterval(limits::beforeRound);
    connect(&m_look, &QTimer::timeout, this, &Guardian::look);
    connect(&m_round, &QTimer::timeout, this, &Guardian::makeRound);
    connect(&m_library, &SharedLibrary::foundUnclean, &m_look, qOverload<>(&QTimer::start));
    connect(&m_library, &SharedLibrary::becameWritable, this, [this] {
        m_isWritable = true;
        m_round.start();
    });
    connect(&m_library, &SharedLibrary::becameReadOnly, this, [this] { m_isWritable = false; });
}

void Guardian::look()
{
    m_work.run(
        [folder = m_library.folder()](const std::stop_token &stop) {
            return integrity::examine(folder, integrity::Depth::Quick, stop);
        },
        this, [this](const Result<integrity::Health> &health) { looked(health); });
}

void Guardian::looked(const Result<integrity::Health> &health)
{
    if (!health)
        return;
    if (!health->isSound()) {
        emit foundTrouble(*health);
        return;
    }
    m_library.write([](Library &library) -> Result<void> {
        library.markChecked();
        return {};
    });
}

void Guardian::makeRound()
{
    m_round.start(m_library.isResting() ? limits::betweenRounds : limits::beforeRound);
    if (m_isWritable && m_library.isResting())
        backUp();
}

void Guardian::backUp()
{
    m_work.run([folder = m_library.folder()](
                   const std::stop_token &stop) { return weeklyBackup(folder, stop); },
               this,
               [this](const Result<backups::Backup> &backup) {
                   if (!backup && backup.error().kind != Error::Kind::Cancelled)
                       emit backupFailed(backup.error());
                   if (!backup || backup->file.isEmpty())
                       return;
                   emit backedUp(*backup);
                   sweep();
               });
}

void Guardian::sweep()
{
    m_work.run(
        [folder = m_library.folder()](const std::stop_token &stop) {
            return freeing::run(folder, {.unusedPictures = true, .freePages = false},
                                QDateTime::currentDateTimeUtc(), stop);
        },
        this, [](const Result<qint64> &) {});
}
