#include "library/database.h"

#include "library/limits.h"
#include "library/relevance.h"

#include <QUrl>

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace {

std::string address(const QString &file, Database::Access access)
{
    auto url = QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded).toStdString();
    if (access == Database::Access::Immutable || access == Database::Access::Damaged)
        url += "?immutable=1";
    return url;
}

// Nobody asks SQLite how much memory it takes in all, and to count it takes a lock each time.
[[maybe_unused]] const auto uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);

// A connection is one thread's at a time, so that it needs no lock either; to interrupt it from
// another is allowed all the same.
int flags(Database::Access access)
{
    return SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX
        | (access == Database::Access::ReadWrite ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                                 : SQLite::OPEN_READONLY);
}

} // namespace

namespace {

// SQLite may have rolled back by itself. What interrupts queries may hit this, too.
void rollBack(Database &database)
{
    constexpr int tries = 100;
    for (int i = 0; i < tries && !sqlite3_get_autocommit(database.handle().getHandle()); ++i)
        database.handle().tryExec("ROLLBACK");
}

} // namespace

Query::~Query()
{
    if (m_statement)
        m_statement->tryReset();
}

Query::Query(Query &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_bound(other.m_bound)
{
}

Query &Query::operator=(Query &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_bound, other.m_bound);
    return *this;
}

Query &Query::operator<<(const QString &text)
{
    m_statement->bind(++m_bound, text.toStdString());
    return *this;
}

Query &Query::operator<<(const QByteArray &blob)
{
    m_statement->bind(++m_bound, static_cast<const void *>(blob.constData()), int(blob.size()));
    return *this;
}

Query &Query::operator<<(qint64 number)
{
    m_statement->bind(++m_bound, static_cast<int64_t>(number));
    return *this;
}

Query &Query::operator<<(double number)
{
    m_statement->bind(++m_bound, number);
    return *this;
}

Query &Query::operator<<(const std::string &utf8)
{
    m_statement->bindNoCopy(++m_bound, utf8);
    return *this;
}

bool Query::next()
{
    return m_statement->executeStep();
}

void Query::run()
{
    while (m_statement->executeStep()) { }
}

QString Query::text(int column) const
{
    const auto value = m_statement->getColumn(column);
    const auto *utf8 = value.getText(); // Before getBytes(), which counts what getText() made.
    return QString::fromUtf8(utf8, value.getBytes());
}

QByteArray Query::blob(int column) const
{
    const auto value = m_statement->getColumn(column);
    return {static_cast<const char *>(value.getBlob()), value.getBytes()};
}

qint64 Query::number(int column) const
{
    return m_statement->getColumn(column).getInt64();
}

bool Query::isNumber(int column) const
{
    return m_statement->getColumn(column).isInteger();
}

double Query::real(int column) const
{
    return m_statement->getColumn(column).getDouble();
}

Database::Database(const QString &file, Access access)
    : m_database(address(file, access), flags(access), int(limits::busy.count()))
{
    // Before anything is read of the file. Nothing is written through this connection.
    if (access == Access::Damaged)
        m_database.exec("PRAGMA writable_schema = ON");
    const auto cache = access == Access::ReadWrite ? limits::writingCacheKilobytes
                                                   : limits::readingCacheKilobytes;
    m_database.exec("PRAGMA cache_size = -" + std::to_string(cache));
    m_database.exec("PRAGMA foreign_keys = ON");
    // What is deleted is overwritten where its page is written anyway. Some systems' SQLite would
    // write each page that becomes free once more for that, and merging the index frees most that
    // it touches.
    m_database.exec("PRAGMA secure_delete = FAST");
    relevance::install(m_database.getHandle());
}

Query Database::query(const std::string &sql)
{
    auto &statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(m_database, sql);
    return Query(*statement);
}

Transaction::Transaction(Database &database, Durability durability)
    : m_database(database)
{
    // In WAL mode NORMAL writes the log without waiting for the disk; FULL waits at each commit.
    database.execute(durability == Durability::PowerSafe ? "PRAGMA synchronous = FULL"
                                                         : "PRAGMA synchronous = NORMAL");
    database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (m_open)
        rollBack(m_database);
}

void Transaction::commit()
{
    m_database.execute("COMMIT");
    m_open = false;
}

Reading::Reading(Database &database)
    : m_database(database)
{
    rollBack(database);
    database.execute("BEGIN");
}

Reading::~Reading()
{
    rollBack(m_database);
}

Error errorFrom(const SQLite::Exception &exception, const QString &file)
{
    const auto detail = QString::fromUtf8(exception.what());
    switch (exception.getErrorCode()) {
    case SQLITE_INTERRUPT:
        return {.kind = Error::Kind::Cancelled, .detail = detail, .where = file};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {.kind = Error::Kind::Malformed, .detail = detail, .where = file};
    default:
        return {.kind = Error::Kind::Storage, .detail = detail, .where = file};
    }
}

qint64 stored(const QDateTime &moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

qint64 storedDeed(const QDateTime &now)
{
    return std::max<qint64>(stored(now), 1);
}

QDateTime moment(qint64 stored)
{
    return stored ? QDateTime::fromMSecsSinceEpoch(stored, Qt::UTC) : QDateTime();
}
