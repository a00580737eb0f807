#include "librarycase.h"

// The step that would be taken back, and taking back no more than what came after one.
class TestLastStep : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void isNoneAtFirst();
    void isTheNewestThatIsDone();
    void passesOverWhatIsNoStep();
    void isWhereUndoStops();
};

void TestLastStep::isNoneAtFirst()
{
    QCOMPARE(*m_library->lastStep(), LastStep());
}

void TestLastStep::isTheNewestThatIsDone()
{
    const auto id = add(story(u"A"_s), Library::Occasion::Opened);
    const auto added = *m_library->lastStep();
    QCOMPARE(added.deed, Deed::Added);
    QVERIFY(m_library->setBookmarked({id}, true, minute(5)));
    const auto bookmarked = *m_library->lastStep();
    QCOMPARE(bookmarked.deed, Deed::Bookmarked);
    QVERIFY(bookmarked.number > added.number);

    QVERIFY(m_library->undo(minute(6)));
    QCOMPARE(*m_library->lastStep(), added);

    QVERIFY(m_library->redo(minute(7)));
    QCOMPARE(*m_library->lastStep(), bookmarked);
}

void TestLastStep::passesOverWhatIsNoStep()
{
    const auto id = add(story(u"A"_s), Library::Occasion::Opened);
    const auto before = *m_library->lastStep();

    add(story(u"B"_s), Library::Occasion::Found);
    QVERIFY(m_library->setPosition(id, {.block = 3}, minute(5)));

    QCOMPARE(*m_library->lastStep(), before);
}

void TestLastStep::isWhereUndoStops()
{
    const auto id = add(story(u"A"_s), Library::Occasion::Opened);
    const auto added = m_library->lastStep()->number;
    QVERIFY(m_library->setBookmarked({id}, true, minute(5)));

    QCOMPARE(m_library->undo(minute(6), added)->action, Deed::Bookmarked);
    QCOMPARE(m_library->undo(minute(7), added)->action, Deed::None);

    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"A"_s});
    QCOMPARE(m_library->undo(minute(8))->action, Deed::Added);
}

QTEST_GUILESS_MAIN(TestLastStep)
#include "tst_laststep.moc"
