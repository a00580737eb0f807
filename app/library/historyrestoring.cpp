#include "library/historyrestoring.h"

#include "library/database.h"
#include "library/feedsnapshot.h"
#include "library/foldertable.h"
#include "library/journalapply.h"
#include "library/smartfoldertable.h"

#include <QHash>

#include <algorithm>

namespace {

using Action = journal::Entry::Action;
using Direction = journal::Direction;
using Outcome = Restored::Outcome;
using State = articletable::State;

// What a change would be again: the stories that are otherwise now, and their states.
struct Wanted
{
    journal::Entry entry = {}; // To be done.
    Outcome outcome = Outcome::AlreadySo; // When there is nothing to do.
};

bool concerns(ArticleId story, ArticleId only)
{
    return only == ArticleId::None || story == only;
}

bool isForgotten(Database &database, ArticleId story)
{
    return articletable::currentVersion(database, story) == 0;
}

// What is done to the stories of an entry when it is taken back.
Action actionBack(Action action)
{
    switch (action) {
    case Action::Open:
        return Action::Read;
    case Action::Add:
    case Action::Update:
        return Action::Remove;
    case Action::Complete:
        return Action::ChooseText;
    default:
        return action;
    }
}

qint64 valueAt(const QList<qint64> &values, qsizetype at)
{
    return values.size() == 1 ? values.first() : values.value(at);
}

// The states to go back to; rows of what was looked at or told by a feed have none written down.
QList<qint64> valuesOf(const journal::Step &step)
{
    switch (step.entry.action) {
    case Action::Open:
        return {0};
    case Action::Update:
        return {qint64(articletable::Removal::ByHand)};
    default:
        return step.isUndone ? step.entry.after : step.entry.before;
    }
}

void wantStates(Database &database, const journal::Step &step, ArticleId only, Wanted &wanted)
{
    const auto values = valuesOf(step);
    QHash<ArticleId, qint64> targets;
    for (qsizetype at = 0; at < step.entry.stories.size(); ++at) {
        if (concerns(step.entry.stories.at(at), only))
            targets.insert(step.entry.stories.at(at), valueAt(values, at));
    }
    if (targets.isEmpty())
        return;
    const auto states = articletable::states(database, targets.keys(),
                                             journalapply::stateOf(wanted.entry.action));
    for (const auto &[story, is] : states) {
        const auto target = targets.value(story);
        if ((is != 0) == (target != 0))
            continue;
        wanted.entry.stories.append(story);
        wanted.entry.before.append(is);
        wanted.entry.after.append(target);
    }
    const auto ids = targets.keys();
    if (states.isEmpty()
        && std::ranges::all_of(ids, [&](ArticleId story) { return isForgotten(database, story); }))
        wanted.outcome = Outcome::StoryForgotten;
}

void wantTexts(Database &database, const journal::Step &step, ArticleId only, Wanted &wanted)
{
    for (const auto &text : step.entry.texts) {
        if (!concerns(text.story, only))
            continue;
        const auto target = step.isUndone ? text.after : text.before;
        const auto present = articletable::currentVersion(database, text.story);
        if (present == target)
            continue;
        if (present == 0)
            wanted.outcome = Outcome::StoryForgotten;
        else if (articletable::content(database, text.story, target).isEmpty())
            wanted.outcome = Outcome::TextForgotten;
        else
            wanted.entry.texts.append({.story = text.story, .before = present, .after = target});
    }
}

Wanted wantedFor(Database &database, const journal::Step &step, ArticleId only)
{
    Wanted wanted{.entry = {.action = actionBack(step.entry.action)}};
    wantStates(database, step, only, wanted);
    wantTexts(database, step, only, wanted);
    if (wanted.entry.stories.isEmpty() && wanted.entry.action == Action::Remove)
        wanted.entry.action = Action::ChooseText;
    const auto concerned = wanted.entry.stories.size() + wanted.entry.texts.size();
    if (concerned == 1)
        wanted.entry.title
            = articletable::title(database,
                                  wanted.entry.stories.isEmpty() ? wanted.entry.texts.first().story
                                                                 : wanted.entry.stories.first());
    return wanted;
}

// What it was that is taken back, for what was looked at or told by a feed.
Deed deedOf(const journal::Step &step, const journal::Entry &entry)
{
    if (step.entry.action == Action::Open)
        return Deed::Read;
    if (step.entry.action == Action::Update)
        return entry.stories.isEmpty() ? Deed::CopyOpened : Deed::Added;
    return journal::deedOf(step.entry);
}

Restored done(const journal::Step &step, const journal::Entry &entry, journalapply::Applied applied)
{
    return {.outcome = Outcome::Done,
            .again = step.isUndone,
            .undone = {.action = deedOf(step, entry),
                       .stories = int(entry.stories.size()),
                       .texts = int(entry.texts.size()),
                       .feeds = int(entry.feeds.size()),
                       .title = entry.title,
                       .change = std::move(applied.change)}};
}

Restored restoreStories(Database &database, const journal::Step &step, ArticleId only,
                        const QDateTime &now)
{
    // Of all that a feed told nobody wants to be rid at once.
    if (step.entry.action == Action::Tidy
        || (step.entry.action == Action::Update && only == ArticleId::None
            && step.entry.stories.size() + step.entry.texts.size() != 1))
        return {.outcome = Outcome::Impossible};
    const auto wanted = wantedFor(database, step, only);
    if (wanted.entry.stories.isEmpty() && wanted.entry.texts.isEmpty())
        return {.outcome = wanted.outcome};
    auto applied = journalapply::apply(database, wanted.entry, Direction::Redo);
    journal::append(database, wanted.entry, journal::Kind::Step, now);
    return done(step, wanted.entry, std::move(applied));
}

Restored restoreWatching(Database &database, const journal::Step &step, const QDateTime &now)
{
    const auto target = valueAt(valuesOf(step), 0);
    const auto before
        = foldertable::setWatching(database, step.entry.folder,
                                   target ? foldertable::Watching::Yes : foldertable::Watching::No);
    if (qint64(before) == target)
        return {.outcome = Outcome::AlreadySo};
    const journal::Entry entry{.action = Action::Watch,
                               .before = {qint64(before)},
                               .after = {target},
                               .folder = step.entry.folder,
                               .title = step.entry.folder};
    journal::append(database, entry, journal::Kind::Step, now);
    return done(step, entry, {.change = {.everything = true}});
}

Action oppositeOf(Action action)
{
    switch (action) {
    case Action::Subscribe:
        return Action::Unsubscribe;
    case Action::Unsubscribe:
        return Action::Subscribe;
    case Action::AddFeedFolder:
        return Action::RemoveFeedFolder;
    case Action::RemoveFeedFolder:
        return Action::AddFeedFolder;
    case Action::AddSmartFolder:
        return Action::RemoveSmartFolder;
    case Action::RemoveSmartFolder:
        return Action::AddSmartFolder;
    default:
        return action;
    }
}

Restored restoreFeeds(Database &database, const journal::Step &step, const QDateTime &now)
{
    const auto before = FeedSnapshot::of(database);
    FeedSnapshot::restore(database, step.entry.feeds,
                          step.isUndone ? FeedSnapshot::Side::After : FeedSnapshot::Side::Before);
    switch (FeedSnapshot::mend(database)) {
    case FeedSnapshot::Mended::Yes:
        break;
    case FeedSnapshot::Mended::AddressTaken:
        return {.outcome = Outcome::AddressTaken};
    case FeedSnapshot::Mended::FolderInItself:
        return {.outcome = Outcome::Impossible};
    }
    const auto changes = before.changesTo(FeedSnapshot::of(database));
    if (changes.isEmpty())
        return {.outcome = Outcome::AlreadySo};
    const journal::Entry entry{.action
                               = step.isUndone ? step.entry.action : oppositeOf(step.entry.action),
                               .feeds = changes,
                               .title = step.entry.title};
    journal::append(database, entry, journal::Kind::Step, now);
    return done(step, entry, {.change = {.feeds = true, .everything = true}});
}

Restored restoreSmartFolders(Database &database, const journal::Step &step, const QDateTime &now)
{
    const auto before = smartfoldertable::rows(database);
    smartfoldertable::restore(database, step.entry.smartFolders,
                              step.isUndone ? Direction::Redo : Direction::Undo);
    const auto changes = smartfoldertable::changes(before, smartfoldertable::rows(database));
    if (changes.isEmpty())
        return {.outcome = Outcome::AlreadySo};
    const journal::Entry entry{.action
                               = step.isUndone ? step.entry.action : oppositeOf(step.entry.action),
                               .title = step.entry.title,
                               .smartFolders = changes};
    journal::append(database, entry, journal::Kind::Step, now);
    return done(step, entry, {.change = {.smartFolders = true}});
}

} // namespace

bool historyrestoring::mayRestore(Database &database, const journal::Line &line)
{
    const auto &entry = line.entry;
    if (entry.deed == Deed::Tidied || entry.deed == Deed::None)
        return false;
    if (entry.deed == Deed::Updated)
        return false;
    if (entry.story == ArticleId::None)
        return true;
    const auto step = journal::find(database, entry.id);
    return step && mayRestore(database, *step, entry.story);
}

bool historyrestoring::mayRestore(Database &database, const journal::Step &step, ArticleId only)
{
    if (step.entry.action == Action::Tidy)
        return false;
    const auto wanted = wantedFor(database, step, only);
    return !wanted.entry.stories.isEmpty() || !wanted.entry.texts.isEmpty();
}

Restored historyrestoring::restore(Database &database, const journal::Step &step, ArticleId only,
                                   const QDateTime &now)
{
    if (!step.entry.feeds.isEmpty())
        return restoreFeeds(database, step, now);
    if (!step.entry.smartFolders.isEmpty())
        return restoreSmartFolders(database, step, now);
    if (step.entry.action == Action::Watch)
        return restoreWatching(database, step, now);
    return restoreStories(database, step, only, now);
}
