#include "historycase.h"

using Outcome = Restored::Outcome;

// Bringing back what was changed, out of its order.
class TestRestoring : public HistoryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void restoresStates_data();
    void restoresStates();
    void restoresOneOfSeveral();
    void doesAgainWhatWasTakenBack();
    void restoresATextOfAnUpdate();
    void saysWhyNot();
    void restoresWatching();
};

void TestRestoring::restoresStates_data()
{
    QTest::addColumn<int>("doing");
    QTest::addColumn<Deed>("step"); // What it is to bring it back.

    QTest::newRow("read") << 0 << Deed::Unread;
    QTest::newRow("unread") << 1 << Deed::Read;
    QTest::newRow("bookmark") << 2 << Deed::Unbookmarked;
    QTest::newRow("unbookmark") << 3 << Deed::Bookmarked;
    QTest::newRow("remove") << 4 << Deed::BroughtBack;
    QTest::newRow("looking at it") << 5 << Deed::Unread;
}

void TestRestoring::restoresStates()
{
    QFETCH(int, doing);
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setRead({b}, true, minute(1)));
    QVERIFY(m_library->setBookmarked({b}, true, minute(2)));
    const auto id = doing == 1 || doing == 3 ? b : a;
    const auto before = *m_library->headlines({}, 9);
    const std::array<std::function<Result<LibraryChange>()>, 6> actions{
        [&] { return m_library->setRead({id}, true, minute(3)); },
        [&] { return m_library->setRead({id}, false, minute(3)); },
        [&] { return m_library->setBookmarked({id}, true, minute(3)); },
        [&] { return m_library->setBookmarked({id}, false, minute(3)); },
        [&] { return m_library->remove({id}, minute(3)); },
        [&] { return m_library->setOpened(id, minute(3)); }};
    QVERIFY(actions.at(std::size_t(doing))());
    const auto entry = newest();
    QVERIFY(entry.restorable);
    // Something else comes after it.
    const auto c = add(story(u"C"_s), Library::Occasion::Opened);

    const auto restored = restore(entry.id);

    QCOMPARE(restored.outcome, Outcome::Done);
    QVERIFY(!restored.again);
    QCOMPARE(restored.undone.title, id == a ? u"A"_s : u"B"_s);
    auto now = *m_library->headlines({}, 9);
    now.removeIf([&](const Headline &headline) { return headline.id == c; });
    for (auto &headline : now)
        headline.opened = {};
    QCOMPARE(now, before);
    QTEST(newest().deed, "step");
    QVERIFY(!entries().at(2).restorable);
    // It is a step by itself.
    QVERIFY(m_library->undo(start)->action != Deed::None);
    QVERIFY(entries().at(2).restorable);
}

void TestRestoring::restoresOneOfSeveral()
{
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->remove({a, b}, minute(1)));

    const auto restored = restore(newest().id, b);

    QCOMPARE(restored.outcome, Outcome::Done);
    QCOMPARE(titles(restored.undone.change.added), QStringList{u"B"_s});
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"B"_s});
}

void TestRestoring::doesAgainWhatWasTakenBack()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->remove({a}, minute(1)));
    QVERIFY(m_library->undo(minute(2)));
    QVERIFY(m_library->setRead({a}, true, minute(3)));

    const auto restored = restore(entries().at(1).id);

    QCOMPARE(restored.outcome, Outcome::Done);
    QVERIFY(restored.again);
    QCOMPARE(restored.undone.action, Deed::Removed);
    QVERIFY(!m_library->headline(a));
}

void TestRestoring::restoresATextOfAnUpdate()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    const auto id = update(feed, {entry(u"A"_s, 1, u"First."_s)}).fresh.first();
    update(feed, {entry(u"A"_s, 1, u"Second."_s), entry(u"B"_s, 2)});

    const auto restored = restore(newest().id, id);

    QCOMPARE(restored.outcome, Outcome::Done);
    QCOMPARE(restored.undone.change.texts, QList{id});
    QCOMPARE(m_library->article(id)->article.text, u"First."_s);
    QCOMPARE(newest().deed, Deed::TextChosen);
    QVERIFY(m_library->undo(start));
    QCOMPARE(m_library->article(id)->article.text, u"Second."_s);
}

void TestRestoring::saysWhyNot()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setRead({a}, true, minute(1)));
    const auto read = newest().id;
    QVERIFY(m_library->setRead({a}, false, minute(2)));
    QCOMPARE(restore(read).outcome, Outcome::AlreadySo);
    QVERIFY(m_library->undo(start));
    QCOMPARE(restore(read).outcome, Outcome::Done);

    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    update(feed, {entry(u"B"_s, 1), entry(u"C"_s, 2)});
    QCOMPARE(restore(newest().id).outcome, Outcome::Impossible);
    QVERIFY(m_library->setRead({idOf(u"B"_s)}, true, minute(3)));
    const auto forgotten = newest().id;
    QVERIFY(feeds().setSettings({feed}, {.keptDays = 1}, minute(4)));
    QVERIFY(feeds().tidy(minute(100'000)));
    QCOMPARE(newest().deed, Deed::Tidied);
    QCOMPARE(newest().by, Actor::Program);
    QCOMPARE(restore(newest().id).outcome, Outcome::Impossible);
    QCOMPARE(restore(forgotten).outcome, Outcome::StoryForgotten);
    QCOMPARE(m_library->history().restore(4'711, start).error().kind, Error::Kind::NotFound);
}

void TestRestoring::restoresWatching()
{
    QVERIFY(m_library->watch(u"/folder"_s, minute(1)));
    QVERIFY(m_library->unwatch(u"/folder"_s, minute(2)));
    const auto unwatched = newest();
    QCOMPARE(unwatched.actor, u"/folder"_s);

    QCOMPARE(restore(unwatched.id).outcome, Outcome::Done);

    QCOMPARE(*m_library->watchedFolders(), QStringList{u"/folder"_s});
    QCOMPARE(restore(unwatched.id).outcome, Outcome::AlreadySo);
}

QTEST_GUILESS_MAIN(TestRestoring)
#include "tst_restoring.moc"
