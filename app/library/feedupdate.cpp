#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/feedstore.h"
#include "library/feedtable.h"
#include "library/journal.h"
#include "library/limits.h"
#include "library/mediastore.h"
#include "library/picturetable.h"
#include "library/preparedstory.h"
#include "library/storykeys.h"

// What feeds tell, and what their stories' pages add.

using namespace Qt::StringLiterals;

namespace {

using articletable::Origin;
using articletable::Removal;
using articletable::State;
using Durability = Transaction::Durability;

Error noFeed(FeedId id)
{
    return {.kind = Error::Kind::NotFound, .detail = u"no feed %1"_s.arg(qint64(id))};
}

// A page's text is several times as long as what a feed says of it; a feed that gives it whole says
// about as much.
constexpr qsizetype wholeShare = 2;
constexpr qsizetype fullerPercent = 120;

// What a story tells now, as far as it decides whether another telling takes its place.
struct Told
{
    Origin origin;
    qsizetype length = 0;
};

// Where no zone is told, the day is meant that is told: the story is listed under that day here.
QDateTime momentHere(const Timestamp &published)
{
    if (!published.isValid() || published.offset)
        return published.sortKey();
    const QTime noon(12, 0);
    return QDateTime(published.date, published.time.value_or(noon)).toUTC();
}

enum class Occasion { Changed, FirstTold }; // By this feed.

// Whether what a feed tells takes the place of what the library has. Every feed's entry asks once
// each time that it changes: two feeds with different cuts of a story come to rest.
bool takesPlace(const Told &fresh, const Told &present, Occasion occasion)
{
    switch (present.origin.kind) {
    case Origin::Kind::File:
    case Origin::Kind::Page:
        if (occasion == Occasion::FirstTold)
            return false;
        // Not for the summary that it was found for, changed.
        return fresh.origin.kind == Origin::Kind::Feed ? fresh.length * wholeShare >= present.length
                                                       : fresh.length >= present.length;
    case Origin::Kind::Feed:
    case Origin::Kind::Summary:
        break;
    }
    if (fresh.origin.kind == Origin::Kind::Summary && present.origin.kind == Origin::Kind::Feed)
        return false;
    if (fresh.origin.feed == present.origin.feed)
        return true;
    const auto completes
        = fresh.origin.kind == Origin::Kind::Feed && present.origin.kind == Origin::Kind::Summary;
    return completes || fresh.length * 100 > present.length * fullerPercent;
}

bool tellsTheSame(const storedcontent::Unpacked &present, const FeedStore::Prepared &prepared)
{
    const auto &article = prepared.story.article;
    return present.article.title == article.title && present.article.text == article.text
        && present.article.standfirst == article.standfirst && present.article.lead == article.lead
        && present.article.url == article.url && present.article.authors == article.authors
        && present.article.enclosures == article.enclosures;
}

// Takes one update of one feed.
class Taking
{
public:
    Taking(Database &database, searchtable::Changes &index, FeedId feed, const QDateTime &now)
        : m_database(database)
        , m_index(index)
        , m_feed(feed)
        , m_now(now)
    {
    }

    void take(const FeedStore::Prepared &prepared)
    {
        const auto known = feedentrytable::entry(m_database, m_feed, prepared.key);
        if (known && known->hash == prepared.hash)
            return;
        const auto id = known ? known->article : tellFirst(prepared);
        if (known)
            renew(id, prepared, Occasion::Changed);
        feedentrytable::setEntry(m_database, m_feed, prepared.key,
                                 {.article = id, .hash = prepared.hash});
    }

    // Feeds that changed nothing tell nothing.
    [[nodiscard]] bool isNews() const { return !m_stored.fresh.isEmpty() || m_stored.versions > 0; }

    [[nodiscard]] const QList<journal::Retelling> &texts() const { return m_texts; }

    Stored end() && { return std::move(m_stored); }

private:
    static storyversions::Ready versionOf(const FeedStore::Prepared &prepared)
    {
        return prepared.version ? *prepared.version : preparedstory::versionOf(prepared.story);
    }

    [[nodiscard]] Origin originOf(const FeedStore::Prepared &prepared) const
    {
        return {.kind = prepared.story.isSummary ? Origin::Kind::Summary : Origin::Kind::Feed,
                .feed = m_feed};
    }

    ArticleId tellFirst(const FeedStore::Prepared &prepared)
    {
        const auto version = versionOf(prepared);
        const auto id = identify(prepared, version.description.keys);
        if (id == ArticleId::None)
            return add(prepared, version);
        const auto removal = articletable::state(m_database, id, State::Removed);
        if (removal == qint64(Removal::WithItsFeed))
            comeBack(id);
        if (const auto listed = articletable::placeOf(m_database, id))
            feedentrytable::list(m_database, m_feed, id, moment(listed));
        m_stored.change.feeds = true;
        if (removal == qint64(Removal::None) && !renew(id, prepared, Occasion::FirstTold))
            announceChanged(id);
        else if (removal != qint64(Removal::None))
            renew(id, prepared, Occasion::FirstTold);
        return id;
    }

    // An address and a headline are not enough where this feed tells two entries by them.
    ArticleId identify(const FeedStore::Prepared &prepared, const identity::Keys &keys)
    {
        const auto id = articletable::identify(m_database, prepared.story.article, keys);
        if (id == ArticleId::None || !feedentrytable::isListed(m_database, m_feed, id))
            return id;
        const auto present = storedcontent::unpack(articletable::content(m_database, id));
        const auto &text = prepared.story.article.text;
        const auto isSame = !present || present->article.text == text
            || identity::tellTheSame(present->article.text, text);
        return isSame ? id : ArticleId::None;
    }

    ArticleId add(const FeedStore::Prepared &prepared, const storyversions::Ready &version)
    {
        const auto published = momentHere(prepared.story.article.published);
        const auto wanted = published.isValid() && published < m_now ? published : m_now;
        const auto place
            = storyversions::add(m_database, m_index, version, m_now, wanted, originOf(prepared));
        const auto id = place.id;
        const auto listed = moment(place.listed);
        feedentrytable::list(m_database, m_feed, id, listed);
        m_stored.fresh.append(id);
        if (prepared.story.isSummary)
            m_stored.summaries.append(id);
        const auto &description = version.description;
        m_stored.change.feeds = true;
        m_stored.change.added.append({.id = id,
                                      .title = description.title,
                                      .site = description.site,
                                      .byline = description.byline,
                                      .excerpt = description.excerpt,
                                      .language = description.language,
                                      .published = description.published,
                                      .thumbnail = description.thumbnail,
                                      .added = moment(stored(m_now)),
                                      .listed = listed});
        return id;
    }

    void comeBack(ArticleId id)
    {
        articletable::setState(m_database, id, State::Removed, qint64(Removal::None));
        if (auto headline = articletable::headline(m_database, id))
            m_stored.change.added.append(*std::move(headline));
    }

    bool renew(ArticleId id, const FeedStore::Prepared &prepared, Occasion occasion)
    {
        const auto content = articletable::content(m_database, id);
        if (content.isEmpty()) // The library forgot it.
            return false;
        const auto before = articletable::currentVersion(m_database, id);
        const auto present = storedcontent::unpack(content);
        const Told told{.origin = articletable::origin(m_database, id),
                        .length = present ? present->article.text.size() : 0};
        const Told fresh{.origin = originOf(prepared),
                         .length = prepared.story.article.text.size()};
        if (!takesPlace(fresh, told, occasion)
            || !storyversions::renew(m_database, m_index, id, versionOf(prepared), m_now,
                                     fresh.origin))
            return false;
        // Some feeds have other markup every time, such as a number in a picture's address: that is
        // neither news nor worth keeping what it was before.
        if (present && fresh.origin == told.origin && tellsTheSame(*present, prepared)) {
            articletable::forgetVersion(m_database, id, before);
            return true;
        }
        m_texts.append(
            {.story = id, .before = before, .after = articletable::currentVersion(m_database, id)});
        articletable::limitVersions(m_database, id);
        ++m_stored.versions;
        announceChanged(id);
        return true;
    }

    void announceChanged(ArticleId id)
    {
        if (auto headline = articletable::headline(m_database, id))
            m_stored.change.changed.append(*std::move(headline));
    }

    Database &m_database;
    searchtable::Changes &m_index;
    FeedId m_feed;
    QDateTime m_now;
    QList<journal::Retelling> m_texts;
    Stored m_stored;
};

// So many stories are better asked for again than told of one by one.
LibraryChange told(const LibraryChange &change)
{
    if (change.added.size() + change.changed.size() <= limits::announcedStories)
        return change;
    return {.feeds = change.feeds, .everything = true};
}

} // namespace

Result<Stored> FeedStore::take(const Update &told, searchtable::Changes &index,
                               const QDateTime &now)
{
    const auto before = feedtable::feed(m_database, told.feed);
    if (!before)
        return noFeed(told.feed);
    Taking update(m_database, index, told.feed, now);
    for (const auto &prepared : *told.stories)
        update.take(prepared);
    const auto isNews = update.isNews();
    feedtable::setDescription(m_database, told.feed, told.description);
    feedtable::setOutcome(m_database, told.feed, told.outcome,
                          isNews ? feedtable::News::Some : feedtable::News::None, now);
    const auto after = feedtable::feed(m_database, told.feed);
    const auto texts = update.texts();
    auto stored = std::move(update).end();
    if (isNews)
        journal::append(m_database,
                        {.action = journal::Entry::Action::Update,
                         .by = Actor::Feed,
                         .stories = stored.fresh,
                         .feed = told.feed,
                         .texts = texts},
                        journal::Kind::Record, now);
    stored.change.feeds = stored.change.feeds || !after || feedtable::looksOther(*before, *after);
    return stored;
}

Result<StoredTogether> FeedStore::update(const QList<Update> &updates, const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<StoredTogether> {
        Transaction transaction(m_database, Durability::Relaxed);
        searchtable::Changes index;
        StoredTogether all;
        for (const auto &update : updates) {
            all.feeds.append(take(update, index, now));
            const auto &stored = all.feeds.last();
            if (!stored)
                continue;
            all.change.added += stored->change.added;
            all.change.changed += stored->change.changed;
            all.change.feeds = all.change.feeds || stored->change.feeds;
        }
        all.change = told(all.change);
        if (index.isEmpty()) {
            transaction.commit();
            return all;
        }
        index.write(m_database);
        keepUp();
        transaction.commit();
        return all;
    });
}

Result<Stored> FeedStore::update(FeedId feed, const FeedDescription &description,
                                 const PreparedStories &stories, const FetchOutcome &outcome,
                                 const QDateTime &now)
{
    const auto all = update(
        {{.feed = feed, .description = description, .stories = stories, .outcome = outcome}}, now);
    if (!all)
        return all.error();
    auto stored = all->feeds.first();
    if (stored)
        stored->change = all->change;
    return stored;
}

void FeedStore::keepUp()
{
    storykeys::keepUp(m_database);
    constexpr int updatesPerCount = 32; // Counting takes a while.
    if (m_updates++ % updatesPerCount == 0)
        m_fallsBehind = searchtable::fallsBehind(m_database);
    if (m_fallsBehind)
        m_fallsBehind
            = searchtable::merge(m_database, limits::mergedWithUpdate, searchtable::Where::Full)
            || (searchtable::fallsBehind(m_database)
                && searchtable::merge(m_database, limits::mergedWithUpdate));
}

Result<LibraryChange> FeedStore::complete(ArticleId story, const Article &article, Actor by,
                                          const QDateTime &now)
{
    for (const auto &picture : article.pictures) {
        if (const auto saved = mediastore::save(m_media, picture); !saved)
            return saved.error();
    }
    const auto ready = storyversions::ready(article);
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        Transaction transaction(m_database, Durability::Relaxed);
        const auto before = articletable::headline(m_database, story);
        if (!before)
            return Error{Error::Kind::NotFound, u"no story %1"_s.arg(qint64(story))};
        for (const auto &picture : article.pictures)
            picturetable::insert(m_database, story, picture);
        searchtable::Changes index;
        const auto version = articletable::currentVersion(m_database, story);
        const auto isNewer = storyversions::renew(m_database, index, story, ready, now,
                                                  {.kind = Origin::Kind::Page});
        const auto after = articletable::headline(m_database, story);
        index.write(m_database);
        if (isNewer)
            journal::append(m_database,
                            {.action = journal::Entry::Action::Complete,
                             .by = by,
                             .title = before->title,
                             .texts = {{.story = story,
                                        .before = version,
                                        .after = articletable::currentVersion(m_database, story)}}},
                            by == Actor::You ? journal::Kind::Step : journal::Kind::Record, now);
        transaction.commit();
        if (!after || (!isNewer && after == before))
            return LibraryChange();
        return LibraryChange{.changed = {*after}};
    });
}
