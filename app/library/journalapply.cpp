#include "library/journalapply.h"

#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/feedsnapshot.h"
#include "library/foldertable.h"
#include "library/limits.h"
#include "library/searchtable.h"
#include "library/smartfoldertable.h"
#include "library/startedstories.h"
#include "library/storyversions.h"

namespace {

using Action = journal::Entry::Action;
using Direction = journal::Direction;
using State = articletable::State;

LibraryChange announced(Database &database, const QList<ArticleId> &stories, State state)
{
    const auto ofFeeds = feedentrytable::anyListed(database, stories);
    if (stories.size() > limits::announcedStories)
        return {.feeds = ofFeeds, .everything = true};
    if (state != State::Removed)
        return {.changed = articletable::headlines(database, stories), .feeds = ofFeeds};
    // They went or came together.
    auto back = articletable::headlines(database, stories);
    if (back.isEmpty())
        return {.removed = stories, .feeds = ofFeeds};
    return {.added = std::move(back), .feeds = ofFeeds};
}

LibraryChange applyStates(Database &database, const journal::Entry &entry,
                          const QList<qint64> &values)
{
    if (entry.stories.isEmpty())
        return {};
    const auto state = journalapply::stateOf(entry.action);
    if (values.size() == 1) {
        articletable::setStates(database, entry.stories, state, values.first());
    } else {
        QList<articletable::StoredState> states;
        for (qsizetype i = 0; i < entry.stories.size() && i < values.size(); ++i)
            states.append({.id = entry.stories.at(i), .value = values.at(i)});
        articletable::setStates(database, states, state);
    }
    if (state == State::Read)
        startedstories::renew(database, entry.stories);
    return announced(database, entry.stories, state);
}

LibraryChange applyWatching(Database &database, const journal::Entry &entry,
                            const QList<qint64> &values)
{
    const auto isWatched = !values.isEmpty() && values.first() != 0;
    foldertable::setWatching(database, entry.folder,
                             isWatched ? foldertable::Watching::Yes : foldertable::Watching::No);
    return {.everything = true};
}

// Stories come and go with their feeds.
bool movesStories(Action action)
{
    return action == Action::Subscribe || action == Action::Unsubscribe;
}

LibraryChange applyFeeds(Database &database, const journal::Entry &entry, Direction direction)
{
    FeedSnapshot::restore(database, entry.feeds,
                          direction == Direction::Undo ? FeedSnapshot::Side::Before
                                                       : FeedSnapshot::Side::After);
    return {.feeds = true, .everything = movesStories(entry.action)};
}

// A story that has had yet another text since keeps that.
int applyTexts(Database &database, const QList<journal::Retelling> &texts, Direction direction,
               LibraryChange &change)
{
    searchtable::Changes index;
    auto passed = 0;
    for (const auto &text : texts) {
        const auto isUndo = direction == Direction::Undo;
        const auto present = articletable::currentVersion(database, text.story);
        if (present != (isUndo ? text.after : text.before)
            || !storyversions::choose(database, index, text.story,
                                      isUndo ? text.before : text.after)) {
            ++passed;
            continue;
        }
        change.texts.append(text.story);
        if (auto headline = articletable::headline(database, text.story))
            change.changed.append(*std::move(headline));
    }
    index.write(database);
    if (change.texts.size() > limits::announcedStories)
        change = {.feeds = change.feeds, .everything = true};
    return passed;
}

} // namespace

articletable::State journalapply::stateOf(Action action)
{
    if (action == Action::Read)
        return State::Read;
    return action == Action::Bookmark ? State::Bookmarked : State::Removed;
}

journalapply::Applied journalapply::apply(Database &database, const journal::Entry &entry,
                                          Direction direction)
{
    if (!entry.feeds.isEmpty())
        return {.change = applyFeeds(database, entry, direction)};
    if (!entry.smartFolders.isEmpty()) {
        smartfoldertable::restore(database, entry.smartFolders, direction);
        return {.change = {.smartFolders = true}};
    }
    const auto &values = direction == Direction::Undo ? entry.before : entry.after;
    if (entry.action == Action::Watch)
        return {.change = applyWatching(database, entry, values)};
    Applied applied{.change = applyStates(database, entry, values)};
    applied.passed = applyTexts(database, entry.texts, direction, applied.change);
    return applied;
}
