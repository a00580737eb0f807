#pragma once

#include "library/library.h"

#include <QList>
#include <QString>
#include <QStringList>

class Database;

// Watched folders, the stories found in them, and the files already looked at.
namespace foldertable {

qint64 idOf(Database &database, const QString &path); // 0 when it was never watched.
qint64 insert(Database &database, const QString &path); // Its id, also when it is there already.

enum class Watching { No, Yes };
// Answers what it was before.
Watching setWatching(Database &database, const QString &path, Watching watching);
QStringList watched(Database &database);

// Answers whether the story is new in the folder.
bool link(Database &database, const QString &path, ArticleId id);

QList<Library::KnownFile> knownFiles(Database &database, const QString &path);
void setKnownFile(Database &database, const QString &path, const Library::KnownFile &file);

} // namespace foldertable
