#include "library/backups.h"

#include "library/database.h"
#include "library/limits.h"
#include "library/safefiles.h"
#include "library/stopped.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using backups::Backup;
using backups::Reason;

constexpr auto momentForm = "yyyyMMdd-HHmmss"_L1;
constexpr auto beginning = "library-"_L1;
constexpr auto ending = ".sqlite"_L1;

// As they stand in the files' names, in the order of Reason.
constexpr std::array reasonNames{"weekly"_L1, "before-upgrade"_L1, "before-restore"_L1,
                                 "before-repair"_L1, "by-hand"_L1};

std::optional<Backup> parsed(const QFileInfo &file)
{
    const auto name = file.fileName();
    if (!name.startsWith(beginning) || !name.endsWith(ending))
        return std::nullopt;
    const auto written = name.mid(beginning.size(), name.size() - beginning.size() - ending.size());
    auto made = QDateTime::fromString(written.left(momentForm.size()), QString(momentForm));
    made.setTimeSpec(Qt::UTC);
    const auto reason = std::ranges::find(reasonNames, written.mid(momentForm.size() + 1));
    if (!made.isValid() || reason == reasonNames.end())
        return std::nullopt;
    return Backup{.file = file.filePath(),
                  .reason = Reason(reason - reasonNames.begin()),
                  .made = made,
                  .bytes = file.size()};
}

int keptOf(Reason reason)
{
    switch (reason) {
    case Reason::Weekly:
        return limits::weeklyBackups;
    case Reason::BeforeUpgrade:
        return limits::upgradeBackups;
    case Reason::BeforeRestore:
        return limits::restoreBackups;
    case Reason::ByHand:
        return limits::backupsByHand;
    case Reason::BeforeRepair:
        break;
    }
    return std::numeric_limits<int>::max();
}

qint64 bytesUsed(Database &database)
{
    const auto value = [&](const char *pragma) {
        return qint64(database.handle().execAndGet(pragma).getInt64());
    };
    return (value("PRAGMA page_count") - value("PRAGMA freelist_count"))
        * value("PRAGMA page_size");
}

} // namespace

QString backups::folderOf(const QString &libraryFolder)
{
    return libraryFolder + u"/backups"_s;
}

QString backups::nameOf(Reason reason, const QDateTime &made)
{
    return beginning + made.toUTC().toString(QString(momentForm)) + u'-'
        + reasonNames.at(std::size_t(reason)) + ending;
}

QString backups::freeName(const QString &folder, Reason reason, QDateTime made)
{
    for (;; made = made.addSecs(1)) {
        const auto file = folder + u'/' + nameOf(reason, made);
        if (!QFileInfo::exists(file))
            return file;
    }
}

QList<Backup> backups::in(const QString &folder)
{
    QList<Backup> found;
    const auto files = QDir(folder).entryInfoList(QDir::Files);
    for (const auto &file : files) {
        if (auto backup = parsed(file))
            found.append(*std::move(backup));
    }
    std::ranges::sort(found, std::ranges::greater(),
                      [](const Backup &backup) { return std::pair(backup.made, backup.file); });
    return found;
}

QList<Backup> backups::superfluous(QList<Backup> backups)
{
    std::ranges::sort(backups, std::ranges::greater(), &Backup::made);
    std::array<int, reasonNames.size()> kept{};
    QList<int> months;
    QList<Backup> rest;
    for (const auto &backup : backups) {
        const auto day = backup.made.date();
        const auto month = day.year() * 12 + day.month();
        auto &count = kept.at(std::size_t(backup.reason));
        const auto isWeekly = backup.reason == Reason::Weekly;
        // The last of a month stands for it.
        const auto standsForMonth
            = isWeekly && !months.contains(month) && months.size() < limits::monthlyBackups;
        if (standsForMonth)
            months.append(month);
        if (count < keptOf(backup.reason))
            ++count;
        else if (!standsForMonth)
            rest.append(backup);
    }
    return rest;
}

void backups::discard(const QString &folder)
{
    const auto old = superfluous(in(folder));
    for (const auto &backup : old)
        QFile::remove(backup.file);
}

bool backups::isDue(const QList<Backup> &backups, const QDateTime &now)
{
    return std::ranges::none_of(backups, [&](const Backup &backup) {
        // One from the future was made while the clock was wrong.
        return backup.reason == Reason::Weekly && backup.made.daysTo(now) < limits::backupDays
            && backup.made <= now.addDays(1);
    });
}

Result<void> backups::checkRoom(const QString &folder, qint64 bytes)
{
    const auto room = safefiles::room(folder);
    const auto wanted = bytes + limits::roomLeft;
    if (room >= 0 && room < wanted)
        return Error{Error::Kind::NoRoom, u"%1 bytes needed, %2 free"_s.arg(wanted).arg(room),
                     folder};
    return {};
}

Result<void> backups::writeTo(Database &database, const QString &file, const std::stop_token &stop)
{
    const auto folder = QFileInfo(file).path();
    const auto unfinished = file + u".part"_s;
    QFile::remove(unfinished);
    const auto written = attempt(unfinished, [&]() -> Result<void> {
        if (const auto room = checkRoom(folder, bytesUsed(database)); !room)
            return room;
        if (!QDir().mkpath(folder))
            return Error{Error::Kind::Storage, u"the folder cannot be made"_s, folder};
        const StoppedQueries stopped(database, stop);
        auto query = database.query("VACUUM INTO ?");
        query << unfinished;
        query.run();
        if (!safefiles::sync(unfinished))
            return Error{Error::Kind::Storage, u"it does not reach the disk"_s, unfinished};
        return check(unfinished, stop);
    });
    if (written && safefiles::rename(unfinished, file))
        return {};
    QFile::remove(unfinished);
    return written ? Error{Error::Kind::Storage, u"it cannot be renamed"_s, file} : written.error();
}

Result<Backup> backups::make(Database &database, const QString &folder, Reason reason,
                             const QDateTime &now, const std::stop_token &stop)
{
    const auto file = freeName(folder, reason, now);
    if (const auto written = writeTo(database, file, stop); !written)
        return written.error();
    discard(folder);
    const auto made = parsed(QFileInfo(file));
    if (!made)
        return Error{Error::Kind::Storage, u"the backup is gone"_s, file};
    return *made;
}

Result<void> backups::check(const QString &file, const std::stop_token &stop)
{
    return attempt(file, [&]() -> Result<void> {
        Database copy(file, Database::Access::Immutable);
        const StoppedQueries stopped(copy, stop);
        auto query = copy.query("PRAGMA quick_check(1)");
        if (query.next() && query.text(0) == "ok"_L1)
            return {};
        return Error{Error::Kind::Malformed, query.text(0), file};
    });
}
