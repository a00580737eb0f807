#include "articles/emptypage.h"
#include "articles/searchfield.h"
#include "care/libraryfiles.h"
#include "desk.h"
#include "library/database.h"
#include "reading/readingpane.h"
#include "shell/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// What is said and offered where there are no stories.
class TestEmptyPlaces : public QObject
{
    Q_OBJECT

private slots:
    // The light view tells what stands in the pane.
    void initTestCase() { qputenv("QTWEBENGINEPROCESS_PATH", "/nowhere"); }
    void leadsElsewhere();
    void clearsASearch();
    void showsNothingBeforeItIsKnown();
    void leavesTheWordToTheList();
    void saysWhenTheLibraryCannotBeRead();
};

namespace {

EmptyPage *emptyPage(const Desk &desk)
{
    return desk.window->findChild<EmptyPage *>();
}

QPushButton *button(const Desk &desk)
{
    const auto buttons = emptyPage(desk)->findChildren<QPushButton *>();
    for (auto *one : buttons) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

} // namespace

void TestEmptyPlaces::leadsElsewhere()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);

    desk.window->list().show({.scope = Scope::Bookmarks});

    QTRY_VERIFY(emptyPage(desk)->isVisible());
    QVERIFY(!emptyPage(desk)->findChildren<QLabel *>().first()->pixmap().isNull());
    QVERIFY(button(desk));
    QCOMPARE(button(desk)->text(), u"Show all stories"_s);
    button(desk)->click();
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QCOMPARE(desk.window->list().query().scope, Scope::All);
    QVERIFY(!emptyPage(desk)->isVisible());
}

void TestEmptyPlaces::clearsASearch()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);

    desk.window->list().searchField().setText(u"zebra"_s);

    QTRY_VERIFY(emptyPage(desk)->isVisible());
    QVERIFY(button(desk));
    QCOMPARE(button(desk)->text(), u"Clear the search"_s);
    button(desk)->click();
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QCOMPARE(desk.window->list().searchField().text(), QString());
}

// A place that is still read is no empty place.
void TestEmptyPlaces::showsNothingBeforeItIsKnown()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);

    desk.window->list().show({.scope = Scope::Bookmarks});
    QVERIFY(!emptyPage(desk)->isVisible());
    desk.window->list().show({});
    QVERIFY(!emptyPage(desk)->isVisible());
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QVERIFY(!emptyPage(desk)->isVisible());
}

// What is empty says so once; the pane beside it invites nobody to choose from nothing.
void TestEmptyPlaces::leavesTheWordToTheList()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    const auto said
        = [&] { return desk.window->pane().findChild<QTextBrowser *>()->toPlainText(); };
    desk.window->list().clearSelection();
    desk.window->flow().clear();
    desk.window->flow().invite();
    QTRY_VERIFY(said().contains(u"No story chosen"_s));

    desk.window->list().show({.scope = Scope::Bookmarks});
    QTRY_VERIFY(emptyPage(desk)->isVisible());
    QTRY_COMPARE(said().trimmed(), QString());

    desk.window->list().show({});
    QTRY_VERIFY(said().contains(u"No story chosen"_s));
}

// Of a library that a newer version has changed nothing is known; least of all that it is empty.
void TestEmptyPlaces::saysWhenTheLibraryCannotBeRead()
{
    Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    desk.window->close();
    desk.window.reset();
    desk.library.reset();
    {
        Database database(libraryfiles::fileIn(desk.folder.path()), Database::Access::ReadWrite);
        database.execute("PRAGMA user_version = 999");
    }

    desk.start();

    QTRY_VERIFY(emptyPage(desk)->isVisible());
    QVERIFY(
        emptyPage(desk)->findChildren<QLabel *>().at(1)->text().contains(u"cannot be listed"_s));
    QVERIFY(!button(desk));
    // Also after the story that was read cannot be shown.
    QTest::qWait(300);
    QVERIFY2(desk.window->banner().text().contains(u"newer version"_s),
             qPrintable(desk.window->banner().text()));
}

QTEST_MAIN(TestEmptyPlaces)
#include "tst_emptyplaces.moc"
