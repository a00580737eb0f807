#include "feedcase.h"
#include "library/database.h"
#include "library/feedstore.h"
#include "library/history.h"

// Stories that get another text, and the texts they had.
class TestTexts : public FeedCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void openingAChangedCopyIsAStep();
    void undoFindsTheWordsOfTheTextThatIsBack();
    void aBatchTakesBackNewAndChangedStories();
    void aBatchOfOneNewStoryAmongKnownOnesIsAStep();
    void aTextThatChangedSinceStays();
    void fetchedWholeTextIsAStepWhenItWasAskedFor_data();
    void fetchedWholeTextIsAStepWhenItWasAskedFor();
    void undoKeepsTheTextItNeeds();
    void listsVersions();
    void looksAtAnOldVersion();
    void goesBackToAVersion();
    void refusesAVersionOfAnotherStory();

private:
    [[nodiscard]] QString text(ArticleId id) const { return m_library->article(id)->article.text; }
    [[nodiscard]] QStringList found(const QString &words) const
    {
        return titles(*m_library->headlines({.words = words}, 9));
    }
    // The story, and then another copy of it.
    ArticleId openTwice()
    {
        const auto id = add(story(u"Ferry"_s, u"The boat was late."_s), Library::Occasion::Opened);
        add(story(u"Ferry"_s, u"The boat sank, captain says."_s), Library::Occasion::Opened);
        return id;
    }
};

void TestTexts::openingAChangedCopyIsAStep()
{
    const auto id = openTwice();
    QCOMPARE(text(id), u"The boat sank, captain says."_s);

    reopen();
    const auto undone = m_library->undo(start);

    QCOMPARE(undone->action, Deed::CopyOpened);
    QCOMPARE(undone->title, u"Ferry"_s);
    QCOMPARE(undone->texts, 1);
    QCOMPARE(undone->change.texts, QList{id});
    QCOMPARE(undone->change.changed, QList{*m_library->headline(id)});
    QCOMPARE(text(id), u"The boat was late."_s);
    QCOMPARE(m_library->headline(id)->excerpt, u"The boat was late."_s);
    QCOMPARE(m_library->redo(start)->action, Deed::CopyOpened);
    QCOMPARE(text(id), u"The boat sank, captain says."_s);
    QCOMPARE(m_library->undo(start)->action, Deed::CopyOpened);
    QCOMPARE(m_library->undo(start)->action, Deed::Added);
    QVERIFY(!m_library->headline(id));
}

void TestTexts::undoFindsTheWordsOfTheTextThatIsBack()
{
    openTwice();
    QVERIFY(m_library->undo(start));

    QCOMPARE(found(u"late"_s), QStringList{u"Ferry"_s});
    QCOMPARE(found(u"captain"_s), QStringList());

    QVERIFY(m_library->redo(start));
    QCOMPARE(found(u"late"_s), QStringList());
    QCOMPARE(found(u"captain"_s), QStringList{u"Ferry"_s});
}

void TestTexts::aBatchTakesBackNewAndChangedStories()
{
    const auto known = add(story(u"Ferry"_s, u"The boat was late."_s));
    const auto batch = Library::Batch::createUuid();
    QVERIFY(
        m_library->add(story(u"Ferry"_s, u"It sank."_s), Library::Occasion::Opened, start, batch));
    QVERIFY(m_library->add(story(u"New"_s), Library::Occasion::Imported, start, batch));

    const auto undone = m_library->undo(start);

    QCOMPARE(undone->action, Deed::Added);
    QCOMPARE(undone->stories, 1);
    QCOMPARE(undone->texts, 1);
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"Ferry"_s});
    QCOMPARE(text(known), u"The boat was late."_s);
    QVERIFY(m_library->redo(start));
    QCOMPARE(text(known), u"It sank."_s);
    QCOMPARE(listed(StoryQuery::Scope::All).size(), 2);
}

void TestTexts::aBatchOfOneNewStoryAmongKnownOnesIsAStep()
{
    add(story(u"Known"_s));
    const auto batch = Library::Batch::createUuid();
    QVERIFY(m_library->add(story(u"Known"_s), Library::Occasion::Opened, start, batch));
    QVERIFY(m_library->add(story(u"New"_s), Library::Occasion::Imported, start, batch));

    QCOMPARE(m_library->undo(start)->stories, 1);

    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"Known"_s});
}

void TestTexts::aTextThatChangedSinceStays()
{
    const auto id = openTwice();
    // A watched folder finds yet another copy.
    add(story(u"Ferry"_s, u"Nobody was hurt."_s));

    const auto undone = m_library->undo(start);

    QCOMPARE(undone->action, Deed::CopyOpened);
    QCOMPARE(undone->passed, 1);
    QCOMPARE(text(id), u"Nobody was hurt."_s);
}

void TestTexts::fetchedWholeTextIsAStepWhenItWasAskedFor_data()
{
    QTest::addColumn<Actor>("by");
    QTest::addColumn<Deed>("undone");

    QTest::newRow("asked for") << Actor::You << Deed::TextCompleted;
    QTest::newRow("by itself") << Actor::Program << Deed::Subscribed;
}

void TestTexts::fetchedWholeTextIsAStepWhenItWasAskedFor()
{
    QFETCH(Actor, by);
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    const auto id = update(feed, {entry(u"Ferry"_s, 1, u"Short."_s)}).fresh.first();
    QVERIFY(feeds().complete(id, story(u"Ferry"_s, u"Long and whole."_s), by, start));
    QCOMPARE(text(id), u"Long and whole."_s);

    const auto undone = m_library->undo(start);

    QTEST(undone->action, "undone");
    if (by == Actor::You)
        QCOMPARE(text(id), u"Short."_s);
}

void TestTexts::undoKeepsTheTextItNeeds()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    const auto id = update(feed, {entry(u"Ferry"_s, 1, u"Text number 0."_s)}).fresh.first();
    QVERIFY(feeds().complete(id, story(u"Ferry"_s, u"Whole."_s), Actor::You, start));
    // Far more than are kept for themselves.
    for (int i = 1; i < 40; ++i)
        update(feed, {entry(u"Ferry"_s, 1, u"Text number %1."_s.arg(i))});
    QVERIFY(m_library->history().versions(id)->size() < 40);

    const auto versions = *m_library->history().versions(id);

    QCOMPARE(m_library->history().version(id, versions.last().id)->article.text,
             u"Text number 0."_s);
}

void TestTexts::listsVersions()
{
    const auto feed = subscribe({newFeed(u"a"_s)}).first();
    const auto id = update(feed, {entry(u"Ferry"_s, 1, u"Short."_s)}, 5).fresh.first();
    QVERIFY(feeds().complete(id, story(u"Ferry"_s, u"Long and whole."_s), Actor::You, minute(6)));

    auto versions = *m_library->history().versions(id);

    QCOMPARE(versions.size(), 2);
    versions[0].id = versions[1].id = 0;
    QCOMPARE(versions,
             (QList{StoryVersion{.stored = minute(6),
                                 .source = StoryVersion::Source::Page,
                                 .length = 15,
                                 .current = true},
                    StoryVersion{.stored = minute(5),
                                 .source = StoryVersion::Source::Feed,
                                 .feed = u"a"_s,
                                 .length = 6}}));
}

void TestTexts::looksAtAnOldVersion()
{
    const auto id = openTwice();
    const auto old = m_library->history().versions(id)->last();

    const auto shown = m_library->history().version(id, old.id);

    QCOMPARE(shown->article.text, u"The boat was late."_s);
    QCOMPARE(text(id), u"The boat sank, captain says."_s);
}

void TestTexts::goesBackToAVersion()
{
    const auto id = openTwice();
    const auto old = m_library->history().versions(id)->last();

    const auto change = m_library->history().choose(id, old.id, start);

    QCOMPARE(change->texts, QList{id});
    QCOMPARE(text(id), u"The boat was late."_s);
    QCOMPARE(found(u"late"_s), QStringList{u"Ferry"_s});
    QCOMPARE(m_library->undo(start)->action, Deed::TextChosen);
    QCOMPARE(text(id), u"The boat sank, captain says."_s);
    // Chosen already: no step.
    QVERIFY(m_library->history()
                .choose(id, m_library->history().versions(id)->first().id, start)
                ->isEmpty());
    QCOMPARE(m_library->undo(start)->action, Deed::CopyOpened);
}

void TestTexts::refusesAVersionOfAnotherStory()
{
    const auto id = openTwice();
    const auto other = add(story(u"Other"_s));
    const auto version = m_library->history().versions(id)->first().id;

    QCOMPARE(m_library->history().choose(other, version, start).error().kind,
             Error::Kind::NotFound);
    QCOMPARE(m_library->history().version(other, version).error().kind, Error::Kind::NotFound);
    QCOMPARE(text(other), u"All about Other."_s);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
