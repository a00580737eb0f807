#include "library/migrations.h"

#include "library/database.h"
#include "library/identity.h"
#include "library/schema.h"
#include "library/searchtable.h"
#include "library/storykeys.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

// The versions before a step that needs more than SQL.
constexpr int beforePlaces = 2;
constexpr int beforeKeys = 4;

// What the third step needs besides SQL, done before it.
void giveEachItsPlace(Database &database)
{
    std::vector<std::pair<qint64, qint64>> moved; // Story and new place.
    {
        auto rows = database.query("SELECT id, listed FROM articles ORDER BY listed, id");
        for (auto last = std::numeric_limits<qint64>::min(); rows.next();) {
            const auto listed = std::max(rows.number(1), last + 1);
            if (listed != rows.number(1))
                moved.emplace_back(rows.number(0), listed);
            last = listed;
        }
    }
    // The last first, so that none takes another's place.
    for (auto at = moved.crbegin(); at != moved.crend(); ++at) {
        for (const auto *sql : {"UPDATE articles SET listed = ? WHERE id = ?",
                                "UPDATE feedArticles SET listed = ? WHERE article = ?"}) {
            auto update = database.query(sql);
            update << at->second << at->first;
            update.run();
        }
    }
}

void shortenAddresses(Database &database)
{
    std::vector<std::pair<qint64, QString>> keys;
    {
        auto rows = database.query("SELECT id, urlKey FROM articles WHERE urlKey <> ''");
        while (rows.next())
            keys.emplace_back(rows.number(0), identity::addressKeyOf(rows.text(1)));
    }
    for (const auto &[id, key] : keys) {
        auto update = database.query("UPDATE articles SET urlKey = ? WHERE id = ?");
        update << key << id;
        update.run();
    }
}

// SQLite's file format, §1.3.
constexpr qsizetype headerBytes = 100;
constexpr qsizetype versionAt = 60;
constexpr qsizetype applicationAt = 68;

Error newer(int version, const QString &file)
{
    return {.kind = Error::Kind::Refused,
            .detail
            = u"version %1, this program knows %2"_s.arg(version).arg(migrations::newestVersion()),
            .where = file};
}

int pragma(Database &database, const char *sql)
{
    return database.handle().execAndGet(sql).getInt();
}

} // namespace

int migrations::newestVersion()
{
    return int(schema::steps().size());
}

bool migrations::isOld(Database &database)
{
    return pragma(database, "PRAGMA user_version") < newestVersion();
}

void migrations::runTo(Database &database, int wanted)
{
    for (auto version = pragma(database, "PRAGMA user_version"); version < wanted;) {
        Transaction transaction(database);
        // Another program may have done it while this one waited for its turn.
        version = pragma(database, "PRAGMA user_version");
        if (version >= wanted)
            return;
        if (version == beforePlaces) {
            giveEachItsPlace(database);
            shortenAddresses(database);
        }
        database.execute(schema::steps()[std::size_t(version)]);
        if (version == beforePlaces)
            searchtable::beginRebuild(database);
        if (version == beforeKeys)
            storykeys::rebuild(database);
        ++version;
        database.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
        database.execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
        transaction.commit();
    }
}

Result<void> migrations::check(Database &database)
{
    const auto version = pragma(database, "PRAGMA user_version");
    const auto application = pragma(database, "PRAGMA application_id");
    const auto tables = pragma(database, "SELECT count(*) FROM sqlite_master");
    if (tables > 0 && application != applicationId)
        return Error{Error::Kind::Malformed, u"not a library of stories"_s};
    if (version > newestVersion())
        return newer(version, {});
    return {};
}

Result<void> migrations::checkFile(const QString &file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    const auto header = opened.read(headerBytes);
    if (header.size() < headerBytes || !header.startsWith("SQLite format 3"))
        return {};
    const auto number
        = [&](qsizetype at) { return qFromBigEndian<qint32>(header.constData() + at); };
    if (number(applicationAt) != applicationId || number(versionAt) <= newestVersion())
        return {};
    return newer(number(versionAt), file);
}

void migrations::run(Database &database)
{
    runTo(database, newestVersion());
}
