#include "articles/searchadvice.h"
#include "articles/searchfield.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/findbar.h"
#include "shell/matchbar.h"
#include "window/desk.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

// From the search field to the words in the story, and back.
class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void leadsThroughTheWordsOfAStory();
    void showsOneBarAtATime();
    void findsInNothingButAStory();
    void endsTheMarksWithTheSearch();
    void closesTheBarWithEscInTheStory();
    void keepsSearchesWithTheWindow();
    void goesToTheWholeLibrary();

private:
    // A window with three stories, one of them found and opened.
    static void find(Desk &desk, const QString &words);
};

namespace {

QString barOf(const Desk &desk)
{
    const auto *bar = desk.window->findChild<MatchBar *>();
    return bar->isVisible() ? bar->findChild<QLabel *>()->text() : QString();
}

SearchField &fieldOf(const Desk &desk)
{
    return desk.window->list().searchField();
}

} // namespace

void TestSearch::find(Desk &desk, const QString &words)
{
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    desk.trigger(Command::Search);
    QTest::keyClicks(&fieldOf(desk), words);
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QTest::keyClick(&fieldOf(desk), Qt::Key_Return);
    QTRY_VERIFY(desk.title().endsWith(u'2'));
}

void TestSearch::leadsThroughTheWordsOfAStory()
{
    Desk desk;
    find(desk, u"hall \"number 2\""_s);
    auto &pane = desk.window->pane();
    QTRY_VERIFY(pane.hits() > 1);
    QTRY_COMPARE(barOf(desk), u"Match 1 of %1"_s.arg(pane.hits()));

    desk.trigger(Command::FindNext);
    QCOMPARE(barOf(desk), u"Match 2 of %1"_s.arg(pane.hits()));
    desk.trigger(Command::FindPrevious);
    desk.trigger(Command::FindPrevious);
    QCOMPARE(pane.hit(), pane.hits());
    desk.window->findChild<MatchBar *>()->findChildren<QToolButton *>().at(1)->click();

    QCOMPARE(pane.hit(), 1);
}

void TestSearch::showsOneBarAtATime()
{
    Desk desk;
    find(desk, u"hall \"number 2\""_s);
    QTRY_VERIFY(!barOf(desk).isEmpty());

    desk.trigger(Command::Find);
    QCOMPARE(barOf(desk), QString());
    desk.trigger(Command::Back);

    QVERIFY(!barOf(desk).isEmpty());
}

// Keys that nobody sees would go to a bar behind the words of welcome.
void TestSearch::findsInNothingButAStory()
{
    const Desk desk;
    const auto *bar = desk.window->findChild<FindBar *>();
    QTRY_VERIFY(desk.rows().answered());

    desk.trigger(Command::Find);

    QVERIFY(bar->isHidden());
    QVERIFY(!bar->isAncestorOf(desk.window->focusWidget()));
    QCOMPARE(desk.window->banner().text(), u"Choose a story to look through first."_s);
    QVERIFY(desk.open({desk.file(1)}));
    desk.trigger(Command::Find);
    QVERIFY(bar->isVisible());
}

void TestSearch::endsTheMarksWithTheSearch()
{
    Desk desk;
    find(desk, u"hall \"number 2\""_s);
    QTRY_VERIFY(desk.window->pane().hits() > 0);

    QVERIFY(desk.window->list().clearSearch());

    QTRY_COMPARE(desk.window->pane().hits(), 0);
    QCOMPARE(barOf(desk), QString());
    QVERIFY(desk.title().endsWith(u'2')); // The story stays.
}

void TestSearch::closesTheBarWithEscInTheStory()
{
    Desk desk;
    find(desk, u"hall \"number 2\""_s);
    QTRY_VERIFY(!barOf(desk).isEmpty());

    desk.window->pane().setFocus();
    desk.trigger(Command::Back);

    QCOMPARE(barOf(desk), QString());
    QVERIFY(!fieldOf(desk).text().isEmpty());
    desk.trigger(Command::Back);
    QVERIFY(fieldOf(desk).text().isEmpty());
}

void TestSearch::keepsSearchesWithTheWindow()
{
    Desk desk;
    find(desk, u"hall \"number 2\""_s);
    QCOMPARE(fieldOf(desk).recent(), QStringList{u"hall \"number 2\""_s});

    desk.start();

    QCOMPARE(fieldOf(desk).recent(), QStringList{u"hall \"number 2\""_s});
    fieldOf(desk).setRecent({});
    emit fieldOf(desk).recentChanged();
    desk.start();
    QVERIFY(fieldOf(desk).recent().isEmpty());
}

void TestSearch::goesToTheWholeLibrary()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    const StoryQuery place{.scope = StoryQuery::Scope::Bookmarks, .words = u"hall"_s};
    QTRY_COMPARE(desk.rows().rowCount(), 2);
    desk.window->list().show(place);
    QTRY_COMPARE(desk.rows().rowCount(), 0);

    QPushButton *everywhere = nullptr;
    const auto *advice = desk.window->list().findChild<SearchAdvice *>();
    QTRY_VERIFY((everywhere = advice->findChild<QPushButton *>()));
    everywhere->click();

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QCOMPARE(fieldOf(desk).text(), u"hall"_s);
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
