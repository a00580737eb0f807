#pragma once

#include "base/result.h"
#include "model/headline.h"
#include "model/smartfolder.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class Database;

// Searches that are kept in the sidebar: the part of the Library got from Library::smartFolders().
// Every change is one step for undo, made in one transaction with its row in the journal.
class SmartFolderStore
{
public:
    // What somebody changes of one at once; what is not given stays as it is.
    struct SetUp
    {
        std::optional<QString> title = {};
        std::optional<QString> search = {};
        std::optional<QString> icon = {};
    };

    struct Added
    {
        SmartFolderId id = SmartFolderId::None;
        LibraryChange change = {};
    };

    SmartFolderStore(Database &database, const QString &file);
    SmartFolderStore(const SmartFolderStore &) = delete;
    SmartFolderStore &operator=(const SmartFolderStore &) = delete;

    // In the order people gave them.
    [[nodiscard]] Result<QList<SmartFolder>> list() const;
    // Built-in ones that were removed, which restoreBuiltIns() brings back.
    [[nodiscard]] Result<QList<SmartFolder>> removedBuiltIns() const;

    // At the end. Refused without a title or without a search.
    Result<Added> add(const QString &title, const QString &search, const QString &icon,
                      const QDateTime &now);
    // An empty title: what a built-in one is usually called; refused for others.
    Result<LibraryChange> rename(SmartFolderId id, const QString &title, const QDateTime &now);
    // The same for its search; an empty icon is the usual one.
    Result<LibraryChange> setUp(SmartFolderId id, const SetUp &changes, const QDateTime &now);
    // Before the one that stands at `position` now, or at the end.
    Result<LibraryChange> move(SmartFolderId id, int position, const QDateTime &now);
    Result<LibraryChange> remove(SmartFolderId id, const QDateTime &now);
    // With their usual names, searches and icons, where they stood.
    Result<LibraryChange> restoreBuiltIns(const QDateTime &now);

private:
    Database &m_database;
    QString m_file; // For errors.
};
