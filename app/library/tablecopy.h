#pragma once

#include <QString>

#include <limits>
#include <string>
#include <vector>

class Database;
struct sqlite3_stmt;

// Copies the rows of one table from one library to another, whatever is in them.
class TableCopy
{
public:
    TableCopy(Database &from, Database &to, const QString &table);

    // Where a run of rows came to its end.
    struct Run
    {
        qint64 last = 0; // The id of the last row that was read, or the bound it began at.
        bool finished = false; // No damage was met on the way to the other bound.
    };
    enum class Direction { Up, Down };
    // Rows with ids between the bounds, which are not among them.
    Run copyBetween(qint64 after, qint64 before, Direction direction);
    // Tables without ids: from one end until damage is met; false where it was.
    bool copyByKey(Direction direction);

    [[nodiscard]] bool hasIds() const { return m_hasIds; }
    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    bool copyRows(sqlite3_stmt *rows, Run *run);
    [[nodiscard]] std::string columnList() const;

    Database &m_from;
    Database &m_to;
    std::string m_table;
    std::vector<std::string> m_columns;
    std::vector<std::string> m_key;
    bool m_hasIds = true;
    qint64 m_rows = 0;
};
