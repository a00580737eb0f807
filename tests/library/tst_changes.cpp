#include "librarycase.h"

// What a person changes, and takes back.
class TestChanges : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void openingMarksRead();
    void bookmarksKeepTheirMoment();
    void remembersPositions();
    void changesOnlyWhatDiffers();
    void answersForWhatIsNotThere();
    void removedStoriesAreHidden();
    void foundAgainStaysRemoved();
    void openedAgainComesBack();
    void undoes_data();
    void undoes();
    void undoesStepByStepAfterARestart();
    void aNewStepForgetsWhatWasUndone();
    void undoPassesOverWhatHappenedByItself();
    void announcesManyChangesAsOne();
    void importedAgainComesBackUnread();
    void undoesWhatWasAddedTogetherInOneStep();
};

void TestChanges::openingMarksRead()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(!m_library->headline(id)->read);

    const auto change = m_library->setOpened(id, minute(3));

    QVERIFY(change);
    const auto headline = *m_library->headline(id);
    QVERIFY(headline.read);
    QCOMPARE(headline.opened, minute(3));
    QCOMPARE(*change, LibraryChange{.changed = {headline}});
}

void TestChanges::bookmarksKeepTheirMoment()
{
    const auto id = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({id}, true, minute(1)));

    QVERIFY(m_library->setBookmarked({id}, true, minute(2))->isEmpty());

    QCOMPARE(m_library->headline(id)->bookmarkedAt, minute(1));
}

void TestChanges::remembersPositions()
{
    const auto id = add(story(u"A"_s));
    const ReadingPosition position{.block = 7, .quote = u"Then “it” came"_s, .fraction = 0.375};

    QVERIFY(m_library->setPosition(id, {.block = 3}, start));
    QVERIFY(m_library->setPosition(id, position, start));
    reopen();

    QCOMPARE(m_library->article(id)->position, position);
}

void TestChanges::changesOnlyWhatDiffers()
{
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setRead({a}, true, start));

    const auto change = m_library->setRead({a, b, ArticleId(99)}, true, start);

    QCOMPARE(titles(change->changed), QStringList{u"B"_s});
    QVERIFY(m_library->setRead({a, b}, true, start)->isEmpty());
    // Only b comes back, and the call that changed nothing is no step.
    QCOMPARE(titles(m_library->undo(start)->change.changed), QStringList{u"B"_s});
}

void TestChanges::answersForWhatIsNotThere()
{
    const ArticleId nobody{42};

    QCOMPARE(m_library->article(nobody).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->headline(nobody).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->setOpened(nobody, start).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->setPosition(nobody, {}, start).error().kind, Error::Kind::NotFound);
    QCOMPARE(m_library->picture(u"broadsheet-media:../../etc/passwd"_s).error().kind,
             Error::Kind::NotFound);
    QVERIFY(m_library->remove({nobody}, start)->isEmpty());
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
    QCOMPARE(m_library->redo(start)->action, Undone::Action::None);
}

void TestChanges::removedStoriesAreHidden()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->setBookmarked({id}, true, start));

    const auto change = m_library->remove({id}, start);

    QCOMPARE(*change, LibraryChange{.removed = {id}});
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
    QCOMPARE(listed(StoryQuery::Scope::Bookmarks), QStringList());
    QCOMPARE(m_library->headlines({.words = u"gone"_s}, 9)->size(), 0);
    QCOMPARE(*m_library->find(story(u"Gone"_s).url, u"Gone"_s), ArticleId::None);
    QVERIFY(!m_library->article(id));
    QVERIFY(!m_library->headline(id));
}

void TestChanges::foundAgainStaysRemoved()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->remove({id}, start));

    const auto again = m_library->add(story(u"Gone"_s), Library::Occasion::Found, start, u"/a"_s);

    QCOMPARE(again->id, id);
    QVERIFY(again->change.isEmpty());
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
}

void TestChanges::openedAgainComesBack()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->setBookmarked({id}, true, minute(2)));
    QVERIFY(m_library->remove({id}, start));

    const auto again = m_library->add(story(u"Gone"_s), Library::Occasion::Opened, minute(7));

    QCOMPARE(again->id, id);
    QCOMPARE(titles(again->change.added), QStringList{u"Gone"_s});
    QCOMPARE(again->change.added.first().bookmarkedAt, minute(2));
    QVERIFY(m_library->article(id));
}

void TestChanges::undoes_data()
{
    QTest::addColumn<int>("doing");
    QTest::addColumn<Undone::Action>("action");

    QTest::newRow("read") << 0 << Undone::Action::Read;
    QTest::newRow("unread") << 1 << Undone::Action::Unread;
    QTest::newRow("bookmark") << 2 << Undone::Action::Bookmarked;
    QTest::newRow("unbookmark") << 3 << Undone::Action::Unbookmarked;
    QTest::newRow("remove") << 4 << Undone::Action::Removed;
}

void TestChanges::undoes()
{
    QFETCH(int, doing);
    const auto a = add(story(u"A"_s));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setRead({b}, true, minute(1)));
    QVERIFY(m_library->setBookmarked({b}, true, minute(2)));
    const auto id = doing == 0 || doing == 2 ? a : b;
    const auto before = *m_library->headlines({}, 9);
    const std::array<std::function<Result<LibraryChange>()>, 5> actions{
        [&] { return m_library->setRead({id}, true, minute(3)); },
        [&] { return m_library->setRead({id}, false, minute(3)); },
        [&] { return m_library->setBookmarked({id}, true, minute(3)); },
        [&] { return m_library->setBookmarked({id}, false, minute(3)); },
        [&] { return m_library->remove({id}, minute(3)); }};
    QVERIFY(actions.at(std::size_t(doing))());
    const auto after = *m_library->headlines({}, 9);
    QVERIFY(after != before);

    reopen();
    const auto undone = m_library->undo(minute(4));
    QCOMPARE(*m_library->headlines({}, 9), before);
    const auto redone = m_library->redo(minute(5));
    QCOMPARE(*m_library->headlines({}, 9), after);

    QVERIFY(undone && redone);
    QTEST(undone->action, "action");
    QTEST(redone->action, "action");
    QCOMPARE(undone->stories, 1);
    QCOMPARE(undone->title, id == a ? u"A"_s : u"B"_s);
    const auto headline = before.at(id == a ? 1 : 0);
    QCOMPARE(undone->change,
             doing == 4 ? LibraryChange{.added = {headline}}
                        : LibraryChange{.changed = {headline}});
}

void TestChanges::undoesStepByStepAfterARestart()
{
    const auto a = add(story(u"A"_s), Library::Occasion::Opened);
    QVERIFY(m_library->setBookmarked({a}, true, start));
    QVERIFY(m_library->watch(u"/folder"_s, start));
    QVERIFY(m_library->remove({a}, start));

    QList<Undone::Action> actions;
    for (int i = 0; i < 5; ++i) {
        reopen();
        actions.append(m_library->undo(start)->action);
    }

    using Action = Undone::Action;
    QCOMPARE(
        actions,
        (QList{Action::Removed, Action::Watched, Action::Bookmarked, Action::Added, Action::None}));
    QCOMPARE(m_library->watchedFolders()->size(), 0);
    actions.clear();
    for (int i = 0; i < 5; ++i)
        actions.append(m_library->redo(start)->action);
    QCOMPARE(
        actions,
        (QList{Action::Added, Action::Bookmarked, Action::Watched, Action::Removed, Action::None}));
    QCOMPARE(*m_library->watchedFolders(), QStringList{u"/folder"_s});
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList());
}

void TestChanges::aNewStepForgetsWhatWasUndone()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({a}, true, start));
    QVERIFY(m_library->undo(start));

    QVERIFY(m_library->setRead({a}, true, start));

    QCOMPARE(m_library->redo(start)->action, Undone::Action::None);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::Read);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
}

void TestChanges::undoPassesOverWhatHappenedByItself()
{
    const auto a = add(story(u"A"_s));
    QVERIFY(m_library->setBookmarked({a}, true, start));
    const auto b = add(story(u"B"_s));
    QVERIFY(m_library->setOpened(b, minute(8)));

    QCOMPARE(m_library->undo(start)->action, Undone::Action::Bookmarked);

    QVERIFY(m_library->headline(b)->read);
    // Looking at a story in between does not take redo away.
    QVERIFY(m_library->setOpened(a, minute(9)));
    QCOMPARE(m_library->redo(start)->action, Undone::Action::Bookmarked);
}

void TestChanges::announcesManyChangesAsOne()
{
    QList<ArticleId> ids;
    for (int i = 0; i < 501; ++i)
        ids.append(add(story(QString::number(i))));

    QCOMPARE(*m_library->setRead(ids, true, start), LibraryChange{.everything = true});
    QCOMPARE(m_library->counts()->unread, 0);
    const auto undone = m_library->undo(start);
    QCOMPARE(undone->stories, 501);
    QCOMPARE(undone->title, QString());
    QCOMPARE(undone->change, LibraryChange{.everything = true});
    QCOMPARE(m_library->counts()->unread, 501);
}

void TestChanges::importedAgainComesBackUnread()
{
    const auto id = add(story(u"Gone"_s));
    QVERIFY(m_library->remove({id}, start));

    const auto again = m_library->add(story(u"Gone"_s), Library::Occasion::Imported, minute(7));

    QCOMPARE(titles(again->change.added), QStringList{u"Gone"_s});
    QVERIFY(!again->change.added.first().read);
    QVERIFY(!again->change.added.first().opened.isValid());
}

void TestChanges::undoesWhatWasAddedTogetherInOneStep()
{
    const auto before = add(story(u"Before"_s), Library::Occasion::Opened);
    const auto batch = Library::Batch::createUuid();
    QVERIFY(m_library->add(story(u"A"_s), Library::Occasion::Opened, start, batch));
    QVERIFY(m_library->add(story(u"B"_s), Library::Occasion::Imported, start, batch));
    QVERIFY(m_library->add(story(u"C"_s), Library::Occasion::Imported, start, batch));

    const auto undone = m_library->undo(start);
    QCOMPARE(undone->action, Undone::Action::Added);
    QCOMPARE(undone->stories, 3);
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"Before"_s});
    QVERIFY(m_library->headline(before));
    QCOMPARE(m_library->redo(start)->stories, 3);
    QCOMPARE(listed(StoryQuery::Scope::All).size(), 4);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
