#include "library/smartfolderstore.h"
#include "librarycase.h"

#include <algorithm>

// Smart folders, and taking back what was done to them; stories that were read in part.
class TestSmartFolders : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void beginsWithTheBuiltInOnes();
    void keepsWhatWasAdded();
    void refusesWhatHasNoNameOrSearch();
    void builtInOnesGoBackToTheirNames();
    void moves_data();
    void moves();
    void restoresBuiltInOnesAsTheyWere();
    void undoesEveryChange_data();
    void undoesEveryChange();
    void changesNothingTwice();
    void answersForFoldersThatAreNotThere();
    void continuesWhatWasReadInPart_data();
    void continuesWhatWasReadInPart();
    void unreadIsNotStarted();
    void listsWhatWasReadLastFirst();

private:
    [[nodiscard]] SmartFolderStore &folders() const { return m_library->smartFolders(); }
    [[nodiscard]] SmartFolderId idOf(const QString &search) const;
    [[nodiscard]] QStringList lines() const;
    ArticleId opened(const QString &title);
    bool stopAt(ArticleId id, double fraction, int now);
};

namespace {

using BuiltIn = SmartFolder::BuiltIn;

const QStringList usual{u"|new:today|"_s, u"|is:unread|"_s, u"|is:bookmarked|"_s, u"|is:started|"_s,
                        u"|is:opened|"_s};

} // namespace

SmartFolderId TestSmartFolders::idOf(const QString &search) const
{
    const auto all = *folders().list();
    for (const auto &folder : all) {
        if (folder.search == search)
            return folder.id;
    }
    return SmartFolderId::None;
}

// "title|search|icon"
QStringList TestSmartFolders::lines() const
{
    QStringList lines;
    const auto all = *folders().list();
    for (const auto &folder : all)
        lines << folder.title + u'|' + folder.search + u'|' + folder.icon;
    return lines;
}

ArticleId TestSmartFolders::opened(const QString &title)
{
    return add(story(title), Library::Occasion::Opened);
}

// Whether that made it a story to continue, or one no longer.
bool TestSmartFolders::stopAt(ArticleId id, double fraction, int now)
{
    const auto isStarted = [&] {
        const auto all = *m_library->headlines({.scope = StoryQuery::Scope::Started}, 100);
        return std::ranges::find(all, id, &Headline::id) != all.end();
    };
    const auto was = isStarted();
    const auto change = m_library->setPosition(id, {.fraction = fraction}, minute(now));
    const auto turned = isStarted() != was;
    // Whoever lists it is told.
    if (turned && (!change || change->changed.size() != 1))
        qFatal("nobody was told");
    return turned;
}

void TestSmartFolders::beginsWithTheBuiltInOnes()
{
    QCOMPARE(lines(), usual);
    QList<BuiltIn> kinds;
    const auto all = *folders().list();
    for (const auto &folder : all)
        kinds << folder.builtIn;
    QCOMPARE(kinds,
             (QList{BuiltIn::Today, BuiltIn::Unread, BuiltIn::Bookmarks, BuiltIn::Started,
                    BuiltIn::Opened}));
    QCOMPARE(*folders().removedBuiltIns(), QList<SmartFolder>());
}

void TestSmartFolders::keepsWhatWasAdded()
{
    const auto added
        = folders().add(u" Tides  & ferries "_s, u"ferry OR  tide "_s, u"bell"_s, start);
    reopen();

    QVERIFY(added);
    QCOMPARE(added->change, (LibraryChange{.smartFolders = true}));
    QCOMPARE(folders().list()->last(),
             (SmartFolder{.id = added->id,
                          .title = u"Tides & ferries"_s,
                          .search = u"ferry OR tide"_s,
                          .icon = u"bell"_s}));
}

void TestSmartFolders::refusesWhatHasNoNameOrSearch()
{
    const auto own = folders().add(u"Tides"_s, u"tide"_s, {}, start)->id;
    const auto before = lines();

    QCOMPARE(folders().add(u" "_s, u"tide"_s, {}, start).error().kind, Error::Kind::Refused);
    QCOMPARE(folders().add(u"Tides"_s, u" "_s, {}, start).error().kind, Error::Kind::Refused);
    QCOMPARE(folders().rename(own, {}, start).error().kind, Error::Kind::Refused);
    QCOMPARE(folders().setUp(own, {.search = QString()}, start).error().kind, Error::Kind::Refused);
    QCOMPARE(lines(), before);
}

void TestSmartFolders::builtInOnesGoBackToTheirNames()
{
    const auto unread = idOf(u"is:unread"_s);
    QVERIFY(folders().setUp(
        unread, {.title = u"Inbox"_s, .search = u"is:unread tide"_s, .icon = u"bell"_s}, start));
    QCOMPARE(lines().at(1), u"Inbox|is:unread tide|bell"_s);

    QVERIFY(folders().rename(unread, {}, start));
    QVERIFY(folders().setUp(unread, {.search = QString(), .icon = QString()}, start));

    QCOMPARE(lines(), usual);
}

void TestSmartFolders::moves_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("order"); // By the first letters of the searches' values.

    QTest::newRow("to the top") << u"is:started"_s << 0 << u"stuo"_s;
    QTest::newRow("down") << u"new:today"_s << 2 << u"utso"_s;
    QTest::newRow("before itself") << u"is:unread"_s << 1 << u"tuso"_s;
    QTest::newRow("behind itself") << u"is:unread"_s << 2 << u"tuso"_s;
    QTest::newRow("to the end") << u"new:today"_s << 4 << u"usot"_s;
    QTest::newRow("beyond the end") << u"new:today"_s << 99 << u"usot"_s;
}

void TestSmartFolders::moves()
{
    QFETCH(QString, folder);
    QFETCH(int, position);
    QFETCH(QString, order);
    // What was removed stands between the others and counts for nothing.
    QVERIFY(folders().remove(idOf(u"is:bookmarked"_s), start));
    const auto letters = [&] {
        QString result;
        const auto all = *folders().list();
        for (const auto &one : all)
            result += one.search.section(u':', 1).front();
        return result;
    };
    const auto before = letters();

    const auto change = folders().move(idOf(folder), position, start);
    reopen();

    QCOMPARE(letters(), order);
    QCOMPARE(change->smartFolders, order != before);
    QCOMPARE(m_library->undo(start)->action,
             order == before ? Undone::Action::SmartFolderRemoved
                             : Undone::Action::SmartFolderMoved);
}

void TestSmartFolders::restoresBuiltInOnesAsTheyWere()
{
    QVERIFY(folders().rename(idOf(u"is:started"_s), u"On the train"_s, start));
    QVERIFY(folders().setUp(idOf(u"new:today"_s), {.search = u"last:2d"_s}, start));
    for (const auto &gone : {u"last:2d"_s, u"is:opened"_s})
        QVERIFY(folders().remove(idOf(gone), start));
    QCOMPARE(folders().removedBuiltIns()->size(), 2);

    const auto change = folders().restoreBuiltIns(start);

    QVERIFY(change->smartFolders);
    QCOMPARE(lines(),
             (QStringList{u"|new:today|"_s, u"|is:unread|"_s, u"|is:bookmarked|"_s,
                          u"On the train|is:started|"_s, u"|is:opened|"_s}));
    QVERIFY(folders().restoreBuiltIns(start)->isEmpty());
}

void TestSmartFolders::undoesEveryChange_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<Undone::Action>("action");
    QTest::addColumn<QString>("title");

    QTest::newRow("add") << 0 << Undone::Action::SmartFolderAdded << u"Ships"_s;
    QTest::newRow("rename") << 1 << Undone::Action::SmartFolderRenamed << u"Water"_s;
    QTest::newRow("set up") << 2 << Undone::Action::SmartFolderSetUp << u"Tides"_s;
    QTest::newRow("move") << 3 << Undone::Action::SmartFolderMoved << u"Tides"_s;
    QTest::newRow("remove") << 4 << Undone::Action::SmartFolderRemoved << u"Tides"_s;
    QTest::newRow("restore") << 5 << Undone::Action::SmartFoldersRestored << QString();
}

void TestSmartFolders::undoesEveryChange()
{
    QFETCH(int, change);
    const auto own = folders().add(u"Tides"_s, u"tide"_s, {}, start)->id;
    QVERIFY(folders().remove(idOf(u"is:opened"_s), start));
    const auto before = lines();

    switch (change) {
    case 0:
        QVERIFY(folders().add(u"Ships"_s, u"ship"_s, {}, start));
        break;
    case 1:
        QVERIFY(folders().rename(own, u"Water"_s, start));
        break;
    case 2:
        QVERIFY(folders().setUp(own, {.search = u"tide from:Times"_s}, start));
        break;
    case 3:
        QVERIFY(folders().move(own, 0, start));
        break;
    case 4:
        QVERIFY(folders().remove(own, start));
        break;
    default:
        QVERIFY(folders().restoreBuiltIns(start));
        break;
    }
    const auto after = lines();
    QVERIFY(after != before);
    reopen();
    const auto undone = m_library->undo(start);

    QTEST(undone->action, "action");
    QTEST(undone->title, "title");
    QCOMPARE(undone->change, (LibraryChange{.smartFolders = true}));
    QCOMPARE(lines(), before);
    reopen();
    const auto redone = m_library->redo(start);
    QTEST(redone->action, "action");
    QCOMPARE(lines(), after);
}

void TestSmartFolders::changesNothingTwice()
{
    const auto unread = idOf(u"is:unread"_s);
    QVERIFY(!folders().rename(unread, u"Inbox"_s, start)->isEmpty());

    QVERIFY(folders().rename(unread, u"Inbox"_s, start)->isEmpty());
    QVERIFY(folders().setUp(unread, {.title = u"Inbox"_s}, start)->isEmpty());

    QCOMPARE(m_library->undo(start)->action, Undone::Action::SmartFolderRenamed);
    QCOMPARE(m_library->undo(start)->action, Undone::Action::None);
}

void TestSmartFolders::answersForFoldersThatAreNotThere()
{
    const auto gone = idOf(u"is:unread"_s);
    QVERIFY(folders().remove(gone, start));

    for (const auto id : {gone, SmartFolderId(99)}) {
        QCOMPARE(folders().rename(id, u"x"_s, start).error().kind, Error::Kind::NotFound);
        QCOMPARE(folders().setUp(id, {}, start).error().kind, Error::Kind::NotFound);
        QCOMPARE(folders().move(id, 0, start).error().kind, Error::Kind::NotFound);
        QCOMPARE(folders().remove(id, start).error().kind, Error::Kind::NotFound);
    }
}

void TestSmartFolders::continuesWhatWasReadInPart_data()
{
    QTest::addColumn<QList<double>>("stops");
    QTest::addColumn<bool>("started");
    QTest::addColumn<int>("turns"); // How often it became one to continue, or one no longer.

    QTest::newRow("hardly begun") << QList{0.02} << false << 0;
    QTest::newRow("in the middle") << QList{0.5} << true << 1;
    QTest::newRow("further and further") << QList{0.1, 0.4, 0.9} << true << 1;
    QTest::newRow("finished") << QList{0.5, 0.98} << false << 2;
    QTest::newRow("finished, and looked back") << QList{0.5, 1.0, 0.73} << false << 2;
    QTest::newRow("back at its top") << QList{0.5, 0.0} << false << 2;
    QTest::newRow("finished, and looked at its beginning") << QList{0.5, 1.0, 0.2} << false << 2;
}

void TestSmartFolders::continuesWhatWasReadInPart()
{
    QFETCH(QList<double>, stops);
    QFETCH(bool, started);
    const auto id = opened(u"Ferries"_s);
    int turns = 0;

    for (const auto fraction : std::as_const(stops))
        turns += int(stopAt(id, fraction, 10));
    reopen();

    QCOMPARE(listed(StoryQuery::Scope::Started),
             started ? QStringList{u"Ferries"_s} : QStringList());
    QTEST(turns, "turns");
}

void TestSmartFolders::unreadIsNotStarted()
{
    const auto id = opened(u"Ferries"_s);
    const QStringList ferries{u"Ferries"_s};
    QVERIFY(stopAt(id, 0.5, 10));

    QVERIFY(m_library->setRead({id}, false, start));
    QCOMPARE(listed(StoryQuery::Scope::Started), QStringList());
    QVERIFY(m_library->undo(start));
    QCOMPARE(listed(StoryQuery::Scope::Started), ferries);
    QVERIFY(m_library->redo(start));
    QCOMPARE(listed(StoryQuery::Scope::Started), QStringList());
    // Not before it counts as read.
    QVERIFY(!stopAt(id, 0.6, 11));
    QCOMPARE(listed(StoryQuery::Scope::Started), QStringList());
    QVERIFY(m_library->setOpened(id, minute(12)));
    QCOMPARE(listed(StoryQuery::Scope::Started), ferries);
    QVERIFY(m_library->remove({id}, start));
    QCOMPARE(listed(StoryQuery::Scope::Started), QStringList());
    QVERIFY(m_library->undo(start));
    QCOMPARE(listed(StoryQuery::Scope::Started), ferries);
}

void TestSmartFolders::listsWhatWasReadLastFirst()
{
    const auto ferries = opened(u"Ferries"_s);
    const auto tides = opened(u"Tides"_s);
    QVERIFY(stopAt(ferries, 0.5, 10));
    QVERIFY(stopAt(tides, 0.5, 11));
    QCOMPARE(listed(StoryQuery::Scope::Started), (QStringList{u"Tides"_s, u"Ferries"_s}));

    QVERIFY(!stopAt(ferries, 0.6, 12));

    QCOMPARE(listed(StoryQuery::Scope::Started), (QStringList{u"Ferries"_s, u"Tides"_s}));
}

QTEST_GUILESS_MAIN(TestSmartFolders)
#include "tst_smartfolders.moc"
