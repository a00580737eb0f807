#include "library/articletable.h"
#include "library/feedentrytable.h"
#include "library/feedtree.h"
#include "library/foldertable.h"
#include "library/journal.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/searchlist.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

// Library::setAllRead(): a whole place may hold a hundred thousand stories.

namespace {

using Scope = StoryQuery::Scope;

QList<ArticleId> idsFrom(Query &query)
{
    QList<ArticleId> ids;
    while (query.next())
        ids.append(ArticleId(query.number(0)));
    return ids;
}

QList<ArticleId> unreadWhere(Database &database, const std::string &condition)
{
    auto query = database.query("SELECT id FROM articles INDEXED BY articlesByRead "
                                "WHERE removed = 0 AND read = 0"
                                + condition);
    return idsFrom(query);
}

QList<ArticleId> unreadIn(Database &database, const std::string &table, const std::string &column,
                          qint64 place)
{
    auto query = database.query("SELECT articles.id FROM " + table + " CROSS JOIN articles WHERE "
                                + table + "." + column + " = ? AND articles.id = " + table
                                + ".article AND articles.removed = 0 AND articles.read = 0");
    query << place;
    return idsFrom(query);
}

// A story may stand in several of the feeds.
QList<ArticleId> unreadInFeeds(Database &database, const QList<FeedId> &feeds)
{
    QSet<ArticleId> ids;
    for (const auto feed : feeds) {
        const auto unread = unreadIn(database, "feedArticles", "feed", qint64(feed));
        ids.unite({unread.cbegin(), unread.cend()});
    }
    QList<ArticleId> sorted(ids.cbegin(), ids.cend());
    std::ranges::sort(sorted);
    return sorted;
}

// Nothing where the search cannot be understood: then the place lists nothing either.
QList<ArticleId> unreadFound(Database &database, StoryQuery place)
{
    place.words.clear();
    place.order = StoryQuery::Order::Newest;
    place.filter = u"("_s + place.filter + u" ) is:unread "_s;
    const auto page = searchlist::page(database, place, std::numeric_limits<int>::max(), {});
    QList<ArticleId> ids;
    if (page) {
        for (const auto &story : page->stories)
            ids.append(story.id);
    }
    std::ranges::sort(ids);
    return ids;
}

QList<ArticleId> unread(Database &database, const StoryQuery &place)
{
    if (!place.filter.trimmed().isEmpty())
        return unreadFound(database, place);
    switch (place.scope) {
    case Scope::All:
    case Scope::Unread:
        return unreadWhere(database, "");
    case Scope::Bookmarks:
        return unreadWhere(database, " AND bookmarked > 0");
    case Scope::RecentlyOpened:
        return unreadWhere(database, " AND opened > 0");
    case Scope::Started:
        return unreadWhere(database, " AND started > 0");
    case Scope::Folder:
        return unreadIn(database, "folderArticles", "folder",
                        foldertable::idOf(database, place.folder));
    case Scope::Feed:
        return unreadIn(database, "feedArticles", "feed", qint64(place.feed));
    case Scope::FeedFolder:
        return unreadInFeeds(database, feedtree::feedsBelow(database, place.feedFolder));
    }
    Q_UNREACHABLE();
}

} // namespace

Result<LibraryChange> Library::setAllRead(const StoryQuery &place, const QDateTime &now)
{
    return attempt(m->file, [&]() -> Result<LibraryChange> {
        Transaction transaction(*m->database);
        const auto ids = unread(*m->database, place);
        if (ids.isEmpty())
            return LibraryChange();
        articletable::setStates(*m->database, ids, articletable::State::Read, 1);
        journal::append(
            *m->database,
            {.action = journal::Entry::Action::Read, .stories = ids, .before = {0}, .after = {1}},
            journal::Kind::Step, now);
        const auto ofFeeds = feedentrytable::anyListed(*m->database, ids);
        transaction.commit();
        return LibraryChange{.feeds = ofFeeds, .everything = true};
    });
}
