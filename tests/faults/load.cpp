#include "load.h"

#include "library/feedstore.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using load::Promise;
using Scope = StoryQuery::Scope;

namespace {

constexpr int feedCount = 4;
constexpr int storiesTold = 8;
const auto watchedFolder = u"/home/ann/News"_s;

// What one step knows.
struct Step
{
    Library &library;
    int number;
    QDateTime now;
    QRandomGenerator random;
};

Picture pictureOf(int number)
{
    const auto bytes = QByteArray::number(number).repeated(1'000);
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return {.name = u"broadsheet-media:"_s + QString::fromLatin1(hash),
            .mimeType = u"image/png"_s,
            .bytes = bytes};
}

// Every third picture is that of another story.
int pictureNumber(int number)
{
    return number - number % 3 / 2;
}

Article savedStory(int number)
{
    const auto picture = pictureOf(pictureNumber(number));
    return {.url = QUrl(u"https://times.example/saved/%1"_s.arg(number)),
            .title = u"Saved story %1"_s.arg(number),
            .site = u"The Example Times"_s,
            .lead = {.src = picture.name, .caption = u"What was seen"_s},
            .text = u"Saved for good under number%1 from the harbour. "_s.arg(number).repeated(40),
            .pictures = {picture},
            .provenance = {.format = u"html"_s, .file = u"/home/ann/%1.html"_s.arg(number)}};
}

NewFeed feedOf(int index)
{
    return {.url = QUrl(u"https://feed%1.example/feed.xml"_s.arg(index)),
            .title = u"Feed %1"_s.arg(index),
            .folder = index % 2 ? QStringList{u"World"_s} : QStringList(),
            .settings = {.keptDays = index % 2}};
}

// Most of what a feed tells is new each round, some is as before, some has changed.
FeedStory entryOf(const Feed &feed, int entry, int round)
{
    const auto version = entry % 4 == 0 ? round : 0;
    const auto guid = u"%1#%2"_s.arg(feed.url.host()).arg(entry);
    return {.guid = guid,
            .article = {.url = QUrl(u"https://"_s + feed.url.host() + u"/story/%1"_s.arg(entry)),
                        .title = u"Entry %1 of %2"_s.arg(entry).arg(feed.url.host()),
                        .published = Timestamp::fromDateTime(load::timeOf(entry / 2)),
                        .text = u"Told the %1. time of entry%2 in the harbour. "_s.arg(version)
                                    .arg(entry)
                                    .repeated(20)},
            .html = u"<p>%1 %2</p>"_s.arg(guid).arg(version).repeated(20),
            .isSummary = entry % 3 == 0};
}

Promise promised(const LibraryChange &change)
{
    return change.isEmpty() ? Promise::Relaxed : Promise::PowerSafe;
}

template<typename Answer>
Result<Promise> relaxed(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    return Promise::Relaxed;
}

Result<Promise> powerSafe(const Result<LibraryChange> &answer)
{
    if (!answer)
        return answer.error();
    return promised(*answer);
}

// Some stories of a place, as many as there are and no more than that.
Result<QList<ArticleId>> some(Step &step, Scope scope, int most)
{
    const auto page = step.library.list({.scope = scope}, 300);
    if (!page)
        return page.error();
    QList<ArticleId> ids;
    for (int i = 0; i < most && !page->stories.isEmpty(); ++i) {
        const auto id = page->stories.at(step.random.bounded(page->stories.size())).id;
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

template<typename Function>
Result<Promise> withSome(Step &step, Scope scope, int most, Function function)
{
    const auto ids = some(step, scope, most);
    if (!ids)
        return ids.error();
    if (ids->isEmpty())
        return Promise::Relaxed;
    return function(*ids);
}

template<typename Function>
Result<Promise> withFeed(Step &step, Function function)
{
    const auto tree = step.library.feeds().tree();
    if (!tree)
        return tree.error();
    if (tree->feeds.isEmpty())
        return Promise::Relaxed;
    return function(tree->feeds.at(step.random.bounded(tree->feeds.size())));
}

Result<Promise> open(Step &step)
{
    const auto added
        = step.library.add(savedStory(step.number), Library::Occasion::Opened, step.now);
    if (!added)
        return added.error();
    return Promise::PowerSafe;
}

Result<Promise> findInFolder(Step &step)
{
    return relaxed(step.library.add(savedStory(step.number), Library::Occasion::Found, step.now,
                                    watchedFolder));
}

Result<Promise> openAgain(Step &step)
{
    const auto article = savedStory(step.random.bounded(step.number + 1));
    const auto added = step.library.add(article, Library::Occasion::Opened, step.now);
    if (!added)
        return added.error();
    return Promise::PowerSafe;
}

Result<Promise> update(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        QList<FeedStory> stories;
        for (int i = 0; i < storiesTold; ++i)
            stories.append(entryOf(feed, step.number + i, step.number));
        const FetchOutcome outcome{.freshness = {.etag = QByteArray::number(step.number)},
                                   .due = step.now.addSecs(3600),
                                   .intervalMinutes = 60};
        return relaxed(step.library.feeds().update(feed.id, {.title = feed.url.host()},
                                                   FeedStore::prepare(stories), outcome, step.now));
    });
}

Result<Promise> failToFetch(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        const FetchOutcome outcome{.error = Error{Error::Kind::TimedOut, u"30 s"_s},
                                   .due = step.now.addSecs(600)};
        return relaxed(step.library.feeds().note(feed.id, outcome, step.now));
    });
}

Result<Promise> complete(Step &step)
{
    return withSome(step, Scope::All, 1, [&](const QList<ArticleId> &ids) -> Result<Promise> {
        const auto stored = step.library.article(ids.first());
        if (!stored)
            return stored.error();
        auto article = stored->article;
        article.pictures = {pictureOf(pictureNumber(step.number))};
        article.lead.src = article.pictures.first().name;
        article.text += u"\n\nThe whole of it, as number%1 says. "_s.arg(step.number).repeated(30);
        return relaxed(
            step.library.feeds().complete(ids.first(), article, Actor::Program, step.now));
    });
}

Result<Promise> setIcon(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        return relaxed(
            step.library.feeds().setIcon(feed.id, pictureOf(pictureNumber(step.number))));
    });
}

Result<Promise> bookmark(Step &step)
{
    const auto isSet = step.random.bounded(4) > 0;
    return withSome(step, isSet ? Scope::All : Scope::Bookmarks, 3,
                    [&](const QList<ArticleId> &ids) {
                        return powerSafe(step.library.setBookmarked(ids, isSet, step.now));
                    });
}

Result<Promise> markRead(Step &step)
{
    return withSome(step, Scope::Unread, 5, [&](const QList<ArticleId> &ids) {
        return powerSafe(step.library.setRead(ids, true, step.now));
    });
}

Result<Promise> markAllRead(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        return powerSafe(
            step.library.setAllRead({.scope = Scope::Feed, .feed = feed.id}, step.now));
    });
}

Result<Promise> look(Step &step)
{
    return withSome(step, Scope::All, 1, [&](const QList<ArticleId> &ids) {
        return relaxed(step.library.setOpened(ids.first(), step.now));
    });
}

Result<Promise> stop(Step &step)
{
    return withSome(step, Scope::RecentlyOpened, 1, [&](const QList<ArticleId> &ids) {
        const ReadingPosition position{.block = step.number % 9, .fraction = 0.5};
        return relaxed(step.library.setPosition(ids.first(), position, step.now));
    });
}

Result<Promise> remove(Step &step)
{
    return withSome(step, Scope::All, 2, [&](const QList<ArticleId> &ids) {
        return powerSafe(step.library.remove(ids, step.now));
    });
}

Result<Promise> undone(const Result<Undone> &undone)
{
    if (!undone)
        return undone.error();
    return undone->action == Undone::Action::None ? Promise::Relaxed : Promise::PowerSafe;
}

Result<Promise> undo(Step &step)
{
    return undone(step.library.undo(step.now));
}

Result<Promise> redo(Step &step)
{
    return undone(step.library.redo(step.now));
}

Result<Promise> subscribe(Step &step)
{
    const auto subscribed
        = step.library.feeds().subscribe({feedOf(step.random.bounded(feedCount))}, step.now);
    if (!subscribed)
        return subscribed.error();
    return promised(subscribed->change);
}

Result<Promise> unsubscribe(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        return powerSafe(step.library.feeds().unsubscribe({feed.id}, step.now));
    });
}

Result<Promise> rename(Step &step)
{
    return withFeed(step, [&](const Feed &feed) {
        return powerSafe(
            step.library.feeds().rename(feed.id, u"Feed, %1"_s.arg(step.number), step.now));
    });
}

Result<Promise> tidy(Step &step)
{
    return relaxed(step.library.feeds().tidy(step.now));
}

Result<Promise> settle(Step &step)
{
    return relaxed(step.library.settle(step.now));
}

struct Kind
{
    const char *name;
    Result<Promise> (*run)(Step &step);
    int weight;
};

constexpr std::array kinds = {
    Kind{"a file with a picture opened", open, 12},
    Kind{"a file found in a folder", findInFolder, 8},
    Kind{"a file opened again", openAgain, 4},
    Kind{"a feed updated", update, 24},
    Kind{"a feed that failed", failToFetch, 3},
    Kind{"a story made complete", complete, 5},
    Kind{"an icon set", setIcon, 2},
    Kind{"bookmarks", bookmark, 10},
    Kind{"stories marked as read", markRead, 5},
    Kind{"a feed marked as read", markAllRead, 2},
    Kind{"a story looked at", look, 5},
    Kind{"a position", stop, 5},
    Kind{"stories removed", remove, 4},
    Kind{"undo", undo, 6},
    Kind{"redo", redo, 4},
    Kind{"a feed subscribed to", subscribe, 4},
    Kind{"a feed unsubscribed from", unsubscribe, 2},
    Kind{"a feed renamed", rename, 2},
    Kind{"retention", tidy, 5},
    Kind{"work that could wait", settle, 5},
};

QRandomGenerator randomOf(int number)
{
    return QRandomGenerator(quint32(number) * 2'654'435'761U + 17);
}

const Kind &kindOf(QRandomGenerator &random)
{
    int all = 0;
    for (const auto &kind : kinds)
        all += kind.weight;
    auto drawn = random.bounded(all);
    const auto *found
        = std::ranges::find_if(kinds, [&](const Kind &kind) { return (drawn -= kind.weight) < 0; });
    return *found;
}

} // namespace

Result<void> load::begin(Library &library)
{
    QList<NewFeed> feeds;
    for (int i = 0; i < feedCount; ++i)
        feeds.append(feedOf(i));
    const auto subscribed = library.feeds().subscribe(feeds, timeOf(0));
    if (!subscribed)
        return subscribed.error();
    return library.watch(watchedFolder, timeOf(0));
}

Result<Promise> load::run(Library &library, int number)
{
    auto random = randomOf(number);
    const auto &kind = kindOf(random);
    Step step{.library = library, .number = number, .now = timeOf(number), .random = random};
    return kind.run(step);
}

QString load::nameOf(int number)
{
    auto random = randomOf(number);
    return u"step %1, %2"_s.arg(number).arg(QLatin1StringView(kindOf(random).name));
}

QDateTime load::timeOf(int number)
{
    return QDateTime(QDate(2024, 5, 6), QTime(7, 8), Qt::UTC).addSecs(number * 3'600LL);
}

QStringList load::picturesUpTo(int number)
{
    QStringList names;
    for (int i = 0; i <= number; ++i)
        names.append(pictureOf(i).name);
    return names;
}
