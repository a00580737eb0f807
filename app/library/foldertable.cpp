#include "library/foldertable.h"

#include "library/database.h"

qint64 foldertable::idOf(Database &database, const QString &path)
{
    auto query = database.query("SELECT id FROM folders WHERE path = ?");
    query << path;
    return query.next() ? query.number(0) : 0;
}

qint64 foldertable::insert(Database &database, const QString &path)
{
    if (const auto id = idOf(database, path))
        return id;
    auto query = database.query("INSERT INTO folders (path, watched) VALUES (?, 0)");
    query << path;
    query.run();
    return database.lastId();
}

foldertable::Watching foldertable::setWatching(Database &database, const QString &path,
                                               Watching watching)
{
    auto before = database.query("SELECT watched FROM folders WHERE path = ?");
    before << path;
    const auto was = before.next() && before.number(0) != 0 ? Watching::Yes : Watching::No;
    if (was == watching)
        return was;
    const auto id = insert(database, path);
    auto query = database.query("UPDATE folders SET watched = ? WHERE id = ?");
    query << int(watching) << id;
    query.run();
    return was;
}

QStringList foldertable::watched(Database &database)
{
    QStringList paths;
    auto query = database.query("SELECT path FROM folders WHERE watched = 1 ORDER BY path");
    while (query.next())
        paths.append(query.text(0));
    return paths;
}

bool foldertable::link(Database &database, const QString &path, ArticleId id)
{
    const auto folder = insert(database, path);
    auto query
        = database.query("INSERT OR IGNORE INTO folderArticles (folder, article) VALUES (?, ?)");
    query << folder << qint64(id);
    query.run();
    return database.changedRows() > 0;
}

QList<Library::KnownFile> foldertable::knownFiles(Database &database, const QString &path)
{
    QList<Library::KnownFile> files;
    auto query = database.query(
        "SELECT path, size, modified FROM knownFiles WHERE folder = ? ORDER BY path");
    query << idOf(database, path);
    while (query.next())
        files.append(
            {.path = query.text(0), .size = query.number(1), .modified = moment(query.number(2))});
    return files;
}

void foldertable::setKnownFile(Database &database, const QString &path,
                               const Library::KnownFile &file)
{
    const auto folder = insert(database, path);
    auto query = database.query("INSERT INTO knownFiles (folder, path, size, modified) "
                                "VALUES (?, ?, ?, ?) ON CONFLICT (folder, path) "
                                "DO UPDATE SET size = excluded.size, modified = excluded.modified");
    query << folder << file.path << file.size << stored(file.modified);
    query.run();
}
