#include "library/journal.h"

#include "library/journalrows.h"
#include "library/limits.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;

// Undone steps that no redo can do again are told apart from records, since the history shows them.
enum class State { UndoneForGood = -1, Record = 0, Done = 1, Undone = 2 };

// The values of the column `kind`, as they stand in the file.
HistoryKind kindOf(const journal::Entry &entry)
{
    switch (entry.action) {
    case Action::Open:
    case Action::Read:
        return HistoryKind::Reading;
    case Action::Bookmark:
        return HistoryKind::Bookmarks;
    case Action::Remove:
        return HistoryKind::Removed;
    case Action::Add:
        return entry.stories.isEmpty() ? HistoryKind::Texts : HistoryKind::Added;
    case Action::Watch:
        return HistoryKind::Added;
    case Action::Complete:
    case Action::ChooseText:
        return HistoryKind::Texts;
    case Action::Update:
    case Action::Tidy:
        return HistoryKind::Updates;
    default:
        return HistoryKind::Feeds;
    }
}

void setState(Database &database, qint64 id, State state)
{
    auto query = database.query("UPDATE journal SET state = ? WHERE id = ?");
    query << int(state) << id;
    query.run();
}

void insertTexts(Database &database, qint64 row, const QList<journal::Retelling> &texts)
{
    // A text that changes twice in one step was before what it was at first.
    for (const auto &text : texts) {
        auto query = database.query(
            "INSERT INTO journalTexts (journal, story, before, after) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (journal, story) DO UPDATE SET after = excluded.after");
        query << row << qint64(text.story) << text.before << text.after;
        query.run();
    }
}

QList<journal::Retelling> textsOf(Database &database, qint64 row)
{
    QList<journal::Retelling> texts;
    auto query = database.query(
        "SELECT story, before, after FROM journalTexts WHERE journal = ? ORDER BY story");
    query << row;
    while (query.next())
        texts.append({.story = ArticleId(query.number(0)),
                      .before = query.number(1),
                      .after = query.number(2)});
    return texts;
}

// What was undone before a new step cannot be done again after it.
void forgetUndone(Database &database)
{
    auto forget = database.query("UPDATE journal SET state = ? WHERE state > 0 AND state = 2");
    forget << int(State::UndoneForGood);
    forget.run();
}

const std::string columns = "id, action, detail, who, feed, state";

journal::Step stepFrom(Database &database, const Query &row)
{
    const auto id = row.number(0);
    auto entry = journalrows::entryFrom(row.text(1), row.text(2));
    entry.by = Actor(row.number(3));
    entry.feed = FeedId(row.number(4));
    entry.texts = textsOf(database, id);
    const auto state = State(row.number(5));
    return {.id = id,
            .entry = std::move(entry),
            .isUndone = state == State::Undone || state == State::UndoneForGood};
}

HistoryEntry::State stateFrom(qint64 state)
{
    switch (State(state)) {
    case State::Done:
        return HistoryEntry::State::Done;
    case State::Undone:
    case State::UndoneForGood:
        return HistoryEntry::State::Undone;
    case State::Record:
        break;
    }
    return HistoryEntry::State::Record;
}

} // namespace

qint64 journal::append(Database &database, const Entry &entry, Kind kind, const QDateTime &now)
{
    if (kind == Kind::Step)
        forgetUndone(database);
    auto query
        = database.query("INSERT INTO journal (time, action, detail, state, who, feed, kind) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?)");
    query << stored(now) << journalrows::nameOf(entry.action) << journalrows::detailOf(entry)
          << int(kind == Kind::Step ? State::Done : State::Record) << int(entry.by)
          << qint64(entry.feed) << int(kindOf(entry));
    query.run();
    const auto id = database.lastId();
    insertTexts(database, id, entry.texts);
    return id;
}

void journal::extend(Database &database, qint64 row, const Entry &addition)
{
    insertTexts(database, row, addition.texts);
    if (addition.stories.isEmpty())
        return;
    auto known = database.query("SELECT detail FROM journal WHERE id = ?");
    known << row;
    if (!known.next())
        return;
    auto query = database.query("UPDATE journal SET detail = ?, kind = ? WHERE id = ?");
    query << journalrows::extended(known.text(0), addition.stories) << int(HistoryKind::Added)
          << row;
    query.run();
}

std::optional<qint64> journal::lastFinding(Database &database, const QString &folder,
                                           const QDateTime &now)
{
    auto query = database.query("SELECT id, time, action, detail, state, who FROM journal "
                                "ORDER BY id DESC LIMIT 1");
    if (!query.next() || query.text(2) != journalrows::nameOf(Action::Add)
        || State(query.number(4)) != State::Record || Actor(query.number(5)) != Actor::Folder)
        return std::nullopt;
    const auto age = stored(now) - query.number(1);
    const auto detail = query.text(3);
    if (age < 0 || age > limits::findingsJoined.count() || detail.size() > limits::joinedDetail
        || journalrows::entryFrom(query.text(2), detail).folder != folder)
        return std::nullopt;
    return query.number(0);
}

bool journal::isDone(Database &database, qint64 row)
{
    auto query = database.query("SELECT length(detail) FROM journal WHERE id = ? AND state = 1");
    query << row;
    return query.next() && query.number(0) <= limits::batchDetail;
}

std::optional<journal::Step> journal::next(Database &database, Direction direction)
{
    auto query = direction == Direction::Undo
        ? database.query("SELECT " + columns
                         + " FROM journal WHERE state > 0 AND state = 1 ORDER BY id DESC LIMIT 1")
        : database.query("SELECT " + columns
                         + " FROM journal WHERE state > 0 AND state = 2 ORDER BY id LIMIT 1");
    return query.next() ? std::optional(stepFrom(database, query)) : std::nullopt;
}

qint64 journal::lastStep(Database &database)
{
    auto query = database.query(
        "SELECT id FROM journal WHERE state > 0 AND state = 1 ORDER BY id DESC LIMIT 1");
    return query.next() ? query.number(0) : 0;
}

std::optional<journal::Step> journal::find(Database &database, qint64 row)
{
    auto query = database.query("SELECT " + columns + " FROM journal WHERE id = ?");
    query << row;
    return query.next() ? std::optional(stepFrom(database, query)) : std::nullopt;
}

void journal::mark(Database &database, const Step &step, Direction direction)
{
    setState(database, step.id, direction == Direction::Undo ? State::Undone : State::Done);
}

journal::Lines::Lines(Database &database, HistoryKind kind, std::optional<qint64> before)
    : m_database(database)
    , m_query(database.query(
          "SELECT id, time, action, detail, state, who, feed, (SELECT count(*) FROM journalTexts "
          "WHERE journalTexts.journal = journal.id), (SELECT min(story) FROM journalTexts WHERE "
          "journalTexts.journal = journal.id) FROM journal WHERE id < ?1"
          + std::string(kind == HistoryKind::All ? "" : " AND kind = ?2") + " ORDER BY id DESC"))
{
    m_query << before.value_or(std::numeric_limits<qint64>::max());
    if (kind != HistoryKind::All)
        m_query << int(kind);
}

std::optional<journal::Line> journal::Lines::next()
{
    if (!m_query.next())
        return std::nullopt;
    auto line = journalrows::lineFrom(m_query.text(2), m_query.text(3));
    auto &entry = line.entry;
    entry.id = m_query.number(0);
    entry.time = moment(m_query.number(1));
    entry.state = stateFrom(m_query.number(4));
    entry.by = Actor(m_query.number(5));
    line.feed = FeedId(m_query.number(6));
    entry.texts = std::max(entry.texts, m_query.number(7));
    if (line.action == Action::Add && entry.stories == 0)
        entry.deed = Deed::CopyOpened;
    if (line.action == Action::Update)
        return line;
    if (line.first.isEmpty() && entry.texts > 0)
        line.first = {ArticleId(m_query.number(8))};
    if (entry.stories + entry.texts == 1)
        entry.story = line.first.value(0);
    return line;
}

Deed journal::deedOf(Entry::Action action, bool isSet)
{
    switch (action) {
    case Action::Add:
        return Deed::Added;
    case Action::Open:
        return Deed::Opened;
    case Action::Read:
        return isSet ? Deed::Read : Deed::Unread;
    case Action::Bookmark:
        return isSet ? Deed::Bookmarked : Deed::Unbookmarked;
    case Action::Remove:
        return isSet ? Deed::Removed : Deed::BroughtBack;
    case Action::Watch:
        return isSet ? Deed::Watched : Deed::Unwatched;
    case Action::Subscribe:
        return Deed::Subscribed;
    case Action::Unsubscribe:
        return Deed::Unsubscribed;
    case Action::RenameFeed:
        return Deed::FeedRenamed;
    case Action::SetUpFeed:
        return Deed::FeedSetUp;
    case Action::ReaddressFeed:
        return Deed::FeedReaddressed;
    case Action::AddFeedFolder:
        return Deed::FeedFolderAdded;
    case Action::RenameFeedFolder:
        return Deed::FeedFolderRenamed;
    case Action::RemoveFeedFolder:
        return Deed::FeedFolderRemoved;
    case Action::MoveFeeds:
        return Deed::FeedsMoved;
    case Action::AddSmartFolder:
        return Deed::SmartFolderAdded;
    case Action::RenameSmartFolder:
        return Deed::SmartFolderRenamed;
    case Action::SetUpSmartFolder:
        return Deed::SmartFolderSetUp;
    case Action::MoveSmartFolder:
        return Deed::SmartFolderMoved;
    case Action::RemoveSmartFolder:
        return Deed::SmartFolderRemoved;
    case Action::RestoreSmartFolders:
        return Deed::SmartFoldersRestored;
    case Action::Complete:
        return Deed::TextCompleted;
    case Action::ChooseText:
        return Deed::TextChosen;
    case Action::Update:
        return Deed::Updated;
    case Action::Tidy:
        return Deed::Tidied;
    }
    return Deed::None;
}

Deed journal::deedOf(const Entry &entry)
{
    if (entry.action == Entry::Action::Add && entry.stories.isEmpty() && !entry.texts.isEmpty())
        return Deed::CopyOpened;
    return deedOf(entry.action, !entry.after.isEmpty() && entry.after.first() != 0);
}
