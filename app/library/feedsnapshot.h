#pragma once

#include "model/feed.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

class Database;

// What people decide about feeds and folders, as the journal keeps it: to take a change back, the
// fields that it changed are set to what they were. What feeds do by themselves stays.
class FeedSnapshot
{
public:
    // All feeds, also those that are no longer subscribed to, and all folders.
    static FeedSnapshot of(Database &database);

    // The rows that differ: [{"feed" or "folder": id, "before": {…}, "after": {…}}, …]. A row that
    // is not there is null.
    [[nodiscard]] QJsonArray changesTo(const FeedSnapshot &after) const;

    enum class Side { Before, After };
    static void restore(Database &database, const QJsonArray &changes, Side side);
    // After a change was restored out of its order: what stood in folders that are gone stands
    // outside of all. Some changes do not go together with what came after them.
    enum class Mended { Yes, AddressTaken, FolderInItself };
    static Mended mend(Database &database);

private:
    QHash<qint64, QJsonObject> m_feeds;
    QHash<qint64, QJsonObject> m_folders;
};
