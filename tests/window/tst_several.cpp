#include "dialogs/choosestories.h"
#include "dialogs/importresult.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "shell/banner.h"
#include "shell/progressline.h"
#include "sidebar/sidebar.h"
#include "support/stallwatch.h"
#include "window/desk.h"
#include "window/importflow.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

// Files that hold several stories, and folders of many.
class TestSeveral : public QObject
{
    Q_OBJECT

private slots:
    void asksWhichStoriesOfAFileAreWanted();
    void opensNothingWhenTheQuestionIsLeft();
    void opensOneStoryAtOnce();
    void findsAmongManyStories();
    void asksOnceForSeveralFiles();
    void fitsANarrowWindow();
    void staysAwakeOverThousandsOfStories();
    void importsAFolderAndTellsWhatWasWrong();
    void saysInALineThatAllCameIn();
    void takesAFolderThatIsDropped();
    void stopsAnImport();
    void staysAwakeWhileAFolderIsImported();
};

namespace {

QByteArray mail(int number)
{
    const auto n = QByteArray::number(number);
    return "From ada@coast.example Tue Mar  5 08:00:00 2024\nFrom: Ada Marsh <ada@coast.example>\n"
           "Subject: Letter "
        + n + " from the harbour\nDate: Tue, 5 Mar 2024 08:00:00 +0000\nMessage-ID: <" + n
        + "@coast.example>\n\nThe harbour council met for the " + n
        + "th time on Tuesday to hear what the winter storms had done to the north pier.\n\n"
          "Nobody in the hall expected an answer before spring, and nobody got one.\n\n";
}

QString mailbox(const Desk &desk, const QString &name, int from, int count)
{
    QByteArray mails;
    for (auto number = from; number < from + count; ++number)
        mails += mail(number);
    return support::writeFile(desk.files.path(), name, mails);
}

template<typename Dialog>
Dialog *shown(const Desk &desk)
{
    const auto found = [&] { return desk.window->findChild<Dialog *>(); };
    if (!QTest::qWaitFor([&] { return found() && found()->isVisible(); }, 10'000))
        return nullptr;
    return found();
}

QListView *listOf(const ChooseStories *question)
{
    return question->findChild<QListView *>();
}

} // namespace

void TestSeveral::asksWhichStoriesOfAFileAreWanted()
{
    const Desk desk;
    QVERIFY(desk.open({mailbox(desk, u"letters.mbox"_s, 1, 3)}));
    auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);
    auto *list = listOf(question);
    QCOMPARE(list->model()->rowCount(), 3);
    QCOMPARE(question->chosen(), (QList{0, 1, 2}));
    QVERIFY(list->model()
                ->index(0, 0)
                .data(StoryChoiceModel::DetailsRole)
                .toString()
                .contains(u"Ada Marsh"_s));

    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(question->chosen(), (QList{0, 2}));
    QTest::keyClick(list, Qt::Key_Return);

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QCOMPARE(desk.title(), u"Letter 1 from the harbour"_s);
    QTRY_VERIFY(!desk.window->findChild<ChooseStories *>());
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.rows().rowCount(), 0);
}

void TestSeveral::opensNothingWhenTheQuestionIsLeft()
{
    const Desk desk;
    QVERIFY(desk.open({mailbox(desk, u"letters.mbox"_s, 1, 3)}));
    auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);

    QTest::keyClick(listOf(question), Qt::Key_Escape);

    QTRY_VERIFY(!desk.window->findChild<ChooseStories *>());
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
}

void TestSeveral::opensOneStoryAtOnce()
{
    const Desk desk;

    QVERIFY(desk.open({mailbox(desk, u"letter.mbox"_s, 7, 1)}));

    QTRY_COMPARE(desk.title(), u"Letter 7 from the harbour"_s);
    QVERIFY(!desk.window->findChild<ChooseStories *>());
}

void TestSeveral::findsAmongManyStories()
{
    const Desk desk;
    QVERIFY(desk.open({mailbox(desk, u"few.mbox"_s, 1, 5)}));
    auto *few = shown<ChooseStories>(desk);
    QVERIFY(few);
    QVERIFY(!few->findChild<QLineEdit *>()->isVisible());
    few->reject();
    QTRY_VERIFY(!desk.window->findChild<ChooseStories *>());

    QVERIFY(desk.open({mailbox(desk, u"many.mbox"_s, 1, 30)}));
    auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);
    auto *field = question->findChild<QLineEdit *>();
    QVERIFY(field->isVisible());
    auto *all = question->findChild<QCheckBox *>();
    all->click();
    QCOMPARE(question->chosen(), QList<int>());
    QTest::keyClicks(field, u"letter 2"_s);
    QCOMPARE(listOf(question)->model()->rowCount(), 11);
    all->click();
    QCOMPARE(question->chosen().size(), 11);
    // Enter goes on to the list: more may be ticked than is shown.
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(question->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty() && question->isVisible());
    QCOMPARE(all->checkState(), Qt::PartiallyChecked);
}

void TestSeveral::asksOnceForSeveralFiles()
{
    const Desk desk;

    QVERIFY(desk.open(
        {mailbox(desk, u"a.mbox"_s, 1, 2), desk.file(1), mailbox(desk, u"b.mbox"_s, 11, 3)}));

    auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);
    QTRY_COMPARE(listOf(question)->model()->rowCount(), 5);
    QCOMPARE(desk.window->findChildren<ChooseStories *>().size(), 1);
    const auto details
        = listOf(question)->model()->index(0, 0).data(StoryChoiceModel::DetailsRole).toString();
    QVERIFY2(details.endsWith(u"a.mbox"_s), qPrintable(details));
    QCOMPARE(desk.title(), u"Harbour Story Number 1"_s);
    question->accept();
    QTRY_COMPARE(desk.rows().rowCount(), 6);
    QCOMPARE(desk.title(), u"Letter 1 from the harbour"_s);
}

void TestSeveral::fitsANarrowWindow()
{
    const Desk desk;
    desk.window->resize(500, 600);

    QVERIFY(desk.open({mailbox(desk, u"letters.mbox"_s, 1, 30)}));

    const auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);
    QVERIFY2(question->width() <= 500, qPrintable(QString::number(question->width())));
    QVERIFY(question->minimumSizeHint().width() <= 500);
}

void TestSeveral::staysAwakeOverThousandsOfStories()
{
    const Desk desk;
    constexpr auto count = 3'000;
    const auto path = mailbox(desk, u"letters.mbox"_s, 1, count);
    const support::StallWatch watch(16);

    QVERIFY(desk.open({path}));
    auto *question = shown<ChooseStories>(desk);
    QVERIFY(question);
    QCOMPARE(question->chosen().size(), count);
    QTest::keyClick(listOf(question), Qt::Key_Space);
    QTest::qWait(50);

    qInfo("%d stories to choose from: %d stalls over 16 ms by the thread's own time, the longest "
          "%.1f ms",
          count, watch.busyStalls(), watch.longestBusy());
    QVERIFY2(watch.longestBusy() < 100, "the window does not answer while stories are listed");
}

void TestSeveral::importsAFolderAndTellsWhatWasWrong()
{
    const Desk desk;
    support::writeFile(desk.files.path(), u"in/one.txt"_s, support::storyText(1));
    support::writeFile(desk.files.path(), u"in/again.txt"_s, support::storyText(1));
    support::writeFile(desk.files.path(), u"in/letters.mbox"_s, mail(1) + mail(2));
    support::writeFile(desk.files.path(), u"in/a.rtf"_s, "{\\rtf1 Words}");
    support::writeFile(desk.files.path(), u"in/b.rtf"_s, "{\\rtf1 Words}");
    support::writeFile(desk.files.path(), u"in/nothing.txt"_s, "");

    desk.window->open({desk.files.filePath(u"in"_s)});

    auto *report = shown<ImportResult>(desk);
    QVERIFY(report);
    const auto text = report->text();
    QVERIFY2(text.startsWith(u"3 stories are new in your library."_s), qPrintable(text));
    QVERIFY2(text.contains(u"One more was there already."_s), qPrintable(text));
    QVERIFY2(text.contains(u"3 files could not be read"_s), qPrintable(text));
    // The commonest reason comes first.
    QVERIFY2(text.indexOf(u"RTF"_s) < text.indexOf(u"no text"_s), qPrintable(text));
    QVERIFY2(text.contains(u"a.rtf\n"_s) && text.contains(u"nothing.txt"_s), qPrintable(text));
    QCOMPARE(report->findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    QVERIFY(!desk.window->findChild<ChooseStories *>());
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QVERIFY(!desk.rows().headline(0).read);
    for (auto *button : report->findChildren<QPushButton *>()) {
        if (button->text() == u"C&opy"_s)
            button->click();
    }
    QCOMPARE(QApplication::clipboard()->text(), text);
    report->reject();
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.rows().rowCount(), 0);
}

void TestSeveral::saysInALineThatAllCameIn()
{
    const Desk desk;
    for (auto number = 1; number <= 3; ++number)
        support::writeFile(desk.files.path(), u"in/%1.txt"_s.arg(number),
                           support::storyText(number));

    desk.window->open({desk.files.filePath(u"in"_s)});

    QTRY_COMPARE(desk.window->banner().text(), u"3 stories are new in your library."_s);
    QVERIFY(!desk.window->findChild<ImportResult *>());
    QTRY_COMPARE(desk.rows().rowCount(), 3);
}

void TestSeveral::takesAFolderThatIsDropped()
{
    const Desk desk;
    support::writeFile(desk.files.path(), u"in/1.txt"_s, support::storyText(1));
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(desk.files.filePath(u"in"_s)), QUrl::fromLocalFile(desk.file(2))});
    QDropEvent event(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);

    static_cast<QObject *>(desk.window.get())->event(&event);

    QTRY_COMPARE(desk.rows().rowCount(), 2);
    QCOMPARE(desk.title(), u"Harbour Story Number 2"_s);
}

void TestSeveral::stopsAnImport()
{
    const Desk desk;
    for (auto number = 1; number <= 500; ++number)
        support::writeFile(desk.files.path(), u"in/%1.txt"_s.arg(number),
                           support::storyText(number));
    auto *progress = desk.window->findChild<ProgressLine *>();

    desk.window->open({desk.files.filePath(u"in"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(desk.rows().rowCount() > 3, 20'000);
    emit progress->cancelled();

    auto *report = shown<ImportResult>(desk);
    QVERIFY(report);
    const auto text = report->text();
    QVERIFY2(text.contains(u"The import was stopped"_s), qPrintable(text));
    QVERIFY(!progress->isVisible());
    QVERIFY(!desk.window->imports().running());
}

void TestSeveral::staysAwakeWhileAFolderIsImported()
{
    const Desk desk;
    constexpr auto count = 1'000;
    for (auto number = 1; number <= count; ++number)
        support::writeFile(desk.files.path(), u"in/%1.txt"_s.arg(number),
                           support::storyText(number));
    QVERIFY(desk.open({desk.file(0)}));
    QTRY_VERIFY(desk.window->pane().webViewInCharge() || !desk.title().isEmpty());
    const support::StallWatch watch(16);
    QElapsedTimer clock;
    clock.start();

    desk.window->open({desk.files.filePath(u"in"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(!desk.window->imports().running(), 60'000);

    const auto seconds = double(clock.elapsed()) / 1'000;
    qInfo("%d files in %.1f s: %.0f a second; %d stalls over 16 ms by the thread's own time, the "
          "longest %.1f ms",
          count, seconds, count / seconds, watch.busyStalls(), watch.longestBusy());
    QVERIFY2(count / seconds >= 25, "too few files a second");
    QVERIFY2(watch.longestBusy() < 100, "the window does not answer while files are imported");
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    const QApplication application(argc, argv);
    TestSeveral several;
    return QTest::qExec(&several, argc, argv);
}
#include "tst_several.moc"
