#pragma once

#include "library/journal.h"
#include "library/rowchanges.h"
#include "model/smartfolder.h"

#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

class Database;

// The rows of smart folders. One that was removed keeps its row and its place, so that taking that
// back is no more than a flag.
namespace smartfoldertable {

// In the order people gave them.
QList<SmartFolder> all(Database &database);
std::optional<SmartFolder> find(Database &database, SmartFolderId id);
// Built-in ones that were removed.
QList<SmartFolder> removedBuiltIns(Database &database);

// At the end.
SmartFolderId insert(Database &database);
void setTitle(Database &database, SmartFolderId id, const QString &title);
void setSearch(Database &database, SmartFolderId id, const QString &search);
void setIcon(Database &database, SmartFolderId id, const QString &icon);
void setRemoved(Database &database, SmartFolderId id, bool removed);
// Before the one that stands at `position` now, or at the end.
void move(Database &database, SmartFolderId id, int position);

// For the journal.
rowchanges::Rows rows(Database &database);
QJsonArray changes(const rowchanges::Rows &before, const rowchanges::Rows &after);
void restore(Database &database, const QJsonArray &changes, journal::Direction direction);

} // namespace smartfoldertable
