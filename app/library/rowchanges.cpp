#include "library/rowchanges.h"

#include "library/database.h"

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace {

// The fields of `row` in which `other` differs; all when that is not there.
QJsonValue differing(const QJsonObject &row, const QJsonObject &other)
{
    if (row.isEmpty())
        return QJsonValue::Null;
    QJsonObject fields;
    for (auto field = row.begin(); field != row.end(); ++field) {
        if (other.value(field.key()) != field.value())
            fields.insert(field.key(), field.value());
    }
    return fields;
}

void setField(Database &database, const std::string &table, const char *column, qint64 id,
              const QJsonValue &value)
{
    auto query = database.query("UPDATE " + table + " SET " + column + " = ? WHERE id = ?");
    if (value.isString())
        query << value.toString();
    else
        query << value.toInteger();
    query << id;
    query.run();
}

} // namespace

rowchanges::Rows rowchanges::rows(Database &database, const Table &table)
{
    std::string list;
    for (const auto *column : table.columns)
        list += std::string(", ") + column;
    Rows rows;
    auto query = database.query("SELECT id" + list + " FROM " + table.name);
    while (query.next()) {
        QJsonObject row;
        int at = 1;
        for (const auto *column : table.columns) {
            const QLatin1StringView name(column);
            row.insert(name,
                       query.isNumber(at) ? QJsonValue(query.number(at))
                                          : QJsonValue(query.text(at)));
            ++at;
        }
        rows.insert(query.number(0), row);
    }
    return rows;
}

void rowchanges::append(QJsonArray &changes, QLatin1StringView what, const Rows &before,
                        const Rows &after)
{
    auto ids = before.keys();
    for (auto row = after.keyBegin(); row != after.keyEnd(); ++row) {
        if (!before.contains(*row))
            ids.append(*row);
    }
    std::ranges::sort(ids);
    for (const auto id : std::as_const(ids)) {
        const auto was = before.value(id);
        const auto is = after.value(id);
        if (was != is)
            changes.append(QJsonObject{
                {what, id}, {"before"_L1, differing(was, is)}, {"after"_L1, differing(is, was)}});
    }
}

void rowchanges::setFields(Database &database, const Table &table, qint64 id,
                           const QJsonObject &fields)
{
    for (const auto *column : table.columns) {
        if (const auto value = fields.value(QLatin1StringView(column)); !value.isUndefined())
            setField(database, table.name, column, id, value);
    }
}
