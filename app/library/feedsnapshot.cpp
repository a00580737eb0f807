#include "library/feedsnapshot.h"

#include "library/database.h"
#include "library/feedentrytable.h"

#include <algorithm>
#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace {

// The columns that belong to the person. They are named in the file, and here alone: a name from
// anywhere else is passed over.
constexpr std::array feedColumns = {"subscribed",   "url",
                                    "urlKey",       "title",
                                    "folder",       "position",
                                    "fullText",     "pictures",
                                    "everyMinutes", "opensOriginal",
                                    "notifies",     "paused",
                                    "keptDays",     "foreignAttributes"};
constexpr std::array folderColumns = {"title", "parent", "position"};

QHash<qint64, QJsonObject> rowsOf(Database &database, const std::string &table, const auto &columns)
{
    std::string list;
    for (const auto *column : columns)
        list += std::string(", ") + column;
    QHash<qint64, QJsonObject> rows;
    auto query = database.query("SELECT id" + list + " FROM " + table);
    while (query.next()) {
        QJsonObject row;
        int at = 1;
        for (const auto *column : columns) {
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

void appendChanges(QJsonArray &changes, QLatin1StringView what,
                   const QHash<qint64, QJsonObject> &before,
                   const QHash<qint64, QJsonObject> &after)
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

void setFields(Database &database, const std::string &table, const auto &columns, qint64 id,
               const QJsonObject &fields)
{
    for (const auto *column : columns) {
        if (const auto value = fields.value(QLatin1StringView(column)); !value.isUndefined())
            setField(database, table, column, id, value);
    }
}

// A feed that was not there before is one that nobody is subscribed to: its row keeps what it told.
void restoreFeed(Database &database, qint64 id, const QJsonValue &state)
{
    const auto fields = state.isNull() ? QJsonObject{{"subscribed"_L1, 0}} : state.toObject();
    setFields(database, "feeds", feedColumns, id, fields);
    const auto subscribed = fields.value("subscribed"_L1);
    if (subscribed.isUndefined())
        return;
    if (subscribed.toInteger() != 0)
        feedentrytable::show(database, FeedId(id));
    else
        feedentrytable::hide(database, FeedId(id));
}

void restoreFolder(Database &database, qint64 id, const QJsonValue &state)
{
    if (state.isNull()) {
        auto query = database.query("DELETE FROM feedFolders WHERE id = ?");
        query << id;
        query.run();
        return;
    }
    auto query = database.query(
        "INSERT OR IGNORE INTO feedFolders (id, title, parent, position) VALUES (?, '', 0, 0)");
    query << id;
    query.run();
    setFields(database, "feedFolders", folderColumns, id, state.toObject());
}

} // namespace

FeedSnapshot FeedSnapshot::of(Database &database)
{
    FeedSnapshot snapshot;
    snapshot.m_feeds = rowsOf(database, "feeds", feedColumns);
    snapshot.m_folders = rowsOf(database, "feedFolders", folderColumns);
    return snapshot;
}

QJsonArray FeedSnapshot::changesTo(const FeedSnapshot &after) const
{
    QJsonArray changes;
    appendChanges(changes, "folder"_L1, m_folders, after.m_folders);
    appendChanges(changes, "feed"_L1, m_feeds, after.m_feeds);
    return changes;
}

void FeedSnapshot::restore(Database &database, const QJsonArray &changes, Side side)
{
    for (const auto &value : changes) {
        const auto change = value.toObject();
        const auto state = change.value(side == Side::Before ? "before"_L1 : "after"_L1);
        if (const auto folder = change.value("folder"_L1); !folder.isUndefined())
            restoreFolder(database, folder.toInteger(), state);
        else
            restoreFeed(database, change.value("feed"_L1).toInteger(), state);
    }
}
