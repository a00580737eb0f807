#include "library/database.h"
#include "library/feedstore.h"
#include "library/searchtable.h"
#include "librarycase.h"

// What the library finds, in which order, and how much of it: the whole language over real stories.
class TestSearching : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void finds_data();
    void finds();
    void findsAFeedByAnotherName();
    void ordersWhatItFinds_data();
    void ordersWhatItFinds();
    void pagesAnyOrder_data();
    void pagesAnyOrder();
    void goesThroughAllShards();
    void putsHeadlinesFirst();
    void findsWhatChanged();
    void tellsWhatItDoesNotUnderstand();
    void counts();
    void showsThePassage();
    void marksWhatASmartFolderListsAsRead();
    void makesTheIndexAnew();

private:
    void addAll();
    [[nodiscard]] QStringList found(const StoryQuery &query) const
    {
        const auto headlines = m_library->headlines(query, 100);
        return headlines ? titles(*headlines) : QStringList{headlines.error().detail};
    }
    [[nodiscard]] QStringList found(const QString &words) const { return found({.words = words}); }
    [[nodiscard]] ArticleId idOf(const QString &title) const { return *m_library->find({}, title); }
};

namespace {

struct Told
{
    QString title;
    QString published;
    QString language;
    QString site;
    bool hasPhoto = false;
};

// Oldest first, as they come.
const QList<Told> &everything()
{
    static const QList<Told> list{
        {.title = u"Dams"_s, .published = u"1998-03-02"_s, .language = u"en"_s, .site = u"Wire"_s},
        {.title = u"Elm"_s,
         .published = u"2015-12-31"_s,
         .language = u"en-GB"_s,
         .site = u"Gazette"_s,
         .hasPhoto = true},
        {.title = u"Fern"_s,
         .published = u"2016-01-01T00:30:00Z"_s,
         .language = u"fr"_s,
         .site = u"Example Wire"_s},
        {.title = u"Gull"_s,
         .published = u"2024-05-05T10:00:00+02:00"_s,
         .language = u"de"_s,
         .site = u"Gazette"_s},
        {.title = u"Heron"_s, .published = {}, .language = {}, .site = {}},
    };
    return list;
}

Article articleOf(const Told &told)
{
    auto article = story(told.title, u"Words about %1 and rivers."_s.arg(told.title));
    article.published = Timestamp::fromIso(told.published);
    article.language = told.language;
    article.site = told.site;
    if (told.hasPhoto)
        article.lead.src = u"https://times.example/p.png"_s;
    return article;
}

} // namespace

void TestSearching::addAll()
{
    for (const auto &told : everything())
        QVERIFY(add(articleOf(told)) != ArticleId::None);
}

void TestSearching::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("expected"); // Newest first.

    const auto row = [](const char *name, const QString &words, const QStringList &expected) {
        QTest::newRow(name) << words << expected;
    };
    const QStringList all{u"Heron"_s, u"Gull"_s, u"Fern"_s, u"Elm"_s, u"Dams"_s};
    row("all have it", u"rivers"_s, all);
    row("before a year", u"before:2016"_s, {u"Elm"_s, u"Dams"_s});
    row("before a day", u"before:2015-12-31"_s, {u"Dams"_s});
    row("before another century", u"before:2000 "_s, {u"Dams"_s});
    row("before a month", u"before:2016-02 rivers"_s, {u"Fern"_s, u"Elm"_s, u"Dams"_s});
    // It does not say when it was published, but when it came is known.
    row("after", u"after:2016-01-02"_s, {u"Heron"_s, u"Gull"_s});
    row("after a day, with it", u"after:2015-12-31 before:2016-01-03"_s, {u"Fern"_s, u"Elm"_s});
    row("not before", u"-before:2016 "_s, {u"Heron"_s, u"Gull"_s, u"Fern"_s});
    row("language", u"lang:en"_s, {u"Elm"_s, u"Dams"_s});
    row("language of a country", u"lang:en-gb"_s, {u"Elm"_s});
    row("another language", u"-lang:en "_s, {u"Heron"_s, u"Gull"_s, u"Fern"_s});
    row("photo", u"has:photo"_s, {u"Elm"_s});
    row("no photo", u"rivers -has:photo "_s, {u"Heron"_s, u"Gull"_s, u"Fern"_s, u"Dams"_s});
    row("outlet", u"from:wire "_s, {u"Fern"_s, u"Dams"_s});
    row("outlet, all of it", u"from:\"example wire\""_s, {u"Fern"_s});
    row("outlet, beginning", u"from:gaz"_s, {u"Gull"_s, u"Elm"_s});
    row("outlet or words", u"from:gazette OR title:heron "_s, {u"Heron"_s, u"Gull"_s, u"Elm"_s});
    row("outlet or a state", u"from:gazette OR is:bookmarked "_s,
        {u"Heron"_s, u"Gull"_s, u"Elm"_s});
    row("read", u"is:read"_s, {u"Gull"_s, u"Dams"_s});
    row("unread", u"is:unread rivers"_s, {u"Heron"_s, u"Fern"_s, u"Elm"_s});
    row("bookmarked", u"is:bookmarked"_s, {u"Heron"_s});
    row("not bookmarked, not read", u"-is:bookmarked -is:read "_s, {u"Fern"_s, u"Elm"_s});
    row("a letter behind an operator", u"from:g"_s, all);
    row("words of the outlet are no words", u"gazette "_s, {});
}

void TestSearching::finds()
{
    QFETCH(QString, words);
    QFETCH(QStringList, expected);
    addAll();
    QVERIFY(m_library->setRead({idOf(u"Gull"_s), idOf(u"Dams"_s)}, true, start));
    QVERIFY(m_library->setBookmarked({idOf(u"Heron"_s)}, true, start));

    QCOMPARE(found(words), expected);
    // The same as a smart folder, alone and with something typed besides.
    QCOMPARE(found({.filter = words}), expected);
    const auto typed = found({.filter = words, .words = u"rivers "_s});
    QCOMPARE(typed, expected);
    QCOMPARE(*m_library->count({.words = words}, 100), int(expected.size()));
}

void TestSearching::findsAFeedByAnotherName()
{
    auto &feeds = m_library->feeds();
    const auto feed
        = feeds.subscribe({{.url = QUrl(u"https://a.example/"_s)}}, start)->feeds.first();
    auto article = story(u"Told"_s);
    article.site = u"The Own Name"_s;
    QVERIFY(feeds.update(feed, {.title = u"The Own Name"_s},
                         FeedStore::prepare({{.guid = u"1"_s, .article = article}}), {}, start));
    add(articleOf(everything().first()));

    QCOMPARE(found(u"from:own"_s), QStringList{u"Told"_s});
    QCOMPARE(found(u"from:nickname"_s), QStringList());
    QVERIFY(feeds.rename(feed, u"My nickname"_s, start));
    QCOMPARE(found(u"from:nickname"_s), QStringList{u"Told"_s});
    QCOMPARE(found(u"from:own"_s), QStringList{u"Told"_s});
}

void TestSearching::ordersWhatItFinds_data()
{
    QTest::addColumn<QString>("words");

    QTest::newRow("listed") << u""_s;
    QTest::newRow("searched") << u"rivers"_s;
}

void TestSearching::ordersWhatItFinds()
{
    QFETCH(QString, words);
    addAll();
    QVERIFY(m_library->setRead({idOf(u"Gull"_s), idOf(u"Elm"_s)}, true, start));

    const auto ordered = [&](StoryQuery::Order order) {
        return found({.words = words, .order = order}).join(u' ');
    };
    using Order = StoryQuery::Order;
    QCOMPARE(ordered(Order::Newest), u"Heron Gull Fern Elm Dams"_s);
    QCOMPARE(ordered(Order::Oldest), u"Dams Elm Fern Gull Heron"_s);
    QCOMPARE(ordered(Order::UnreadFirst), u"Heron Fern Dams Gull Elm"_s);
    QCOMPARE(ordered(Order::Outlet), u"Heron Fern Gull Elm Dams"_s);
}

void TestSearching::pagesAnyOrder_data()
{
    QTest::addColumn<StoryQuery>("query");

    using Scope = StoryQuery::Scope;
    using Order = StoryQuery::Order;
    for (const auto &[scopeName, scope] : {std::pair{"all", Scope::All},
                                           {"unread", Scope::Unread},
                                           {"bookmarks", Scope::Bookmarks},
                                           {"opened", Scope::RecentlyOpened},
                                           {"feed", Scope::Feed},
                                           {"all feeds", Scope::FeedFolder}}) {
        for (const auto &[orderName, order] : {std::pair{"newest", Order::Newest},
                                               {"oldest", Order::Oldest},
                                               {"outlet", Order::Outlet},
                                               {"unread first", Order::UnreadFirst}}) {
            for (const auto &words : {u""_s, u"story"_s})
                QTest::addRow("%s, %s%s", scopeName, orderName, words.isEmpty() ? "" : ", searched")
                    << StoryQuery{.scope = scope, .words = words, .order = order};
        }
    }
}

void TestSearching::pagesAnyOrder()
{
    QFETCH(StoryQuery, query);
    auto &feeds = m_library->feeds();
    const auto feed
        = feeds.subscribe({{.url = QUrl(u"https://a.example/"_s)}}, start)->feeds.first();
    query.feed = feed;
    QList<FeedStory> told;
    for (int i = 0; i < 30; ++i) {
        auto article = story(u"Story %1"_s.arg(i), u"A story, number %1."_s.arg(i));
        article.site = u"Site %1"_s.arg(i % 4);
        // Three at a time have one moment.
        article.published = Timestamp::fromDateTime(minute(i / 3));
        told.append({.guid = QString::number(i), .article = article});
    }
    QVERIFY(feeds.update(feed, {}, FeedStore::prepare(told), {}, minute(100)));
    for (int i = 0; i < 30; i += 2) {
        const auto id = idOf(u"Story %1"_s.arg(i));
        QVERIFY(m_library->setBookmarked({id}, true, minute(200 + i % 7)));
        QVERIFY(m_library->setOpened(id, minute(300 - i)));
        if (i % 4 == 0)
            QVERIFY(m_library->setRead({id}, false, minute(400)));
    }

    const auto whole = m_library->list(query, 1000);
    QVERIFY(whole && !whole->next);
    QVERIFY(whole->stories.size() >= 15);
    QList<ListedStory> paged;
    std::optional<ListCursor> after;
    do {
        const auto page = m_library->list(query, 4, after);
        QVERIFY(page);
        paged += page->stories;
        after = page->next;
    } while (after && paged.size() < 100);

    if (query.order == StoryQuery::Order::Outlet && !query.words.isEmpty())
        return; // All of it comes at once.
    QCOMPARE(paged, whole->stories);
}

void TestSearching::goesThroughAllShards()
{
    add(story(u"First"_s, u"In the first shard."_s));
    end();
    {
        Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadWrite);
        database.execute("UPDATE sqlite_sequence SET seq = 16382 WHERE name = 'articles'");
    }
    reopen();
    for (int i = 0; i < 4; ++i)
        add(story(u"Later %1"_s.arg(i), u"A shard, or the next one."_s));
    // It comes last, and is older than all of them.
    auto old = story(u"Old"_s, u"An older shard."_s);
    old.published = Timestamp::fromDateTime(start.addYears(-1));
    auto &feeds = m_library->feeds();
    const auto feed
        = feeds.subscribe({{.url = QUrl(u"https://a.example/"_s)}}, start)->feeds.first();
    QVERIFY(
        feeds.update(feed, {}, FeedStore::prepare({{.guid = u"1"_s, .article = old}}), {}, start));

    const QStringList all{u"Later 3"_s, u"Later 2"_s, u"Later 1"_s,
                          u"Later 0"_s, u"First"_s,   u"Old"_s};
    QCOMPARE(found(u"shard "_s), all);
    auto backwards = all;
    std::ranges::reverse(backwards);
    QCOMPARE(found({.words = u"shard "_s, .order = StoryQuery::Order::Oldest}), backwards);
    QCOMPARE(*m_library->count({.words = u"shard "_s}, 4), 4);
    // What changes is found where it stands.
    add(story(u"Later 0"_s, u"A rock, or the next one."_s));
    QCOMPARE(found(u"rock "_s), QStringList{u"Later 0"_s});
    QCOMPARE(found(u"-shard "_s), QStringList{u"Later 0"_s});
}

void TestSearching::putsHeadlinesFirst()
{
    add(story(u"The harbour"_s, u"Nothing else about it."_s));
    add(story(u"Fish"_s, u"They were landed in the harbour."_s));
    add(story(u"More fish"_s, u"The harbour. The harbour again, and the harbour at last."_s));
    add(story(u"Weather"_s, u"It rained. "_s.repeated(80) + u"A harbour was closed."_s));

    const auto ranked = found({.words = u"harbour "_s, .order = StoryQuery::Order::Relevance});

    QCOMPARE(ranked.size(), 4);
    QCOMPARE(ranked.first(), u"The harbour"_s);
    QCOMPARE(ranked.at(1), u"More fish"_s);
    QCOMPARE(ranked.last(), u"Weather"_s);
    // Of two that say the same the newer one.
    add(story(u"A harbour"_s, u"Nothing else about it."_s));
    QCOMPARE(found({.words = u"harbour "_s, .order = StoryQuery::Order::Relevance}).first(),
             u"A harbour"_s);
}

void TestSearching::findsWhatChanged()
{
    add(story(u"Ferry"_s, u"It runs daily."_s));
    QCOMPARE(found(u"daily"_s), QStringList{u"Ferry"_s});

    add(story(u"Ferry"_s, u"It runs weekly."_s));

    QCOMPARE(found(u"daily"_s), QStringList());
    QCOMPARE(found(u"d"_s), QStringList());
    QCOMPARE(found(u"weekly"_s), QStringList{u"Ferry"_s});
}

void TestSearching::tellsWhatItDoesNotUnderstand()
{
    addAll();
    for (const auto &query : {StoryQuery{.words = u"is:odd rivers"_s},
                              StoryQuery{.filter = u"is:odd "_s, .words = u"rivers"_s}}) {
        for (const auto order : {StoryQuery::Order::Newest, StoryQuery::Order::Relevance}) {
            auto ordered = query;
            ordered.order = order;
            const auto listed = m_library->list(ordered, 10);
            QVERIFY(!listed);
            QCOMPARE(listed.error().kind, Error::Kind::Malformed);
            QCOMPARE(listed.error().detail, u"is:odd"_s);
        }
        QVERIFY(!m_library->count(query, 10));
    }
}

void TestSearching::counts()
{
    addAll();
    QVERIFY(m_library->setRead({idOf(u"Gull"_s)}, true, start));
    using Scope = StoryQuery::Scope;
    const auto count = [&](const StoryQuery &query, int atMost = 100) {
        return *m_library->count(query, atMost);
    };
    QCOMPARE(count({}), 5);
    QCOMPARE(count({}, 3), 3);
    QCOMPARE(count({.scope = Scope::Unread}), 4);
    QCOMPARE(count({.scope = Scope::Unread, .filter = u"from:gazette"_s}), 1);
    QCOMPARE(count({.scope = Scope::Bookmarks}), 0);
    QCOMPARE(count({.words = u"rivers"_s}, 2), 2);
}

void TestSearching::showsThePassage()
{
    auto article
        = story(u"Long"_s,
                u"It begins with much else. "_s.repeated(40) + u"Only here a cormorant is seen. "_s
                    + u"And so on. "_s.repeated(40));
    const auto id = add(article);

    const auto plain = m_library->headlines({id});
    QVERIFY(plain && plain->first().excerpt.startsWith(u"It begins"_s));
    const auto shown = m_library->headlines({id}, {.words = u"cormorant"_s});
    QVERIFY(shown && shown->first().excerpt.contains(u"cormorant"_s));
    // A word of the headline alone changes nothing.
    QCOMPARE(m_library->headlines({id}, {.words = u"long"_s})->first().excerpt,
             plain->first().excerpt);
    QCOMPARE(m_library->headlines({id, ArticleId(99)})->size(), 1);
}

void TestSearching::marksWhatASmartFolderListsAsRead()
{
    addAll();

    QVERIFY(m_library->setAllRead({.filter = u"from:gazette"_s}, start));

    QCOMPARE(found(u"is:read"_s), (QStringList{u"Gull"_s, u"Elm"_s}));
    QVERIFY(m_library->undo(start));
    QCOMPARE(found(u"is:read"_s), QStringList());
}

void TestSearching::makesTheIndexAnew()
{
    addAll();
    end();
    {
        Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadWrite);
        Transaction transaction(database);
        searchtable::beginRebuild(database);
        transaction.commit();
    }
    // It was left half done; the next who opens the library goes on with it.
    reopen();

    QCOMPARE(found(u"rivers"_s).size(), 5);
    QCOMPARE(found(u"title:gull"_s), QStringList{u"Gull"_s});
}

QTEST_GUILESS_MAIN(TestSearching)
#include "tst_searching.moc"
