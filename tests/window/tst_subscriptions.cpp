#include "reading/webengine.h"
#include "window/newsdesk.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

// How feeds come in and go: one by one, and as lists.
class TestSubscriptions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void subscribesByKeyboard();
    void subscribesByMouseToWhatIsDropped();
    void leadsToAFeedThatIsThere();
    void saysWhenThereIsNoFeed();
    void unsubscribesAndTakesItBack();
    void importsWhatIsDropped();
    void exportsSubscriptions();
};

void TestSubscriptions::init()
{
    QGuiApplication::clipboard()->clear();
}

void TestSubscriptions::subscribesByKeyboard()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 3);
    QGuiApplication::clipboard()->setText(desk.server.url("/feed.xml").toString());

    // Three keys: the address was copied, so it is there already.
    QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
    QPointer<SubscribeDialog> dialog = desk.window->feeds().subscribing().dialog();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *field = dialog->findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Return);
    PATIENTLY_COMPARE(dialog->offers().size(), 1);
    QCOMPARE(dialog->offers().first().title, u"The Example Times"_s);
    QCOMPARE(dialog->offers().first().newest.first().title, u"Story 3"_s);
    PATIENTLY_VERIFY(button(*dialog, u"Subscribe"_s)->isDefault());
    QTest::keyClick(field, Qt::Key_Return);

    PATIENTLY_VERIFY(!dialog);
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    PATIENTLY_COMPARE(desk.headlines(), (QStringList{u"Story 3"_s, u"Story 2"_s, u"Story 1"_s}));
    PATIENTLY_COMPARE(desk.unread(u"The Example Times"_s), 3);
    PATIENTLY_COMPARE(desk.window->sidebar().currentIndex(), desk.row(u"The Example Times"_s));
}

void TestSubscriptions::subscribesByMouseToWhatIsDropped()
{
    NewsDesk desk;
    desk.server.serve("/",
                      {.headers = {{"Content-Type", "text/html"}},
                       .body = "<html><head><link rel=alternate type=application/rss+xml "
                               "href=/news.rss></head><body><p>Hello.</p></body></html>"});
    desk.serve("/news.rss", "Example Wire", 1, 2);
    QMimeData address;
    address.setUrls({desk.server.url("/")});

    desk.drop(address);
    PATIENTLY_VERIFY(desk.window->feeds().subscribing().dialog());
    QPointer<SubscribeDialog> dialog = desk.window->feeds().subscribing().dialog();
    PATIENTLY_VERIFY(!dialog->offers().isEmpty());
    QTest::mouseClick(button(*dialog, u"Subscribe"_s), Qt::LeftButton);

    PATIENTLY_VERIFY(desk.has(u"Example Wire"_s));
    QCOMPARE(desk.places().feeds().first().url, desk.server.url("/news.rss"));
    PATIENTLY_COMPARE(desk.headlines().size(), 2);
}

void TestSubscriptions::leadsToAFeedThatIsThere()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 2);
    desk.subscribe({"/feed.xml"});
    desk.window->feeds().subscribing().offer(desk.server.url("/feed.xml"));
    QPointer<SubscribeDialog> dialog = desk.window->feeds().subscribing().dialog();

    PATIENTLY_COMPARE(dialog->offers().size(), 1);
    QVERIFY(dialog->offers().first().subscribed != FeedId::None);
    auto *go = button(*dialog, u"Go to the feed"_s);
    QVERIFY(go);
    QTest::mouseClick(go, Qt::LeftButton);

    PATIENTLY_COMPARE(desk.window->sidebar().currentIndex(), desk.row(u"The Example Times"_s));
    QCOMPARE(desk.places().feeds().size(), 1);
}

void TestSubscriptions::saysWhenThereIsNoFeed()
{
    NewsDesk desk;
    desk.server.serve("/",
                      {.headers = {{"Content-Type", "text/html"}},
                       .body = "<html><body><p>No feeds here.</p></body></html>"});
    desk.window->feeds().subscribing().offer(desk.server.url("/"));
    const QPointer<SubscribeDialog> dialog = desk.window->feeds().subscribing().dialog();

    const auto says = [&](const QString &words) {
        return std::ranges::any_of(dialog->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    PATIENTLY_VERIFY(says(u"No feed was found"_s));
    QVERIFY(!button(*dialog, u"Subscribe"_s)->isEnabled());
    dialog->reject();
}

void TestSubscriptions::unsubscribesAndTakesItBack()
{
    NewsDesk desk;
    desk.serve("/feed.xml", "The Example Times", 1, 2);
    desk.subscribe({"/feed.xml"});
    auto &sidebar = desk.window->sidebar();
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    sidebar.go(desk.row(u"The Example Times"_s));
    sidebar.setFocus();
    PATIENTLY_COMPARE(desk.headlines().size(), 2);

    QTest::keyClick(&sidebar, Qt::Key_Delete);

    PATIENTLY_VERIFY(!desk.has(u"The Example Times"_s));
    QCOMPARE(desk.banner(), u"Unsubscribed from “The Example Times”"_s);
    desk.pressBanner();
    PATIENTLY_VERIFY(desk.has(u"The Example Times"_s));
    PATIENTLY_COMPARE(desk.unread(u"The Example Times"_s), 2);
}

void TestSubscriptions::importsWhatIsDropped()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.serve("/b.xml", "Example Wire", 2, 3);
    const auto outline = [&](const QByteArray &path) {
        return "<outline type=\"rss\" text=\"Feed " + path + "\" xmlUrl=\""
            + desk.server.url(path).toEncoded() + "\"/>";
    };
    QFile file(desk.files.filePath(u"subscriptions.opml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<opml version=\"2.0\"><body><outline text=\"Papers\">" + outline("/a.xml")
               + "</outline>" + outline("/b.xml") + "</body></opml>");
    file.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file.fileName())});

    desk.drop(data);

    PATIENTLY_COMPARE(desk.places().feeds().size(), 2);
    QCOMPARE(desk.places().folders().size(), 1);
    QTRY_VERIFY2(desk.banner().contains(u"2 feeds in one folder"_s)
                     || desk.banner().contains(u"new stories"_s),
                 qPrintable(desk.banner()));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 3);
    desk.trigger(Command::Undo);
    PATIENTLY_COMPARE(desk.places().feeds().size(), 0);
    PATIENTLY_COMPARE(desk.places().folders().size(), 0);
}

void TestSubscriptions::exportsSubscriptions()
{
    NewsDesk desk;
    desk.serve("/a.xml", "The Example Times", 1, 1);
    desk.subscribe({"/a.xml"}, {u"Papers"_s});
    const auto path = desk.files.filePath(u"mine.opml"_s);

    desk.window->feeds().outlines().exportTo(path);

    PATIENTLY_VERIFY(desk.banner().contains(u"mine.opml"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto written = file.readAll();
    QVERIFY(written.contains(desk.server.url("/a.xml").toEncoded()));
    QVERIFY(written.contains("Papers"));
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestSubscriptions test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_subscriptions.moc"
