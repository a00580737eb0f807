#include "search/places.h"

#include "search/query.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Kind = search::Term::Kind;
using Scope = StoryQuery::Scope;

// No day matters here.
search::Query parsed(const QString &search)
{
    return search::parse(search, QDate(2000, 1, 1));
}

// The conditions that must all hold, as far as they are no more than that.
QList<Kind> conditions(const search::Node &root)
{
    QList<Kind> kinds;
    if (root.kind == search::Node::Kind::Term)
        return {root.term.kind};
    if (root.kind != search::Node::Kind::All)
        return {};
    for (const auto &child : root.children)
        kinds += conditions(child);
    return kinds;
}

// The node that a search is, without the brackets and lists of one around it.
const search::Node &core(const search::Node &node)
{
    return node.kind == search::Node::Kind::All && node.children.size() == 1
        ? core(node.children.first())
        : node;
}

bool isOnly(const search::Query &query, Kind kind)
{
    const auto &node = core(query.root);
    return !query.problem && node.kind == search::Node::Kind::Term && node.term.kind == kind;
}

QString conditionOf(const StoryQuery &place, const QString &feed)
{
    switch (place.scope) {
    case Scope::Unread:
        return u"is:unread"_s;
    case Scope::Bookmarks:
        return u"is:bookmarked"_s;
    case Scope::Started:
        return u"is:started"_s;
    case Scope::RecentlyOpened:
        return u"is:opened"_s;
    case Scope::Feed: {
        // A quote cannot be quoted.
        const auto name = QString(feed).remove(u'"').simplified();
        return name.isEmpty() ? QString() : u"from:\"%1\""_s.arg(name);
    }
    case Scope::All:
    case Scope::Folder:
    case Scope::FeedFolder:
        break;
    }
    return {};
}

// OR binds less than what stands beside it.
bool isAlternative(const QString &search)
{
    return core(parsed(search).root).kind == search::Node::Kind::Any;
}

} // namespace

StoryQuery search::placeOf(const QString &search)
{
    const auto typed = search.simplified();
    const auto query = parsed(typed);
    if (typed.isEmpty())
        return {};
    if (isOnly(query, Kind::Unread))
        return {.scope = Scope::Unread};
    if (isOnly(query, Kind::Bookmarked))
        return {.scope = Scope::Bookmarks};
    if (isOnly(query, Kind::Started))
        return {.scope = Scope::Started};
    if (isOnly(query, Kind::Opened))
        return {.scope = Scope::RecentlyOpened};
    return {.filter = typed};
}

std::optional<StoryQuery> search::countedIn(const QString &search)
{
    auto place = placeOf(search);
    if (place.scope == Scope::RecentlyOpened)
        return std::nullopt;
    if (place.scope != Scope::All)
        return place;
    const auto kinds = conditions(parsed(search).root);
    const auto isWhole = std::ranges::any_of(kinds, [](Kind kind) {
        return kind == Kind::Unread || kind == Kind::Read || kind == Kind::Bookmarked
            || kind == Kind::Started || kind == Kind::Opened;
    });
    if (!isWhole)
        place.words = u"is:unread"_s;
    return place;
}

QString search::searchOf(const StoryQuery &place, const QString &feed)
{
    QStringList parts{conditionOf(place, feed), place.filter.simplified(),
                      place.words.simplified()};
    parts.removeAll({});
    if (parts.size() > 1) {
        for (auto &part : parts) {
            if (isAlternative(part))
                part = u'(' + part + u')';
        }
    }
    return parts.join(u' ');
}
