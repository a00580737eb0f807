#include "dialogs/feedsettingsdialog.h"
#include "reading/webengine.h"
#include "shell/progressline.h"
#include "window/newsdesk.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

// Whole ways through the window with feeds: a real library, a real server on this machine.
class TestFeeds : public QObject
{
    Q_OBJECT

private slots:
    void renamesInPlace();
    void movesIntoAFolder();
    void marksAllAsReadAndTakesItBack();
    void goesOnToTheNextFeed();
    void saysWhatIsWrongWithAFeed();
    void fetchesFromANewAddress();
    void showsANewFolder();
    void offersNoUndoOfAnEarlierStep();
    void keepsNoticesOffTheProgress();
    void saysWhenAFeedHasEnded();
    void keepsTheViewWhereItIsWhenStoriesCome();
    void keepsSelectionAndFoldingOverARestart();
};

void TestFeeds::renamesInPlace()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 1);
    desk.subscribe({"/feed.xml"});
    auto &sidebar = desk.window->sidebar();
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    sidebar.go(desk.row(u"The Example Times"_s));
    sidebar.setFocus();

    QTest::keyClick(&sidebar, Qt::Key_F2);
    auto *field = sidebar.findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, u"Morning paper"_s);
    QTest::keyClick(field, Qt::Key_Return);

    PATIENTLY_COMPARE(desk.places().feeds().first().title, u"Morning paper"_s);
    PATIENTLY_VERIFY(desk.banner().contains(u"Morning paper"_s));
    desk.trigger(Command::Undo);
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
}

void TestFeeds::movesIntoAFolder()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.serve("/b.xml", "Example Wire", 2, 3);
    desk.subscribe({"/a.xml"});
    desk.subscribe({"/b.xml"}, {u"Agencies"_s});
    PATIENTLY_VERIFY(desk.has(u"Example Wire"_s));
    auto &model = desk.places();
    const std::unique_ptr<QMimeData> data(model.mimeData({desk.row(u"The Example Times"_s)}));

    model.dropMimeData(data.get(), Qt::MoveAction, 0, 0, desk.row(u"Agencies"_s));

    PATIENTLY_COMPARE(model.parent(desk.row(u"The Example Times"_s)), desk.row(u"Agencies"_s));
    QCOMPARE(desk.row(u"The Example Times"_s).row(), 0);
    PATIENTLY_COMPARE(desk.unread(u"Agencies"_s), 3);
    desk.trigger(Command::Undo);
    PATIENTLY_VERIFY(!model.parent(desk.row(u"The Example Times"_s)).isValid());
}

void TestFeeds::marksAllAsReadAndTakesItBack()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 3);
    desk.serve("/b.xml", "Example Wire", 4, 5);
    desk.subscribe({"/a.xml", "/b.xml"});
    PATIENTLY_COMPARE(desk.unread(u"The Example Times"_s), 3);
    desk.window->sidebar().go(desk.row(u"The Example Times"_s));
    PATIENTLY_COMPARE(desk.headlines().size(), 3);

    desk.trigger(Command::MarkAllRead);

    PATIENTLY_COMPARE(desk.unread(u"The Example Times"_s), 0);
    QCOMPARE(desk.unread(u"Example Wire"_s), 2);
    PATIENTLY_VERIFY(desk.rows().headline(0).read);
    desk.pressBanner();
    PATIENTLY_COMPARE(desk.unread(u"The Example Times"_s), 3);
    PATIENTLY_VERIFY(!desk.rows().headline(0).read);
}

void TestFeeds::goesOnToTheNextFeed()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.serve("/b.xml", "Example Wire", 2, 3);
    desk.subscribe({"/a.xml", "/b.xml"});
    PATIENTLY_COMPARE(desk.unread(u"Example Wire"_s), 2);
    desk.window->sidebar().go(desk.row(u"The Example Times"_s));
    PATIENTLY_COMPARE(desk.headlines(), QStringList{u"Story 1"_s});

    desk.trigger(Command::NextUnread);
    PATIENTLY_COMPARE(desk.title(), u"Story 1"_s);
    desk.trigger(Command::NextUnread);

    PATIENTLY_COMPARE(desk.window->sidebar().currentIndex(), desk.row(u"Example Wire"_s));
    PATIENTLY_COMPARE(desk.title(), u"Story 3"_s);
}

void TestFeeds::saysWhatIsWrongWithAFeed()
{
    NewsDesk desk;
    desk.subscribe({"/missing.xml"});
    const auto feed = desk.places().feeds().first();

    const auto index = [&] { return desk.places().indexOf(FeedNode{.feed = feed.id}); };
    PATIENTLY_VERIFY(index().data(SidebarModel::FailedRole).toBool());
    for (const auto role : {Qt::ToolTipRole, Qt::AccessibleTextRole}) {
        const auto words = index().data(role).toString();
        QVERIFY2(words.contains(u"Not found (404) since"_s), qPrintable(words));
        QVERIFY2(words.contains(u"look on the site"_s), qPrintable(words));
    }
    QVERIFY(!desk.banner().isEmpty());
    // Where its stories would be, too.
    desk.window->sidebar().go(index());
    const auto labels = [&] {
        QStringList texts;
        for (const auto *label : desk.window->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    };
    PATIENTLY_VERIFY(labels().contains(u"Not found (404) since"_s));
}

void TestFeeds::fetchesFromANewAddress()
{
    NewsDesk desk;
    desk.subscribe({"/missing.xml"});
    desk.serve("/feed.xml", "The Example Times", 1, 2);
    const auto feed = desk.places().feeds().first();
    desk.window->sidebar().go(desk.places().indexOf(FeedNode{.feed = feed.id}));
    const auto asked = desk.server.seen("/missing.xml").size();

    desk.trigger(Command::FeedSettings);
    auto *dialog = desk.window->findChild<FeedSettingsDialog *>();
    QVERIFY(dialog);
    for (auto *field : dialog->findChildren<QLineEdit *>()) {
        if (field->text() == feed.url.toDisplayString())
            field->setText(desk.server.url("/feed.xml").toString());
    }
    QTest::mouseClick(button(*dialog, u"Save"_s), Qt::LeftButton);

    PATIENTLY_COMPARE(desk.headlines().size(), 2);
    QCOMPARE(desk.server.seen("/missing.xml").size(), asked);
}

void TestFeeds::showsANewFolder()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.subscribe({"/a.xml"});

    desk.trigger(Command::NewFolder);
    auto *dialog = desk.window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u"Agencies"_s);
    dialog->accept();

    PATIENTLY_VERIFY(desk.has(u"Agencies"_s));
    PATIENTLY_COMPARE(desk.window->sidebar().currentIndex(), desk.row(u"Agencies"_s));
}

void TestFeeds::offersNoUndoOfAnEarlierStep()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.subscribe({"/a.xml"}, {u"Agencies"_s});
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    auto &model = desk.places();
    emit model.renameAsked({.feed = model.feeds().first().id}, u"Times"_s);
    PATIENTLY_VERIFY(desk.banner().contains(u"Times"_s));

    emit model.moveAsked({FeedNode{.feed = model.feeds().first().id}}, FeedFolderId::None, 0);

    PATIENTLY_VERIFY(!model.parent(desk.row(u"Times"_s)).isValid());
    PATIENTLY_COMPARE(desk.banner(), QString());
}

void TestFeeds::keepsNoticesOffTheProgress()
{
    NewsDesk desk;
    auto *progress = desk.window->findChild<ProgressLine *>();
    auto &banner = desk.window->banner();
    progress->setFetching(1, 9, u"The Example Times"_s);
    PATIENTLY_VERIFY(progress->isVisible());

    banner.show({.text = u"Words"_s});

    const auto placeOf
        = [](const QWidget &widget) { return QRect(widget.mapToGlobal(QPoint()), widget.size()); };
    PATIENTLY_VERIFY(!placeOf(banner).intersects(placeOf(*progress)));
    const auto above = banner.y();
    progress->finish();
    PATIENTLY_VERIFY(banner.y() > above);
}

void TestFeeds::saysWhenAFeedHasEnded()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 1);
    desk.subscribe({"/feed.xml"});
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    desk.server.serve("/feed.xml", {.status = 410});

    desk.refresh();

    QTRY_VERIFY2(desk.banner().contains(u"“The Example Times” has ended"_s),
                 qPrintable(desk.banner()));
}

void TestFeeds::keepsTheViewWhereItIsWhenStoriesCome()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 40);
    desk.subscribe({"/feed.xml"});
    desk.window->sidebar().go(desk.row(u"The Example Times"_s));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 40);
    auto &view = desk.window->list().view();
    view.scrollTo(desk.rows().index(20), QAbstractItemView::PositionAtTop);
    const auto seen = desk.rows().headline(view.indexAt({40, 40}).row()).title;
    QByteArray newest;
    for (auto number = 101; number <= 103; ++number)
        newest += "<item><title>Story " + QByteArray::number(number) + "</title><guid>n"
            + QByteArray::number(number) + "</guid><description>New.</description></item>";
    QByteArray older;
    for (auto number = 40; number >= 1; --number)
        older += feedserver::entry(number);
    desk.server.serve("/feed.xml",
                      feedserver::reply(feedserver::feed("The Example Times", newest + older)));

    desk.refresh();

    PATIENTLY_COMPARE(desk.rows().rowCount(), 43);
    QCOMPARE(desk.rows().headline(view.indexAt({40, 40}).row()).title, seen);
}

void TestFeeds::keepsSelectionAndFoldingOverARestart()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.serve("/b.xml", "Example Wire", 2, 3);
    desk.subscribe({"/a.xml"}, {u"Papers"_s});
    desk.subscribe({"/b.xml"}, {u"Agencies"_s});
    PATIENTLY_VERIFY(desk.has(u"Example Wire"_s));
    desk.window->sidebar().go(desk.row(u"Example Wire"_s));
    desk.window->sidebar().setExpanded(desk.row(u"Papers"_s), false);
    QTest::qWait(100);
    desk.window->close();

    desk.start();

    PATIENTLY_VERIFY(desk.has(u"Example Wire"_s));
    PATIENTLY_COMPARE(desk.window->sidebar().currentIndex(), desk.row(u"Example Wire"_s));
    QVERIFY(!desk.window->sidebar().isExpanded(desk.row(u"Papers"_s)));
    QVERIFY(desk.window->sidebar().isExpanded(desk.row(u"Agencies"_s)));
    PATIENTLY_COMPARE(desk.headlines(), (QStringList{u"Story 3"_s, u"Story 2"_s}));
}

int main(int argc, char *argv[])
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestFeeds test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_feeds.moc"
