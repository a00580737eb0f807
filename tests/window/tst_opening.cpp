#include "window/desk.h"

#include <QListView>
#include <QScrollBar>

using namespace Qt::StringLiterals;

// From a file to a story that can be acted upon.
class TestOpening : public QObject
{
    Q_OBJECT

private slots:
    void aStoryInTheLibraryHasItsCommands();
    void whatIsChosenMeanwhileStays();
    void whatIsReadIsSeenInTheList();
    void openedFilesLieOnTheWayBack();
    void theWayBackLeadsThroughTheList();
};

namespace {

bool opens(const Desk &desk, int number)
{
    const auto title = u"Harbour Story Number %1"_s.arg(number);
    return desk.open({desk.file(number)}) && QTest::qWaitFor([&] {
               return desk.title() == title && desk.window->flow().id() != ArticleId::None;
           });
}

bool goesTo(const Desk &desk, Command way, int number)
{
    const auto title = u"Harbour Story Number %1"_s.arg(number);
    desk.trigger(way);
    return QTest::qWaitFor([&] { return desk.title() == title; });
}

} // namespace

void TestOpening::aStoryInTheLibraryHasItsCommands()
{
    const Desk desk;
    auto enabled = false;
    auto title = QString();
    connect(&desk.window->files(), &OpenFlow::firstStored, this, [&] {
        enabled = desk.window->actions()[Command::Versions]->isEnabled();
        title = desk.window->flow().headline().title;
    });

    QVERIFY(desk.open({desk.file(1)}));

    QTRY_VERIFY(desk.window->flow().id() != ArticleId::None);
    QVERIFY(enabled);
    QCOMPARE(title, desk.title());
}

void TestOpening::whatIsChosenMeanwhileStays()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    const auto chosen = desk.window->flow().id();
    const auto title = desk.title();
    QVERIFY(desk.open({desk.file(2)}));
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QVERIFY(desk.window->flow().id() != chosen);
    // While the third is on its way to the library, somebody reads the first again.
    connect(&desk.window->files(), &OpenFlow::firstRead, this,
            [&] { desk.window->flow().show(chosen); });

    QVERIFY(desk.open({desk.file(3)}));

    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QTRY_COMPARE(desk.title(), title);
    QCOMPARE(desk.window->flow().id(), chosen);
    QCOMPARE(desk.window->flow().headline().title, title);
}

// However many come in with it.
void TestOpening::whatIsReadIsSeenInTheList()
{
    const Desk desk;

    QVERIFY(desk.open(desk.makeFiles(30)));

    QTRY_COMPARE(desk.rows().rowCount(), 30);
    auto &view = desk.window->list().view();
    QTRY_COMPARE(desk.window->list().current(), desk.window->flow().id());
    const auto row = view.visualRect(view.currentIndex());
    QVERIFY(view.viewport()->rect().contains(row));
    // It is not a matter of all having room.
    QVERIFY(view.verticalScrollBar()->maximum() > 0);
}

void TestOpening::openedFilesLieOnTheWayBack()
{
    const Desk desk;
    for (const auto number : {1, 2, 3})
        QVERIFY(opens(desk, number));

    QVERIFY(goesTo(desk, Command::GoBack, 2));
    QTRY_COMPARE(desk.window->list().selected(), QList{desk.window->flow().id()});
    QVERIFY(goesTo(desk, Command::GoBack, 1));
    QTRY_VERIFY(!desk.window->actions()[Command::GoBack]->isEnabled());
    QVERIFY(goesTo(desk, Command::GoForward, 2));
    QVERIFY(goesTo(desk, Command::GoForward, 3));
    QVERIFY(!desk.window->actions()[Command::GoForward]->isEnabled());
}

// Where what is opened is not listed, another place is.
void TestOpening::theWayBackLeadsThroughTheList()
{
    const Desk desk;
    auto &list = desk.window->list();
    QVERIFY(opens(desk, 1));
    const auto first = desk.window->flow().id();
    QVERIFY(opens(desk, 2));
    desk.library->write([first](Library &library) {
        return library.setBookmarked({first}, true, QDateTime::currentDateTimeUtc());
    });
    list.show({.scope = StoryQuery::Scope::Bookmarks});
    QTRY_VERIFY(desk.rows().answered() && desk.rows().rowCount() == 1);
    QSignalSpy settled(&desk.window->flow(), &StoryFlow::settled);
    list.select(first);
    QVERIFY(settled.wait());

    for (const auto number : {3, 4})
        QVERIFY(opens(desk, number));

    QVERIFY(goesTo(desk, Command::GoBack, 3));
    QCOMPARE(list.query().scope, StoryQuery::Scope::RecentlyOpened);
    QTRY_COMPARE(list.selected(), QList{desk.window->flow().id()});
    QVERIFY(goesTo(desk, Command::GoBack, 1));
    QCOMPARE(list.query().scope, StoryQuery::Scope::Bookmarks);
    QTRY_COMPARE(list.selected(), QList{first});
}

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
