#include "historycase.h"
#include "library/database.h"

using Outcome = Restored::Outcome;

// What was changed, when and by whom.
class TestHistory : public HistoryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void tellsWhatWasDoneWhenAndByWhom();
    void tellsWhatFeedsDid();
    void tellsWhatWasTakenBack();
    void pagesThroughAll();
    void filtersByKind_data();
    void filtersByKind();
    void filtersByWords_data();
    void filtersByWords();
    void aPageLooksOnlySoFar();
    void listsTheStoriesOfAChange();
    void keepsTitlesOfWhatIsForgotten();
    void callsStoriesByWhatTheyHave_data();
    void callsStoriesByWhatTheyHave();
};

namespace {

QList<Deed> deeds(const QList<HistoryEntry> &entries)
{
    QList<Deed> result;
    for (const auto &entry : entries)
        result.append(entry.deed);
    return result;
}

} // namespace

void TestHistory::tellsWhatWasDoneWhenAndByWhom()
{
    const auto a = add(story(u"A"_s), Library::Occasion::Opened);
    const auto b = add(story(u"B"_s), Library::Occasion::Imported);
    QVERIFY(m_library->setBookmarked({a}, true, minute(5)));
    QVERIFY(m_library->remove({a, b}, minute(6)));

    auto listed = entries();

    for (auto &entry : listed)
        entry.id = 0;
    using State = HistoryEntry::State;
    QCOMPARE(listed,
             (QList{HistoryEntry{.time = minute(6),
                                 .deed = Deed::Removed,
                                 .by = Actor::You,
                                 .state = State::Done,
                                 .stories = 2,
                                 .titles = {u"A"_s, u"B"_s},
                                 .restorable = true},
                    HistoryEntry{.time = minute(5),
                                 .deed = Deed::Bookmarked,
                                 .by = Actor::You,
                                 .state = State::Done,
                                 .stories = 1,
                                 .titles = {u"A"_s},
                                 .story = a},
                    HistoryEntry{.time = minute(1),
                                 .deed = Deed::Added,
                                 .by = Actor::Import,
                                 .state = State::Record,
                                 .stories = 1,
                                 .titles = {u"B"_s},
                                 .story = b},
                    HistoryEntry{.time = minute(0),
                                 .deed = Deed::Added,
                                 .by = Actor::You,
                                 .state = State::Done,
                                 .stories = 1,
                                 .titles = {u"A"_s},
                                 .story = a}}));
}

void TestHistory::tellsWhatFeedsDid()
{
    const auto feed = subscribe({newFeed(u"Harbour News"_s)}).first();
    update(feed, {entry(u"A"_s, 1), entry(u"B"_s, 2)}, 10);
    update(feed, {entry(u"A"_s, 1, u"Corrected."_s), entry(u"C"_s, 2)}, 20);

    const auto told = newest();

    QCOMPARE(told.deed, Deed::Updated);
    QCOMPARE(told.by, Actor::Feed);
    QCOMPARE(told.actor, u"Harbour News"_s);
    QCOMPARE(told.time, minute(20));
    QCOMPARE(told.stories, 1);
    QCOMPARE(told.texts, 1);
    QCOMPARE(told.titles, QStringList{u"C"_s});
    QVERIFY(!told.restorable);
    QCOMPARE(entries().at(1).stories, 2);
    QCOMPARE(entries().at(2).deed, Deed::Subscribed);
    QCOMPARE(entries().at(2).titles, QStringList{u"Harbour News"_s});
}

void TestHistory::tellsWhatWasTakenBack()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setRead({a}, true, minute(1)));
    QVERIFY(m_library->setBookmarked({a}, true, minute(2)));
    QVERIFY(m_library->undo(minute(3)));
    QCOMPARE(newest().state, HistoryEntry::State::Undone);

    // Even where redo is not possible any more.
    QVERIFY(m_library->setRead({a}, false, minute(4)));

    QCOMPARE(entries().at(1).deed, Deed::Bookmarked);
    QCOMPARE(entries().at(1).state, HistoryEntry::State::Undone);
    QCOMPARE(m_library->redo(minute(5))->action, Deed::None);
}

void TestHistory::pagesThroughAll()
{
    const auto a = add(story(u"A"_s));
    for (int i = 0; i < 25; ++i)
        QVERIFY(m_library->setRead({a}, i % 2 == 0, minute(i)));

    QList<qint64> ids;
    std::optional<qint64> before;
    auto pages = 0;
    do {
        const auto page = *m_library->history().page({}, 10, before);
        for (const auto &entry : page.entries)
            ids.append(entry.id);
        before = page.next;
        // What is new meanwhile stands above.
        QVERIFY(m_library->setOpened(a, minute(90)));
    } while (before && ++pages < 10);

    QCOMPARE(ids.size(), 26);
    QVERIFY(std::ranges::is_sorted(ids, std::greater()));
}

void TestHistory::filtersByKind_data()
{
    QTest::addColumn<HistoryKind>("kind");
    QTest::addColumn<QList<Deed>>("deeds");

    QTest::newRow("reading") << HistoryKind::Reading << QList{Deed::Opened, Deed::Read};
    QTest::newRow("bookmarks") << HistoryKind::Bookmarks << QList{Deed::Bookmarked};
    QTest::newRow("removed") << HistoryKind::Removed << QList{Deed::Removed};
    QTest::newRow("added") << HistoryKind::Added << QList{Deed::Watched, Deed::Added};
    QTest::newRow("texts") << HistoryKind::Texts << QList{Deed::CopyOpened};
    QTest::newRow("feeds") << HistoryKind::Feeds << QList{Deed::FeedRenamed, Deed::Subscribed};
    QTest::newRow("updates") << HistoryKind::Updates << QList{Deed::Updated};
}

void TestHistory::filtersByKind()
{
    QFETCH(HistoryKind, kind);
    const auto a = add(story(u"A"_s), Library::Occasion::Opened);
    add(story(u"A"_s, u"Another text."_s), Library::Occasion::Opened);
    QVERIFY(m_library->setRead({a}, false, minute(1)));
    QVERIFY(m_library->setRead({a}, true, minute(1)));
    QVERIFY(m_library->setOpened(a, minute(2)));
    QVERIFY(m_library->setBookmarked({a}, true, minute(3)));
    QVERIFY(m_library->watch(u"/folder"_s, minute(4)));
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    QVERIFY(feeds().rename(feed, u"b"_s, minute(5)));
    update(feed, {entry(u"B"_s, 1)});
    QVERIFY(m_library->remove({a}, minute(6)));

    auto found = deeds(entries({.kind = kind}));
    if (kind == HistoryKind::Reading)
        found.removeOne(Deed::Unread);

    QTEST(found, "deeds");
}

void TestHistory::filtersByWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<Deed>>("deeds");

    QTest::newRow("a story") << u"ferry"_s << QList{Deed::Removed, Deed::Read, Deed::Added};
    QTest::newRow("both words") << u"BAY ferry"_s << QList{Deed::Removed, Deed::Read, Deed::Added};
    QTest::newRow("a feed") << u"harbour"_s << QList{Deed::Updated, Deed::Subscribed};
    QTest::newRow("what a feed told") << u"fish"_s << QList{Deed::Updated};
    QTest::newRow("an outlet") << u"example times"_s
                               << QList{Deed::Removed, Deed::Read, Deed::Added};
    QTest::newRow("nothing") << u"ferry harbour"_s << QList<Deed>();
}

void TestHistory::filtersByWords()
{
    QFETCH(QString, words);
    const auto id = add(fullStory()); // The ferry returns to the bay.
    const auto other = add(story(u"Other"_s), Library::Occasion::Opened);
    QVERIFY(m_library->setRead({id}, true, minute(1)));
    const auto feed = subscribe({newFeed(u"Harbour"_s)}).first();
    update(feed, {entry(u"Fish"_s, 1)});
    QVERIFY(m_library->remove({id, other}, minute(2)));

    QTEST(deeds(entries({.words = words})), "deeds");
}

void TestHistory::aPageLooksOnlySoFar()
{
    const auto a = add(story(u"Needle"_s), Library::Occasion::Opened);
    const auto b = add(story(u"Hay"_s), Library::Occasion::Opened);
    {
        Database database(m_folder->path() + u"/library.sqlite"_s, Database::Access::ReadWrite);
        const auto rows = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                          "WHERE i < 9000) INSERT INTO journal (time, action, detail, state, who, "
                          "kind) SELECT 5, 'open', '{\"stories\":\"%1\"}', 0, 1, 1 FROM n"_s;
        database.execute(rows.arg(qint64(b)).toUtf8().constData());
    }

    auto pages = 1;
    auto page = *m_library->history().page({.words = u"needle"_s}, 10);
    QCOMPARE(page.entries.size(), 0);
    for (; page.entries.isEmpty() && page.next; ++pages)
        page = *m_library->history().page({.words = u"needle"_s}, 10, page.next);

    QCOMPARE(page.entries.value(0).story, a);
    QCOMPARE(pages, 3);
}

void TestHistory::listsTheStoriesOfAChange()
{
    QList<ArticleId> ids;
    for (const auto *title : {"A", "B", "C"})
        ids.append(add(story(QString::fromLatin1(title))));
    QVERIFY(m_library->remove(ids, minute(5)));
    const auto entry = newest().id;
    QCOMPARE(restore(entry, ids.at(1)).outcome, Outcome::Done);

    const auto stories = *m_library->history().stories(entry, 2);

    QCOMPARE(stories,
             (QList{HistoryStory{.id = ids.at(0), .title = u"A"_s, .restorable = true},
                    HistoryStory{.id = ids.at(1), .title = u"B"_s, .present = true}}));
    QCOMPARE(m_library->history().stories(entry, 2, ids.at(1))->size(), 1);
}

void TestHistory::keepsTitlesOfWhatIsForgotten()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    const auto id = update(feed, {entry(u"Gone"_s, 1)}).fresh.first();
    QVERIFY(m_library->setRead({id}, true, minute(3)));
    QVERIFY(feeds().setSettings({feed}, {.keptDays = 1}, minute(4)));
    QVERIFY(feeds().tidy(minute(100'000)));

    const auto entry = entries({.kind = HistoryKind::Reading}).value(0);

    QCOMPARE(entry.titles, QStringList{u"Gone"_s});
    QVERIFY(!entry.restorable);
}

void TestHistory::callsStoriesByWhatTheyHave_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("called");

    QTest::newRow("a headline") << u"Tide"_s << u"It turned."_s << u"Tide"_s;
    QTest::newRow("words") << u""_s << u"It turned."_s << u"It turned."_s;
    QTest::newRow("a file's name alone") << u""_s << u""_s << u"note.txt"_s;
}

void TestHistory::callsStoriesByWhatTheyHave()
{
    QFETCH(QString, title);
    QFETCH(QString, text);
    QFETCH(QString, called);
    const auto id
        = add({.title = title, .text = text, .provenance = {.file = u"/home/ann/note.txt"_s}});
    QVERIFY(m_library->setRead({id}, true, minute(1)));

    QCOMPARE(newest().titles, QStringList{called});
    QCOMPARE(m_library->history().stories(newest().id, 5)->first().title, called);
    QCOMPARE(m_library->undo(minute(2))->title, called);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
