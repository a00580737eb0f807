#include "library/tablecopy.h"

#include "library/database.h"

#include <QSet>

#include <algorithm>
#include <sqlite3.h>

namespace {

// SQLiteCpp has no way to hand a value on as it is.
class Prepared
{
public:
    Prepared(Database &database, const std::string &sql)
    {
        auto *handle = database.handle().getHandle();
        if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &m_statement, nullptr) != SQLITE_OK)
            throw SQLite::Exception(handle);
    }
    ~Prepared() { sqlite3_finalize(m_statement); }
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;

    [[nodiscard]] sqlite3_stmt *get() const { return m_statement; }

private:
    sqlite3_stmt *m_statement = nullptr;
};

struct Column
{
    std::string name;
    int key = 0; // Its place in the primary key, from 1; 0 when it is no part of it.
};

std::vector<Column> columnsOf(Database &database, const std::string &table)
{
    std::vector<Column> columns;
    auto query = database.query("SELECT name, pk FROM pragma_table_info('" + table + "')");
    while (query.next())
        columns.push_back({.name = query.text(0).toStdString(), .key = int(query.number(1))});
    return columns;
}

bool isWithoutRowId(Database &database, const std::string &table)
{
    auto query = database.query("SELECT wr FROM pragma_table_list WHERE schema = 'main' "
                                "AND name = '"
                                + table + "'");
    return query.next() && query.number(0) != 0;
}

} // namespace

TableCopy::TableCopy(Database &from, Database &to, const QString &table)
    : m_from(from)
    , m_to(to)
    , m_table(table.toStdString())
    , m_hasIds(!isWithoutRowId(to, m_table))
{
    const auto theirs = columnsOf(from, m_table);
    for (const auto &column : columnsOf(to, m_table)) {
        if (std::ranges::find(theirs, column.name, &Column::name) == theirs.end())
            continue;
        m_columns.push_back(column.name);
        if (column.key > 0)
            m_key.push_back(column.name);
    }
}

std::string TableCopy::columnList() const
{
    std::string list;
    for (const auto &column : m_columns)
        list += (list.empty() ? "" : ", ") + column;
    return list;
}

TableCopy::Run TableCopy::copyBetween(qint64 after, qint64 before, Direction direction)
{
    const auto up = direction == Direction::Up;
    Run run{.last = up ? after : before};
    if (m_columns.empty())
        return run;
    const Prepared rows(m_from,
                        "SELECT rowid, " + columnList() + " FROM " + m_table
                            + " WHERE rowid > ? AND rowid < ? ORDER BY rowid"
                            + (up ? "" : " DESC"));
    sqlite3_bind_int64(rows.get(), 1, after);
    sqlite3_bind_int64(rows.get(), 2, before);
    run.finished = copyRows(rows.get(), &run);
    return run;
}

bool TableCopy::copyByKey(Direction direction)
{
    if (m_columns.empty())
        return false;
    std::string order;
    for (const auto &column : m_key)
        order += (order.empty() ? "" : ", ") + column + (direction == Direction::Up ? "" : " DESC");
    const Prepared rows(m_from,
                        "SELECT 0, " + columnList() + " FROM " + m_table + " ORDER BY " + order);
    return copyRows(rows.get(), nullptr);
}

bool TableCopy::copyRows(sqlite3_stmt *rows, Run *run)
{
    std::string marks;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        marks += i == 0 ? "?" : ", ?";
    // What breaks a rule of the table was never in it: the page was damaged unnoticed.
    const Prepared insertion(m_to,
                             "INSERT OR IGNORE INTO " + m_table + " (" + columnList() + ") VALUES ("
                                 + marks + ")");
    for (;;) {
        const auto step = sqlite3_step(rows);
        if (step == SQLITE_DONE)
            return true;
        if (step == SQLITE_INTERRUPT)
            throw SQLite::Exception("interrupted", step);
        if (step != SQLITE_ROW)
            return false;
        for (int column = 1; column < sqlite3_column_count(rows); ++column)
            sqlite3_bind_value(insertion.get(), column, sqlite3_column_value(rows, column));
        const auto written = sqlite3_step(insertion.get());
        if (written != SQLITE_DONE)
            throw SQLite::Exception(m_to.handle().getHandle(), written);
        m_rows += sqlite3_changes(m_to.handle().getHandle());
        sqlite3_reset(insertion.get());
        if (run)
            run->last = sqlite3_column_int64(rows, 0);
    }
}
