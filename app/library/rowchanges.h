#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1StringView>

#include <span>

class Database;

// Rows of small tables as the journal keeps them: what a change did to them, and their fields as
// they were.
namespace rowchanges {

// The columns that belong to the person. A name from anywhere else is passed over.
struct Table
{
    const char *name;
    std::span<const char *const> columns;
};

using Rows = QHash<qint64, QJsonObject>; // By their ids.
Rows rows(Database &database, const Table &table);

// Appends what differs: {`what`: id, "before": {…}, "after": {…}} for each row, with the fields
// that changed. A row that is not there is null.
void append(QJsonArray &changes, QLatin1StringView what, const Rows &before, const Rows &after);

void setFields(Database &database, const Table &table, qint64 id, const QJsonObject &fields);

} // namespace rowchanges
