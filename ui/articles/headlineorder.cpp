#include "articles/headlineorder.h"

namespace {

QDateTime key(const Headline &headline, StoryQuery::Scope scope)
{
    switch (scope) {
    case StoryQuery::Scope::Bookmarks:
        return headline.bookmarkedAt;
    case StoryQuery::Scope::RecentlyOpened:
    case StoryQuery::Scope::Started:
        return headline.opened;
    case StoryQuery::Scope::Folder:
    case StoryQuery::Scope::All:
    case StoryQuery::Scope::Unread:
    case StoryQuery::Scope::Feed:
    case StoryQuery::Scope::FeedFolder:
        break;
    }
    return headline.listed;
}

headlines::By by(const StoryQuery &query)
{
    using headlines::By;
    using Scope = StoryQuery::Scope;
    if (query.order == StoryQuery::Order::Relevance)
        return By::Publication;
    // What is searched, or sorted by outlet, goes by its place among all stories.
    const auto isPlace = query.words.isEmpty() && query.filter.isEmpty()
        && query.order != StoryQuery::Order::Outlet;
    if (isPlace && query.scope == Scope::Bookmarks)
        return By::Bookmark;
    if (isPlace && (query.scope == Scope::RecentlyOpened || query.scope == Scope::Started))
        return By::Opening;
    return By::Listing;
}

} // namespace

bool headlines::canTell(const StoryQuery &query)
{
    using Scope = StoryQuery::Scope;
    return query.scope != Scope::Folder && query.scope != Scope::Feed
        && query.scope != Scope::FeedFolder && query.scope != Scope::Started
        && query.words.isEmpty() && query.filter.isEmpty()
        && query.order == StoryQuery::Order::Newest;
}

bool headlines::belongs(const Headline &headline, const StoryQuery &query)
{
    switch (query.scope) {
    case StoryQuery::Scope::Unread:
        return !headline.read;
    case StoryQuery::Scope::Bookmarks:
        return headline.bookmarked();
    case StoryQuery::Scope::RecentlyOpened:
        return headline.opened.isValid();
    case StoryQuery::Scope::All:
    case StoryQuery::Scope::Started:
    case StoryQuery::Scope::Folder:
    case StoryQuery::Scope::Feed:
    case StoryQuery::Scope::FeedFolder:
        break;
    }
    return true;
}

qint64 headlines::moment(const Headline &headline, StoryQuery::Scope scope)
{
    const auto moment = key(headline, scope);
    return moment.isValid() ? moment.toMSecsSinceEpoch() : 0;
}

headlines::Standing headlines::standing(const StoryQuery &query, const ListedStory &row)
{
    return {.by = by(query), .moment = row.moment};
}

bool headlines::isByDate(const StoryQuery &query)
{
    return query.order == StoryQuery::Order::Newest || query.order == StoryQuery::Order::Oldest;
}
