#include "articles/headlineorder.h"

namespace {

// Invalid where the order is that of coming.
QDateTime key(const Headline &headline, StoryQuery::Scope scope)
{
    switch (scope) {
    case StoryQuery::Scope::Bookmarks:
        return headline.bookmarkedAt;
    case StoryQuery::Scope::RecentlyOpened:
    case StoryQuery::Scope::Started:
        return headline.opened;
    case StoryQuery::Scope::Folder:
        return {};
    case StoryQuery::Scope::All:
    case StoryQuery::Scope::Unread:
    case StoryQuery::Scope::Feed:
    case StoryQuery::Scope::FeedFolder:
        break;
    }
    return headline.listed;
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

bool headlines::before(const Headline &one, const Headline &other, const StoryQuery &query)
{
    const auto first = key(one, query.scope);
    const auto second = key(other, query.scope);
    return first != second ? first > second : one.id > other.id;
}
