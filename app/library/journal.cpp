#include "library/journal.h"

#include "library/database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace {

enum class State { Record = 0, Done = 1, Undone = 2 };

// As they stand in the file: never renamed, new ones at the end.
constexpr std::array actionNames = {"add"_L1,
                                    "open"_L1,
                                    "read"_L1,
                                    "bookmark"_L1,
                                    "remove"_L1,
                                    "watch"_L1,
                                    "subscribe"_L1,
                                    "unsubscribe"_L1,
                                    "renameFeed"_L1,
                                    "setUpFeed"_L1,
                                    "readdressFeed"_L1,
                                    "addFeedFolder"_L1,
                                    "renameFeedFolder"_L1,
                                    "removeFeedFolder"_L1,
                                    "moveFeeds"_L1,
                                    "update"_L1,
                                    "tidy"_L1,
                                    "addSmartFolder"_L1,
                                    "renameSmartFolder"_L1,
                                    "setUpSmartFolder"_L1,
                                    "moveSmartFolder"_L1,
                                    "removeSmartFolder"_L1,
                                    "restoreSmartFolders"_L1};

template<typename Number>
QJsonArray toJson(const QList<Number> &numbers)
{
    QJsonArray array;
    for (const auto number : numbers)
        array.append(qint64(number));
    return array;
}

template<typename Number>
QList<Number> numbersFrom(const QJsonValue &value)
{
    QList<Number> numbers;
    const auto array = value.toArray();
    for (const auto &number : array)
        numbers.append(Number(number.toInteger()));
    return numbers;
}

QString detailOf(const journal::Entry &entry)
{
    QJsonObject object{{"before"_L1, toJson(entry.before)}, {"after"_L1, toJson(entry.after)}};
    if (!entry.stories.isEmpty())
        object.insert("stories"_L1, toJson(entry.stories));
    if (!entry.folder.isEmpty())
        object.insert("folder"_L1, entry.folder);
    if (!entry.feeds.isEmpty())
        object.insert("feeds"_L1, entry.feeds);
    if (!entry.title.isEmpty())
        object.insert("title"_L1, entry.title);
    if (!entry.smartFolders.isEmpty())
        object.insert("smartFolders"_L1, entry.smartFolders);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

journal::Entry entryFrom(const QString &action, const QString &detail)
{
    const auto object = QJsonDocument::fromJson(detail.toUtf8()).object();
    const auto found = std::find(actionNames.cbegin(), actionNames.cend(), action);
    return {.action = journal::Entry::Action(found - actionNames.cbegin()),
            .stories = numbersFrom<ArticleId>(object.value("stories"_L1)),
            .before = numbersFrom<qint64>(object.value("before"_L1)),
            .after = numbersFrom<qint64>(object.value("after"_L1)),
            .folder = object.value("folder"_L1).toString(),
            .feeds = object.value("feeds"_L1).toArray(),
            .title = object.value("title"_L1).toString(),
            .smartFolders = object.value("smartFolders"_L1).toArray()};
}

void setState(Database &database, qint64 id, State state)
{
    auto query = database.query("UPDATE journal SET state = ? WHERE id = ?");
    query << int(state) << id;
    query.run();
}

} // namespace

void journal::append(Database &database, const Entry &entry, Kind kind, const QDateTime &now)
{
    if (kind == Kind::Step) {
        // What was undone before a new step cannot be done again after it.
        auto forget = database.query("UPDATE journal SET state = 0 WHERE state = 2");
        forget.run();
    }
    auto query
        = database.query("INSERT INTO journal (time, action, detail, state) VALUES (?, ?, ?, ?)");
    query << stored(now) << QString(actionNames.at(std::size_t(entry.action))) << detailOf(entry)
          << int(kind == Kind::Step ? State::Done : State::Record);
    query.run();
}

std::optional<journal::Step> journal::next(Database &database, Direction direction)
{
    auto query = direction == Direction::Undo
        ? database.query("SELECT id, action, detail FROM journal WHERE state > 0 AND state = 1 "
                         "ORDER BY id DESC LIMIT 1")
        : database.query("SELECT id, action, detail FROM journal WHERE state > 0 AND state = 2 "
                         "ORDER BY id LIMIT 1");
    if (!query.next())
        return std::nullopt;
    return Step{.id = query.number(0), .entry = entryFrom(query.text(1), query.text(2))};
}

void journal::mark(Database &database, const Step &step, Direction direction)
{
    setState(database, step.id, direction == Direction::Undo ? State::Undone : State::Done);
}

void journal::markAsRecord(Database &database, const Step &step)
{
    setState(database, step.id, State::Record);
}
