#include "desk/readingdesk.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "window/desk.h"
#include "window/welcomepage.h"

#include <QApplication>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

// What is to be seen while a file is read.
class TestOpeningPage : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatIsBeingOpened();
    void saysNothingOfQuickFiles();
    void invitesNobodyMeanwhile();
    void goesBackWhereNothingCame();
    void leavesTheStoryThatIsRead();
    void leavesWhatIsShownWhereAFileIsMissing_data();
    void leavesWhatIsShownWhereAFileIsMissing();
};

namespace {

// Long enough to be waited for.
QString bigFile(const Desk &desk)
{
    QString html
        = u"<html><head><title>A long way home</title></head><body><article><h1>A long way home</h1>"_s;
    for (int number = 0; number < 24'000; ++number)
        html
            += u"<p>Paragraph %1 of the long way home, in which the road goes on through hills and "
               "past houses, and nobody is in a hurry to have it end, least of all the driver.</p>"_s
                   .arg(number);
    return support::writeFile(desk.files.path(), u"long way.html"_s,
                              (html + u"</article></body></html>"_s).toUtf8());
}

QString shown(const Desk &desk)
{
    const auto *browser = desk.window->pane().findChild<QTextBrowser *>();
    return browser ? browser->toPlainText() : QString();
}

bool isWelcoming(const Desk &desk)
{
    const auto *welcome = desk.window->findChild<WelcomePage *>();
    return welcome && welcome->isVisible();
}

// What is read before the event loop has gone round again is not seen by anybody.
struct Watched
{
    bool opening = false;
    bool welcome = false;
};

Watched watchUntilRead(const Desk &desk, const QString &title)
{
    Watched seen;
    const auto isThere = QTest::qWaitFor(
        [&] {
            seen.opening = seen.opening || shown(desk).contains(u"Opening…"_s);
            seen.welcome = seen.welcome || isWelcoming(desk);
            return desk.title() == title;
        },
        60'000);
    if (!isThere)
        qWarning("the story does not come");
    return seen;
}

} // namespace

void TestOpeningPage::saysWhatIsBeingOpened()
{
    const Desk desk;
    QTRY_VERIFY(isWelcoming(desk));

    desk.window->open({bigFile(desk)});

    QTRY_VERIFY(shown(desk).contains(u"Opening…"_s));
    QVERIFY(shown(desk).contains(u"long way.html"_s));
    QVERIFY(!isWelcoming(desk));
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), u"A long way home"_s, 60'000);
}

void TestOpeningPage::saysNothingOfQuickFiles()
{
    const Desk desk;
    QTRY_VERIFY(isWelcoming(desk));

    desk.window->open({desk.file(1)});

    QVERIFY(!watchUntilRead(desk, u"Harbour Story Number 1"_s).opening);
}

// Whoever starts the program with a file has no use for the welcome, nor for the word that nothing
// is chosen.
void TestOpeningPage::invitesNobodyMeanwhile()
{
    Desk desk;
    const auto file = bigFile(desk);
    desk.window.reset();
    desk.library = std::make_unique<SharedLibrary>(desk.folder.path());
    desk.window = std::make_unique<MainWindow>(
        *desk.library, *desk.theme, Places::inside(desk.folder.path()), QStringList{file});
    desk.window->show();

    QVERIFY(!watchUntilRead(desk, u"A long way home"_s).welcome);
}

void TestOpeningPage::goesBackWhereNothingCame()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    desk.window->list().clearSelection();
    desk.window->flow().clear();

    QVERIFY(desk.open({desk.files.filePath(u"not there.html"_s)}));

    QTRY_VERIFY(!shown(desk).contains(u"Opening…"_s));
}

void TestOpeningPage::leavesTheStoryThatIsRead()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    const auto before = desk.title();

    desk.window->open({bigFile(desk)});

    QTest::qWait(200);
    QVERIFY(desk.title() == before || desk.title() == u"A long way home"_s);
    QVERIFY(!watchUntilRead(desk, u"A long way home"_s).opening);
}

void TestOpeningPage::leavesWhatIsShownWhereAFileIsMissing_data()
{
    QTest::addColumn<bool>("front");

    QTest::newRow("the front page") << true;
    QTest::newRow("a story") << false;
}

void TestOpeningPage::leavesWhatIsShownWhereAFileIsMissing()
{
    QFETCH(bool, front);
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    if (front)
        desk.trigger(Command::FrontPage);
    QTRY_COMPARE(desk.window->reading().front().isOpen() && desk.window->flow().empty(), front);
    QTRY_VERIFY(shown(desk).contains(u"Harbour Story Number 1"_s) || front);
    QTest::qWait(100);
    const auto before = shown(desk);

    QVERIFY(desk.open({desk.files.filePath(u"not there.html"_s)}));

    QTest::qWait(100);
    QCOMPARE(shown(desk), before);
    QCOMPARE(desk.window->reading().front().isOpen(), front);
    const auto &banner = desk.window->banner();
    QVERIFY(banner.text().startsWith(u"“not there.html” could not be opened."_s));
    // What can be done about it is one click away.
    const auto *button = banner.findChild<QPushButton *>();
    QCOMPARE(button->isVisible() ? button->text() : QString(), u"Look for it…"_s);
}

int main(int argc, char **argv)
{
    // The light view tells what stands in the pane.
    qputenv("QTWEBENGINEPROCESS_PATH", "/nowhere");
    webengine::prepare();
    QApplication application(argc, argv);
    TestOpeningPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_openingpage.moc"
