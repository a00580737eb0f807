#include "library/feedsnapshot.h"

#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/limits.h"
#include "library/rowchanges.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

// The columns that belong to the person.
constexpr std::array feedColumns = {"subscribed",   "url",
                                    "urlKey",       "title",
                                    "folder",       "position",
                                    "fullText",     "pictures",
                                    "everyMinutes", "opensOriginal",
                                    "notifies",     "paused",
                                    "keptDays",     "foreignAttributes"};
constexpr std::array folderColumns = {"title", "parent", "position"};

constexpr rowchanges::Table feeds{.name = "feeds", .columns = feedColumns};
constexpr rowchanges::Table folders{.name = "feedFolders", .columns = folderColumns};

// A feed that was not there before is one that nobody is subscribed to: its row keeps what it told.
void restoreFeed(Database &database, qint64 id, const QJsonValue &state)
{
    const auto fields = state.isNull() ? QJsonObject{{"subscribed"_L1, 0}} : state.toObject();
    rowchanges::setFields(database, feeds, id, fields);
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
    rowchanges::setFields(database, folders, id, state.toObject());
}

} // namespace

FeedSnapshot FeedSnapshot::of(Database &database)
{
    FeedSnapshot snapshot;
    snapshot.m_feeds = rowchanges::rows(database, feeds);
    snapshot.m_folders = rowchanges::rows(database, folders);
    return snapshot;
}

QJsonArray FeedSnapshot::changesTo(const FeedSnapshot &after) const
{
    QJsonArray changes;
    rowchanges::append(changes, "folder"_L1, m_folders, after.m_folders);
    rowchanges::append(changes, "feed"_L1, m_feeds, after.m_feeds);
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

FeedSnapshot::Mended FeedSnapshot::mend(Database &database)
{
    auto taken = database.query("SELECT 1 FROM feeds WHERE subscribed = 1 AND urlKey <> '' "
                                "GROUP BY urlKey HAVING count(*) > 1 LIMIT 1");
    if (taken.next())
        return Mended::AddressTaken;
    for (const auto *stray : {"UPDATE feeds SET folder = 0 WHERE subscribed = 1 AND folder <> 0 "
                              "AND folder NOT IN (SELECT id FROM feedFolders)",
                              "UPDATE feedFolders SET parent = 0 WHERE parent <> 0 "
                              "AND parent NOT IN (SELECT id FROM feedFolders)"})
        database.execute(stray);
    const auto present = rowchanges::rows(database, folders);
    for (auto folder = present.keyBegin(); folder != present.keyEnd(); ++folder) {
        auto outer = *folder;
        for (int depth = 0; outer != 0; ++depth) {
            if (depth > limits::folderDepth)
                return Mended::FolderInItself;
            outer = present.value(outer).value("parent"_L1).toInteger();
        }
    }
    return Mended::Yes;
}
