#pragma once

#include <QString>

enum class SmartFolderId : qint64 { None = 0 };

// A search that is kept in the sidebar.
struct SmartFolder
{
    // Those that every library begins with.
    enum class BuiltIn { None, Today, Unread, Bookmarks, Started, Opened };

    SmartFolderId id = SmartFolderId::None;
    QString title = {}; // Empty: a built-in one that was not renamed.
    QString search = {}; // As it is typed.
    QString icon = {}; // The name of one of our icons; empty: the usual one.
    BuiltIn builtIn = BuiltIn::None;

    // What a built-in one searches for as long as nobody has changed it.
    static QString usualSearch(BuiltIn builtIn);

    bool operator==(const SmartFolder &) const = default;
};
