#include "twofeeds.h"

// What feeds tell, and what becomes of it when they tell it again.
class TestFeedUpdate : public TwoFeedsCase
{
    Q_OBJECT

private slots:
    void init() { beginFeeds(); }
    void cleanup() { end(); }

    void keepsEveryField();
    void isUnchangedTheSecondTime();
    void isUnchangedWhenOnlyDatesAre();
    void changedEntryIsANewVersion();
    void otherMarkupIsNoNews();
    void restlessEntryStaysSmall();
    void keepsStates();
    void twoCutsComeToRest();
    void summaryNeverReplacesAFullText();
    void wholeTextStays_data();
    void wholeTextStays();
    void preparesOnlyWhatIsNew();
};

void TestFeedUpdate::keepsEveryField()
{
    auto article = fullStory();
    article.pictures.clear();
    article.provenance = {};
    article.warnings.clear();
    article.lead.src = u"https://times.example/ferry.png"_s;
    const FeedStory ferry{.guid = u"1"_s, .article = article, .html = u"<p onclick=x>As it came"_s};

    const auto stored = update(m_a, {ferry}, 7);

    QCOMPARE(stored.fresh.size(), 1);
    QCOMPARE(stored.versions, 0);
    const auto id = stored.fresh.first();
    const Headline headline{.id = id,
                            .title = article.title,
                            .site = article.site,
                            .byline = byline(article.authors),
                            .excerpt = article.standfirst,
                            .language = article.language,
                            .published = article.published,
                            .added = minute(7),
                            .listed = article.published.sortKey()};
    QCOMPARE(stored.change, (LibraryChange{.added = {headline}, .feeds = true}));
    QCOMPARE(*m_library->headline(id), headline);
    QCOMPARE(*m_library->article(id),
             (StoredArticle{.headline = headline,
                            .article = article,
                            .html = ferry.html,
                            .isRaw = true,
                            .feeds = {m_a}}));
    QCOMPARE(told(m_a, u"ferry"_s), QStringList{article.title});
    QCOMPARE(feeds().feed(m_a)->changed, minute(7));
}

void TestFeedUpdate::isUnchangedTheSecondTime()
{
    QList<FeedStory> stories;
    for (int i = 0; i < 30; ++i)
        stories.append(entry(u"Story %1"_s.arg(i), i));
    QCOMPARE(update(m_a, stories).fresh.size(), 30);
    const auto before = *m_library->headlines({}, 100);

    const auto again = update(m_a, stories, 2000);
    std::ranges::reverse(stories);
    const auto reversed = update(m_a, stories, 3000);

    QCOMPARE(again.fresh.size(), 0);
    QCOMPARE(again.versions, 0);
    QVERIFY(again.change.isEmpty());
    QVERIFY(reversed.change.isEmpty());
    QCOMPARE(*m_library->headlines({}, 100), before);
    QCOMPARE(feeds().feed(m_a)->changed, minute(1000));
    QCOMPARE(feeds().feed(m_a)->fetched, minute(3000));
}

void TestFeedUpdate::isUnchangedWhenOnlyDatesAre()
{
    update(m_a, {entry(u"Now"_s, 1)});

    auto again = entry(u"Now"_s, 2);
    again.article.modified = Timestamp::fromDateTime(minute(2));

    QVERIFY(update(m_a, {again}).change.isEmpty());
}

void TestFeedUpdate::changedEntryIsANewVersion()
{
    update(m_a, {entry(u"Harbour"_s, 1, u"The anchor is missing."_s)});

    const auto changed = update(m_a, {entry(u"Harbour"_s, 1, u"The buoy is missing."_s)});

    QCOMPARE(changed.versions, 1);
    QCOMPARE(changed.fresh.size(), 0);
    QCOMPARE(titles(changed.change.changed), QStringList{u"Harbour"_s});
    QCOMPARE(textOf(u"Harbour"_s), u"The buoy is missing."_s);
    QCOMPARE(told(m_a, u"anchor"_s), QStringList());
    QCOMPARE(told(m_a, u"buoy"_s), QStringList{u"Harbour"_s});
}

void TestFeedUpdate::otherMarkupIsNoNews()
{
    auto first = entry(u"Harbour"_s, 1);
    update(m_a, {first}, 5);
    first.html += u"<img src=\"https://times.example/pixel?7919\">"_s;

    const auto again = update(m_a, {first}, 6);

    QCOMPARE(again.versions, 0);
    QVERIFY(again.change.isEmpty());
    QCOMPARE(m_library->article(idOf(u"Harbour"_s))->html, first.html);
    QCOMPARE(feeds().feed(m_a)->changed, minute(5));
    QCOMPARE(versions(), 1);
}

void TestFeedUpdate::restlessEntryStaysSmall()
{
    for (int i = 0; i < 60; ++i)
        QCOMPARE(update(m_a, {entry(u"Now"_s, 1, u"Take %1."_s.arg(i))}).versions, i ? 1 : 0);

    QCOMPARE(textOf(u"Now"_s), u"Take 59."_s);
    QCOMPARE(versions(), 20);
    QCOMPARE(told(m_a, u"take"_s), QStringList{u"Now"_s});
}

void TestFeedUpdate::keepsStates()
{
    update(m_a, {entry(u"Harbour"_s, 1)});
    const auto id = idOf(u"Harbour"_s);
    QVERIFY(m_library->setBookmarked({id}, true, minute(5)));
    QVERIFY(m_library->setOpened(id, minute(6)));
    QVERIFY(m_library->setPosition(id, {.block = 3}, start));

    update(m_a, {entry(u"Harbour"_s, 1, u"Now all is different."_s)});

    const auto stored = m_library->article(id);
    QCOMPARE(stored->article.text, u"Now all is different."_s);
    QCOMPARE(stored->headline.bookmarkedAt, minute(5));
    QCOMPARE(stored->headline.opened, minute(6));
    QVERIFY(stored->headline.read);
    QCOMPARE(stored->position.block, 3);
}

void TestFeedUpdate::twoCutsComeToRest()
{
    const auto words = u"The ferry came in at dawn and people cheered on the pier. "_s;
    const auto brief = entry(u"Ferry"_s, 1, words);
    const auto full = entry(u"Ferry"_s, 1, words.repeated(5));

    update(m_a, {brief});
    QCOMPARE(update(m_b, {full}).versions, 1);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(update(m_a, {brief}).change.isEmpty());
        QVERIFY(update(m_b, {full}).change.isEmpty());
    }
    QCOMPARE(textOf(u"Ferry"_s), full.article.text);
    // The shorter one is corrected: the longer one stays.
    QCOMPARE(update(m_a, {entry(u"Ferry"_s, 1, words + u"Or did they?"_s)}).versions, 0);
    QCOMPARE(textOf(u"Ferry"_s), full.article.text);
    // The longer one is.
    QCOMPARE(update(m_b, {entry(u"Ferry"_s, 1, words.repeated(3))}).versions, 1);
    QCOMPARE(textOf(u"Ferry"_s), words.repeated(3));
}

void TestFeedUpdate::summaryNeverReplacesAFullText()
{
    const auto words = u"The ferry came in at dawn and people cheered on the pier. "_s;
    auto summary = entry(u"Ferry"_s, 1, words.repeated(2));
    summary.isSummary = true;
    const auto full = entry(u"Ferry"_s, 1, words);

    const auto first = update(m_a, {summary});
    QCOMPARE(first.summaries, first.fresh);
    QCOMPARE(update(m_b, {full}).versions, 1);
    QCOMPARE(textOf(u"Ferry"_s), words);
    // Of the other feed, and of the same.
    auto changed = entry(u"Ferry"_s, 1, words.repeated(4));
    changed.isSummary = true;
    QCOMPARE(update(m_a, {changed}).versions, 0);
    QCOMPARE(update(m_b, {changed}).versions, 0);
    QCOMPARE(textOf(u"Ferry"_s), words);
}

void TestFeedUpdate::wholeTextStays_data()
{
    QTest::addColumn<FeedStory>("next");
    QTest::addColumn<bool>("stays");

    const auto words = u"The ferry came in at dawn and people cheered on the pier. "_s;
    auto summary = entry(u"Ferry"_s, 1, words);
    summary.isSummary = true;
    QTest::newRow("unchanged") << summary << true;
    auto changed = entry(u"Ferry"_s, 1, words + u"Or not."_s);
    changed.isSummary = true;
    QTest::newRow("summary changed") << changed << true;
    QTest::newRow("still short") << entry(u"Ferry"_s, 1, words + u"Or not."_s) << true;
    QTest::newRow("full content") << entry(u"Ferry"_s, 1, words.repeated(8)) << false;
}

void TestFeedUpdate::wholeTextStays()
{
    QFETCH(FeedStory, next);
    QFETCH(bool, stays);
    const auto words = u"The ferry came in at dawn and people cheered on the pier. "_s;
    auto summary = entry(u"Ferry"_s, 1, words);
    summary.isSummary = true;
    update(m_a, {summary});
    const auto id = idOf(u"Ferry"_s);
    auto whole = story(u"Ferry"_s, words.repeated(9) + u"It was called the Marigold."_s);
    whole.pictures = {pictureOf("a boat"_ba)};
    whole.lead.src = whole.pictures.first().name;

    const auto completed = feeds().complete(id, whole, Actor::Program, minute(5));

    QCOMPARE(titles(completed->changed), QStringList{u"Ferry"_s});
    QCOMPARE(m_library->headline(id)->thumbnail, whole.lead.src);
    QVERIFY(m_library->picture(whole.lead.src));
    QCOMPARE(told(m_a, u"marigold"_s), QStringList{u"Ferry"_s});
    QCOMPARE(update(m_a, {next}).versions, stays ? 0 : 1);
    QCOMPARE(textOf(u"Ferry"_s), stays ? whole.text : next.article.text);
    QVERIFY(feeds().complete(ArticleId(99), whole, Actor::Program, minute(5)).error().kind
            == Error::Kind::NotFound);
}

void TestFeedUpdate::preparesOnlyWhatIsNew()
{
    QList<FeedStory> stories{entry(u"One"_s, 1), entry(u"Two"_s, 2)};
    update(m_a, stories);
    const auto known = *feeds().known(m_a);
    QCOMPARE(known.size(), 2);
    stories.append(entry(u"Three"_s, 3));

    const auto prepared = FeedStore::prepare(stories, known);
    QCOMPARE(feeds().update(m_a, {}, prepared, {}, minute(5))->fresh.size(), 1);
    // What was forgotten to be made ready is made so now.
    QCOMPARE(feeds().update(m_b, {}, prepared, {}, minute(5))->change.changed.size(), 3);
    QCOMPARE(told(m_b), (QStringList{u"Three"_s, u"Two"_s, u"One"_s}));
}

QTEST_GUILESS_MAIN(TestFeedUpdate)
#include "tst_feedupdate.moc"
