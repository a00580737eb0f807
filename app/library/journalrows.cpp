#include "library/journalrows.h"

#include "library/limits.h"
#include "library/runs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;

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
                                    "restoreSmartFolders"_L1,
                                    "complete"_L1,
                                    "chooseText"_L1};

constexpr auto storiesKey = "stories"_L1;
constexpr auto beforeKey = "before"_L1;
constexpr auto afterKey = "after"_L1;
constexpr auto folderKey = "folder"_L1;
constexpr auto feedsKey = "feeds"_L1;
constexpr auto titleKey = "title"_L1;
constexpr auto smartFoldersKey = "smartFolders"_L1;

// One number where all are the same.
QJsonValue asJson(const QList<qint64> &numbers)
{
    const auto isOne = std::ranges::all_of(numbers, [&](auto n) { return n == numbers.first(); });
    if (!numbers.isEmpty() && isOne)
        return numbers.first();
    return runs::packed(numbers);
}

QList<qint64> numbersFrom(const QJsonValue &value)
{
    if (value.isDouble())
        return {value.toInteger()};
    if (value.isString())
        return runs::unpacked(value.toString()).value_or(QList<qint64>());
    QList<qint64> numbers;
    const auto array = value.toArray();
    for (const auto &number : array)
        numbers.append(number.toInteger());
    return numbers;
}

QList<qint64> numbersOf(const QList<ArticleId> &ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const auto id : ids)
        numbers.append(qint64(id));
    return numbers;
}

QList<ArticleId> idsFrom(const QJsonValue &value)
{
    const auto numbers = numbersFrom(value);
    QList<ArticleId> ids;
    ids.reserve(numbers.size());
    for (const auto number : numbers)
        ids.append(ArticleId(number));
    return ids;
}

qint64 countOf(const QJsonValue &value)
{
    return value.isString() ? runs::count(value.toString()) : value.toArray().size();
}

QList<ArticleId> firstOf(const QJsonValue &value)
{
    if (!value.isString())
        return idsFrom(value).mid(0, limits::historySearched);
    const auto numbers = runs::unpacked(value.toString(), limits::historySearched);
    QList<ArticleId> ids;
    for (const auto number : numbers.value_or(QList<qint64>()))
        ids.append(ArticleId(number));
    return ids;
}

// Enough to tell what was done: of states the first, of older rows of feeds how many.
QList<qint64> someOf(const QJsonValue &value)
{
    constexpr qint64 some = 2;
    return value.isString() ? runs::unpacked(value.toString(), some).value_or(QList<qint64>())
                            : numbersFrom(value);
}

QList<FeedId> feedsIn(const QJsonArray &changes)
{
    QList<FeedId> feeds;
    for (qsizetype at = 0; at < changes.size() && feeds.size() < limits::historyTitles; ++at) {
        if (const auto feed = changes.at(at).toObject().value("feed"_L1); !feed.isUndefined())
            feeds.append(FeedId(feed.toInteger()));
    }
    return feeds;
}

Action actionFrom(const QString &name)
{
    const auto found = std::find(actionNames.cbegin(), actionNames.cend(), name);
    return Action(found - actionNames.cbegin());
}

} // namespace

QString journalrows::nameOf(Action action)
{
    return actionNames.at(std::size_t(action));
}

QString journalrows::detailOf(const journal::Entry &entry)
{
    QJsonObject object;
    if (!entry.before.isEmpty())
        object.insert(beforeKey, asJson(entry.before));
    if (!entry.after.isEmpty())
        object.insert(afterKey, asJson(entry.after));
    if (!entry.stories.isEmpty())
        object.insert(storiesKey, runs::packed(numbersOf(entry.stories)));
    if (!entry.folder.isEmpty())
        object.insert(folderKey, entry.folder);
    if (!entry.feeds.isEmpty())
        object.insert(feedsKey, entry.feeds);
    if (!entry.title.isEmpty())
        object.insert(titleKey, entry.title);
    if (!entry.smartFolders.isEmpty())
        object.insert(smartFoldersKey, entry.smartFolders);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

journal::Entry journalrows::entryFrom(const QString &name, const QString &detail)
{
    const auto object = QJsonDocument::fromJson(detail.toUtf8()).object();
    return {.action = actionFrom(name),
            .stories = idsFrom(object.value(storiesKey)),
            .before = numbersFrom(object.value(beforeKey)),
            .after = numbersFrom(object.value(afterKey)),
            .folder = object.value(folderKey).toString(),
            .feeds = object.value(feedsKey).toArray(),
            .title = object.value(titleKey).toString(),
            .smartFolders = object.value(smartFoldersKey).toArray()};
}

QString journalrows::extended(const QString &detail, const QList<ArticleId> &stories)
{
    auto object = QJsonDocument::fromJson(detail.toUtf8()).object();
    auto text = object.value(storiesKey).toString();
    for (const auto story : stories)
        text = runs::appended(text, qint64(story));
    object.insert(storiesKey, text);
    object.insert(beforeKey, 1);
    object.insert(afterKey, 0);
    object.remove(titleKey);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

journal::Line journalrows::lineFrom(const QString &name, const QString &detail)
{
    const auto object = QJsonDocument::fromJson(detail.toUtf8()).object();
    journal::Line line{.first = firstOf(object.value(storiesKey)), .action = actionFrom(name)};
    auto &entry = line.entry;
    const auto after = object.value(afterKey);
    entry.stories = countOf(object.value(storiesKey));
    entry.feeds = int(object.value(feedsKey).toArray().size()
                      + object.value(smartFoldersKey).toArray().size());
    entry.actor = object.value(folderKey).toString();
    if (const auto title = object.value(titleKey).toString(); !title.isEmpty())
        entry.titles = {title};
    else
        line.feeds = feedsIn(object.value(feedsKey).toArray());
    const auto values = someOf(after);
    entry.deed = journal::deedOf(line.action, !values.isEmpty() && values.first() != 0);
    // Older rows name no stories of an update.
    if (line.action == Action::Tidy || (line.action == Action::Update && entry.stories == 0))
        entry.stories = values.value(0);
    if (line.action == Action::Update)
        entry.texts = values.value(1);
    return line;
}
