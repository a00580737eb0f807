#include "dialogs/readingrules.h"
#include "page/leftout.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "support/stallwatch.h"
#include "tasks/dissectfile.h"
#include "window/leftoutdesk.h"
#include "words/leftoutwords.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTcpServer>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

// Looking at what was left out of a story, and making rules of it, through the window.
class TestLeftOut : public QObject
{
    Q_OBJECT

private slots:
    void hasWordsForEveryReason();
    void makesARuleAndTakesItBack();
    void takesChoicesBackUnderTheStory();
    void takesNoStoryOutOfTheLibrary();
    void saysWhenARuleLeavesNothing();
    void keepsTheRuleOverARestart();
    void goesBackToTheStory();
    void leavesForAnotherStory();
    void saysWhenThereIsNoPage_data();
    void saysWhenThereIsNoPage();
    void saysWhenTheRuleCannotBeWritten();
    void followsNoLinkOfAHostilePage();
#ifdef BROADSHEET_WEBENGINE
    void staysAwakeOnLongPages();
#endif
    void editsTheRules();
    void writesOverOthersEditsOnlyWhenToldTwice();
};

void TestLeftOut::hasWordsForEveryReason()
{
    using extraction::Left;
    for (auto left = int(Left::Hidden); left <= int(Left::Rule); ++left)
        QVERIFY2(!leftoutwords::reason(Left(left)).isEmpty(), qPrintable(QString::number(left)));
}

void TestLeftOut::makesARuleAndTakesItBack()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.trigger(Command::Bookmark);
    QTRY_VERIFY(desk.rows().headline(0).bookmarked());
    QVERIFY(!desk.storyHas(u"High water"_s));

    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));

    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    QVERIFY(desk.rules().endsWith(u"[coast.example]\nkeep aside.tide-table\n"_s));
    QVERIFY(desk.shows(u"Kept by your rule"_s));
    QTRY_COMPARE(desk.window->banner().text(),
                 u"Parts like this one will be kept on coast.example"_s);
    QTRY_VERIFY(desk.storedText().contains(u"High water"_s));
    QVERIFY(desk.rows().headline(0).bookmarked() && desk.rows().headline(0).read);
    QCOMPARE(desk.rows().rowCount(), 1);

    desk.trigger(Command::Undo);

    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    QVERIFY(!desk.rules().contains(u"keep aside"_s + u".tide"_s));
    QTRY_VERIFY(!desk.storedText().contains(u"High water"_s));
    QVERIFY(desk.rows().headline(0).bookmarked());
    QVERIFY(desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOut::takesChoicesBackUnderTheStory()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    desk.click(desk.linkOf(u"High water"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
    desk.trigger(Command::Back);
    QVERIFY(desk.shows(u"High water"_s));

    desk.trigger(Command::Undo);

    QTRY_VERIFY(!desk.rules().contains(u"keep aside"_s));
    QTRY_VERIFY(!desk.storyHas(u"High water"_s));
    QTRY_VERIFY(!desk.text().contains(u"High water"_s));
    QCOMPARE(desk.rows().rowCount(), 1);
    QVERIFY(!desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOut::takesNoStoryOutOfTheLibrary()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));

    desk.trigger(Command::Undo);

    QTRY_VERIFY(desk.window->banner().text().contains(u"Nothing more to take back"_s));
    QCOMPARE(desk.rows().rowCount(), 1);
    QVERIFY(desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOut::saysWhenARuleLeavesNothing()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage(1, {}))));

    desk.click(desk.linkOf(u"ferry number 1"_s, u"drop"_s));

    QTRY_VERIFY(desk.window->banner().text().contains(u"nothing is left of the story"_s));
    QVERIFY(desk.rules().contains(u"drop div"_s));
    QVERIFY(desk.storedText().contains(u"number 1"_s));
    desk.trigger(Command::Undo);
    QTRY_VERIFY(!desk.rules().contains(u"drop div"_s));
    QVERIFY(desk.storyHas(u"number 1"_s));
}

void TestLeftOut::keepsTheRuleOverARestart()
{
    Reader desk;
    const auto file = desk.write(u"boat.html"_s, boatPage());
    QVERIFY(desk.look(file));
    desk.click(desk.linkOf(u"ferry number 2"_s, u"drop"_s));
    QTRY_VERIFY(!desk.storyHas(u"number 2"_s));
    QVERIFY(desk.storyHas(u"number 1"_s) && desk.storyHas(u"number 3"_s));

    desk.start();
    QVERIFY(desk.open(QStringList{file}));
    QTRY_VERIFY(desk.storyHas(u"number 1"_s));
    QVERIFY(!desk.storyHas(u"number 2"_s));
    QVERIFY(desk.settled());
    desk.trigger(Command::LeftOut);
    QVERIFY(desk.shows(u"What was left out"_s));

    // The block is where it was, and takes its rule back.
    desk.click(desk.linkOf(u"ferry number 2"_s, u"keep"_s));
    QTRY_VERIFY(desk.storyHas(u"number 2"_s));
    QVERIFY(!desk.rules().contains(u"drop div"_s));
}

void TestLeftOut::goesBackToTheStory()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    auto *action = desk.window->actions()[Command::LeftOut];
    QVERIFY(action->isChecked());

    desk.trigger(Command::Back);

    QVERIFY(!action->isChecked());
    QTRY_VERIFY(!desk.text().contains(u"High water"_s));
    QSignalSpy painted(desk.window.get(), &MainWindow::storyPainted);
    desk.trigger(Command::LeftOut);
    QTRY_VERIFY(!painted.isEmpty());
    desk.trigger(Command::LeftOut);
    QVERIFY(!action->isChecked());
    // Undo is about the library again.
    desk.trigger(Command::Undo);
    QVERIFY(desk.rules().isEmpty());
}

void TestLeftOut::leavesForAnotherStory()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    const auto link = desk.linkOf(u"High water"_s, u"keep"_s);

    QVERIFY(desk.open(QStringList{desk.file(7)}));

    QTRY_COMPARE(desk.title(), u"Harbour Story Number 7"_s);
    QVERIFY(!desk.window->actions()[Command::LeftOut]->isChecked());
    desk.click(link);
    QTest::qWait(100); // Nothing is to come: there is no signal for that.
    QVERIFY(desk.rules().isEmpty());
}

void TestLeftOut::saysWhenThereIsNoPage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("gone");
    QTest::addColumn<QString>("words");

    QTest::newRow("gone") << u"boat.html"_s << boatPage() << true << u"not there any more"_s;
    QTest::newRow("no page around it")
        << u"a.txt"_s << support::storyText(1) << false << u"no page around it"_s;
    QTest::newRow("nothing left out")
        << u"all.html"_s
        << QByteArray("<html><link rel=\"canonical\" href=\"https://coast.example/all\"><p>The "
                      "ferry left the pier an hour late that day, and nobody had counted.</p>")
        << false << u"Nothing was left out"_s;
}

void TestLeftOut::saysWhenThereIsNoPage()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, gone);
    QFETCH(QString, words);
    Reader desk;
    const auto file = desk.write(name, bytes);
    QVERIFY(desk.open(QStringList{file}));
    QVERIFY(desk.settled());
    if (gone)
        QVERIFY(QFile::remove(file));

    desk.trigger(Command::LeftOut);

    QVERIFY2(desk.shows(words), qPrintable(desk.text()));
    QVERIFY(!desk.window->flow().empty());
    desk.trigger(Command::LeftOut);
    QVERIFY(!desk.window->actions()[Command::LeftOut]->isChecked());
}

void TestLeftOut::saysWhenTheRuleCannotBeWritten()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    QVERIFY(QDir(desk.folder.path()).mkpath(u"reading-rules.txt"_s));

    desk.click(u"broadsheet:left-out/keep/5"_s);

    QTRY_VERIFY2(desk.window->banner().text().contains(u"reading-rules.txt"_s),
                 qPrintable(desk.window->banner().text()));
    QVERIFY(!desk.storyHas(u"High water"_s));
    QVERIFY(desk.window->actions()[Command::LeftOut]->isChecked());
}

// A page can neither run anything here, nor ask for anything, nor look like one of our links.
void TestLeftOut::followsNoLinkOfAHostilePage()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        ++connections;
        delete server.nextPendingConnection();
    });
    const auto at = "http://127.0.0.1:" + QByteArray::number(server.serverPort());
    const auto hostile = "<aside class=\"x\"><p><a href=\"broadsheet:left-out/drop/3\">take</a> "
                         "<a class=\"deed\" href=\" broadsheet:left-out/keep/3\">me</a> "
                         "<a href=\"broadsheet:reading-rules\">x</a><img src=\""
        + at + "/i.png\"><script>fetch('" + at + "/f')</script><b onclick=\"fetch('" + at
        + "/c')\">b</b></p><div data-part=\"1\" class=\"part left\" style=\"background:url(" + at
        + "/b)\">y</div><iframe src=\"" + at + "/fr\"></iframe></aside>";
    Reader desk;
    const auto file = desk.write(u"boat.html"_s, boatPage(3, hostile));
    QVERIFY(desk.look(file));
    const auto dissected = tasks::dissectFile(desk.window->flow().article(), {});
    QVERIFY(dissected);

    const auto html = page::leftOut(dissected->dissection.article, {},
                                    leftoutwords::view(dissected->dissection));

    QVERIFY(html.contains(u"take"_s) && html.contains(u">y"_s));
    QVERIFY(!html.contains(u"onclick"_s) && !html.contains(u"fetch"_s)
            && !html.contains(u"<iframe"_s) && !html.contains(u"style="_s)
            && !html.contains(u"<img"_s));
    QVERIFY(!html.contains(u"left-out/drop/3\">take"_s));
    // Ours, and only they: one for each thing that can be decided, one for the rules.
    qsizetype ours = 1;
    const auto view = leftoutwords::view(dissected->dissection);
    for (const auto &part : view.parts) {
        const auto single = part.blocks.size() == 1;
        ours += part.address.isEmpty() ? 0 : 1;
        for (const auto &block : part.blocks)
            ours += single || block.address.isEmpty() ? 0 : 1;
    }
    QCOMPARE(html.count(u"href=\"broadsheet:"_s), ours);
    QCOMPARE(html.count(u"data-part=\"1\""_s), 0);
    QTest::qWait(500); // Nothing is to come: there is no signal for that.
    QCOMPARE(connections, 0);
}

#ifdef BROADSHEET_WEBENGINE
void TestLeftOut::staysAwakeOnLongPages()
{
    Reader desk;
    const auto file = desk.write(u"long.html"_s, boatPage(18'000));
    QVERIFY(desk.open(QStringList{file}));
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->flow().id() != ArticleId::None, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->pane().webViewInCharge(), 60'000);
    const support::StallWatch watch(16);
    QSignalSpy painted(desk.window.get(), &MainWindow::storyPainted);

    desk.trigger(Command::LeftOut);

    QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty(), 60'000);
    qInfo("a page of 2 MB: %d stalls over 16 ms, the longest %.1f ms by the thread's own time",
          watch.busyStalls(), watch.longestBusy());
    QVERIFY2(watch.longestBusy() < 250, "the window does not answer");
}
#endif

void TestLeftOut::editsTheRules()
{
    Reader desk;
    QVERIFY(desk.look(desk.write(u"boat.html"_s, boatPage())));
    const auto other = desk.write(u"theirs.txt"_s,
                                  "[coast.example]\nkeep aside.tide-table\n[x.example]\ndrop p\n");
    desk.trigger(Command::ReadingRules);
    auto *dialog = desk.window->findChild<ReadingRules *>();
    QVERIFY(dialog);
    auto *text = dialog->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isEnabled());

    text->setPlainText(u"[coast.example]\nhide aside\n"_s);
    const auto tells = [&](const QString &words) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QTRY_VERIFY(tells(u"Line 2"_s));
    dialog->importFrom(other);
    QTRY_VERIFY(text->toPlainText().contains(u"keep aside.tide-table"_s));
    dialog->exportTo(desk.files.filePath(u"mine.txt"_s));
    QTRY_VERIFY(QFile::exists(desk.files.filePath(u"mine.txt"_s)));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save),
                      Qt::LeftButton);

    QTRY_VERIFY(desk.rules().contains(u"hide aside"_s));
    QVERIFY(desk.rules().contains(u"drop p"_s));
    // What is shown follows.
    QTRY_VERIFY(desk.storyHas(u"High water"_s));
}

void TestLeftOut::writesOverOthersEditsOnlyWhenToldTwice()
{
    const Reader desk;
    desk.trigger(Command::ReadingRules);
    auto *dialog = desk.window->findChild<ReadingRules *>();
    auto *text = dialog->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isEnabled());
    auto *save = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    support::writeFile(desk.folder.path(), u"reading-rules.txt"_s, "# theirs\n");
    text->setPlainText(u"# mine\n"_s);

    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(save->isEnabled());
    QTest::qWait(100); // The file is read once more.
    QCOMPARE(desk.rules(), u"# theirs\n"_s);
    QTest::mouseClick(save, Qt::LeftButton);

    QTRY_COMPARE(desk.rules(), u"# mine\n"_s);
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestLeftOut test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leftout.moc"
