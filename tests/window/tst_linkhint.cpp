#include "desk/linkhint.h"
#include "desk/readingdesk.h"
#include "reading/readingpane.h"
#include "reading/webengine.h"
#include "window/desk.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

// The line at the foot of the pane that says where a link leads.
class TestLinkHint : public QObject
{
    Q_OBJECT

private slots:
    void saysWhereALinkLeads_data();
    void saysWhereALinkLeads();
    void namesAStoryOfTheLibrary();
    void forgetsALinkThatWasLeft();
    void fitsIntoThePane();
};

namespace {

QString hint(const Desk &desk)
{
    return desk.window->reading().linkHint().text();
}

void hover(const Desk &desk, const QString &address)
{
    emit desk.window->pane().linkHovered(QUrl(address));
}

} // namespace

void TestLinkHint::saysWhereALinkLeads_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");

    QTest::newRow("a page") << u"https://www.news.example/a/b"_s << u"news.example/a/b"_s;
    QTest::newRow("a mail") << u"mailto:ann@news.example"_s << u"ann@news.example"_s;
    QTest::newRow("a story on the front page") << u"broadsheet:story/1"_s << QString();
    QTest::newRow("none") << QString() << QString();
}

void TestLinkHint::saysWhereALinkLeads()
{
    QFETCH(QString, address);
    const Desk desk;

    hover(desk, address);

    QTEST(hint(desk), "words");
    QCOMPARE(desk.window->pane().findChild<QLabel *>(u"linkHint"_s)->isVisible(),
             !hint(desk).isEmpty());
}

void TestLinkHint::namesAStoryOfTheLibrary()
{
    const Desk desk;
    const Article article{.url = QUrl(u"https://gazette.example/ferry"_s),
                          .title = u"A slow boat"_s,
                          .site = u"The Gazette"_s,
                          .text = u"It left late."_s};
    desk.library->write([article, now = QDateTime::currentDateTimeUtc()](Library &kept) {
        return kept.add(article, Library::Occasion::Found, now);
    });
    QTRY_COMPARE(desk.rows().rowCount(), 1);

    // The same page by another link to it.
    hover(desk, u"http://gazette.example/ferry/?utm_source=mail#top"_s);

    QTRY_COMPARE(hint(desk), u"A slow boat · The Gazette · in your library"_s);
}

void TestLinkHint::forgetsALinkThatWasLeft()
{
    const Desk desk;
    hover(desk, u"https://news.example/"_s);

    hover(desk, {});

    QVERIFY(hint(desk).isEmpty());
}

void TestLinkHint::fitsIntoThePane()
{
    const Desk desk;

    hover(desk, u"https://news.example/"_s + QString(280, u'a'));

    const auto *label = desk.window->pane().findChild<QLabel *>(u"linkHint"_s);
    QVERIFY(label->width() <= desk.window->pane().width());
    QVERIFY(label->text().contains(u'…'));
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestLinkHint test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_linkhint.moc"
