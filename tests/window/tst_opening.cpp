#include "window/desk.h"

// From a file to a story that can be acted upon.
class TestOpening : public QObject
{
    Q_OBJECT

private slots:
    void aStoryInTheLibraryHasItsCommands();
    void whatIsChosenMeanwhileStays();
};

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

QTEST_MAIN(TestOpening)
#include "tst_opening.moc"
