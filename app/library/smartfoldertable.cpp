#include "library/smartfoldertable.h"

#include "library/database.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using BuiltIn = SmartFolder::BuiltIn;

// As they stand in the file: never changed.
struct Name
{
    BuiltIn builtIn;
    QLatin1StringView text;
};

constexpr std::array names
    = {Name{BuiltIn::Today, "today"_L1}, Name{BuiltIn::Unread, "unread"_L1},
       Name{BuiltIn::Bookmarks, "bookmarks"_L1}, Name{BuiltIn::Started, "started"_L1},
       Name{BuiltIn::Opened, "opened"_L1}};

constexpr std::array columns = {"title", "search", "icon", "position", "removed"};
constexpr rowchanges::Table table{.name = "smartFolders", .columns = columns};

const std::string fields = "SELECT id, title, search, icon, builtIn FROM smartFolders ";

SmartFolder folderFrom(const Query &row)
{
    SmartFolder folder{.id = SmartFolderId(row.number(0)),
                       .title = row.text(1),
                       .search = row.text(2),
                       .icon = row.text(3)};
    const auto *name = std::ranges::find(names, row.text(4), &Name::text);
    if (name != names.end())
        folder.builtIn = name->builtIn;
    if (folder.search.isEmpty())
        folder.search = SmartFolder::usualSearch(folder.builtIn);
    return folder;
}

QList<SmartFolder> foldersFrom(Query &rows)
{
    QList<SmartFolder> folders;
    while (rows.next())
        folders.append(folderFrom(rows));
    return folders;
}

void set(Database &database, SmartFolderId id, const char *column, const QString &value)
{
    auto query
        = database.query(std::string("UPDATE smartFolders SET ") + column + " = ? WHERE id = ?");
    query << value << qint64(id);
    query.run();
}

void set(Database &database, SmartFolderId id, const char *column, int value)
{
    auto query
        = database.query(std::string("UPDATE smartFolders SET ") + column + " = ? WHERE id = ?");
    query << value << qint64(id);
    query.run();
}

struct Placed
{
    SmartFolderId id;
    bool removed;
};

QList<Placed> placed(Database &database)
{
    QList<Placed> all;
    auto query = database.query("SELECT id, removed FROM smartFolders ORDER BY position, id");
    while (query.next())
        all.append({.id = SmartFolderId(query.number(0)), .removed = query.number(1) != 0});
    return all;
}

} // namespace

QList<SmartFolder> smartfoldertable::all(Database &database)
{
    auto query = database.query(fields + "WHERE removed = 0 ORDER BY position, id");
    return foldersFrom(query);
}

std::optional<SmartFolder> smartfoldertable::find(Database &database, SmartFolderId id)
{
    auto query = database.query(fields + "WHERE removed = 0 AND id = ?");
    query << qint64(id);
    return query.next() ? std::optional(folderFrom(query)) : std::nullopt;
}

QList<SmartFolder> smartfoldertable::removedBuiltIns(Database &database)
{
    auto query
        = database.query(fields + "WHERE removed <> 0 AND builtIn <> '' ORDER BY position, id");
    return foldersFrom(query);
}

SmartFolderId smartfoldertable::insert(Database &database)
{
    auto query = database.query("INSERT INTO smartFolders (title, search, position) VALUES "
                                "('', '', (SELECT ifnull(max(position), -1) + 1 "
                                "FROM smartFolders))");
    query.run();
    return SmartFolderId(database.lastId());
}

void smartfoldertable::setTitle(Database &database, SmartFolderId id, const QString &title)
{
    set(database, id, "title", title);
}

void smartfoldertable::setSearch(Database &database, SmartFolderId id, const QString &search)
{
    set(database, id, "search", search);
}

void smartfoldertable::setIcon(Database &database, SmartFolderId id, const QString &icon)
{
    set(database, id, "icon", icon);
}

void smartfoldertable::setRemoved(Database &database, SmartFolderId id, bool removed)
{
    set(database, id, "removed", int(removed));
}

void smartfoldertable::move(Database &database, SmartFolderId id, int position)
{
    auto order = placed(database);
    const auto moved = std::ranges::find(order, id, &Placed::id);
    if (moved == order.end())
        return;
    // Those that were removed count for nothing, but keep their places among the others.
    const auto here
        = std::count_if(order.begin(), moved, [](const Placed &folder) { return !folder.removed; });
    if (position == here || position == here + 1)
        return;
    auto seen = 0;
    const auto before = std::ranges::find_if(
        order, [&](const Placed &folder) { return !folder.removed && seen++ == position; });
    const auto from = moved - order.begin();
    const auto to = before - order.begin();
    order.move(from, to > from ? to - 1 : to);
    for (int place = 0; place < int(order.size()); ++place)
        set(database, order.at(place).id, "position", place);
}

rowchanges::Rows smartfoldertable::rows(Database &database)
{
    return rowchanges::rows(database, table);
}

QJsonArray smartfoldertable::changes(const rowchanges::Rows &before, const rowchanges::Rows &after)
{
    QJsonArray changes;
    rowchanges::append(changes, "smartFolder"_L1, before, after);
    return changes;
}

void smartfoldertable::restore(Database &database, const QJsonArray &changes,
                               journal::Direction direction)
{
    for (const auto &value : changes) {
        const auto change = value.toObject();
        const auto state
            = change.value(direction == journal::Direction::Undo ? "before"_L1 : "after"_L1);
        rowchanges::setFields(database, table, change.value("smartFolder"_L1).toInteger(),
                              state.isNull() ? QJsonObject{{"removed"_L1, 1}} : state.toObject());
    }
}
