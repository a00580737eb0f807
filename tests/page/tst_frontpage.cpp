#include "html/sanitise.h"
#include "page/frontpage.h"

#include <QRegularExpression>
#include <QSize>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFrontPage : public QObject
{
    Q_OBJECT

private slots:
    void leadsToEveryStoryOnce_data();
    void leadsToEveryStoryOnce();
    void escapesWhatItIsTold();
    void asksForPicturesOfTheirSize();
    void takesSizesApart_data();
    void takesSizesApart();
    void saysThatThereIsNothing();
    void putsWhatWasBegunAboveAnEmptyPane();
    void marksWhatWasRead();
    void tellsCreditFromCaption_data();
    void tellsCreditFromCaption();
    void hasAsManyColumnsAsThereIsRoomFor_data();
    void hasAsManyColumnsAsThereIsRoomFor();
    void keepsPagesFromOutsideFromItsLinks();
};

namespace {

page::FrontItem item(int number)
{
    return {.address = page::storyAddress(number),
            .title = u"Story %1"_s.arg(number),
            .outlet = u"The Gazette"_s,
            .date = u"Today"_s,
            .standfirst = u"What story %1 is about."_s.arg(number),
            .picture = {.name = u"broadsheet-media:"_s + QString(64, u'a')}};
}

page::FrontPage paper()
{
    page::FrontPage page{.name = u"Broadsheet"_s, .date = u"6 May"_s, .note = u"9 unread"_s};
    page.large = {item(1), item(2), item(3), item(4)};
    page.large[0].opening = {u"It began early."_s, u"It ended late."_s};
    page.sections
        = {{.title = u"World"_s, .items = {item(5), item(6)}}, {.title = {}, .items = {item(7)}}};
    page.begun = {.title = u"Continue reading"_s, .items = {item(8)}};
    page.begun.items[0].progress = u"40 %"_s;
    page.begun.items[0].share = 0.4;
    page.deeds = {{page::frontAddress("read"_L1), u"Mark all"_s}};
    return page;
}

QString light(const page::FrontPage &page, int width)
{
    return page::lightFrontPage(page, {.view = width, .width = width - 88});
}

QStringList linksIn(const QString &html)
{
    static const QRegularExpression href(u"href=\"(broadsheet:[^\"]*)\""_s);
    QStringList links;
    for (auto found = href.globalMatch(html); found.hasNext();)
        links << found.next().captured(1);
    return links;
}

} // namespace

void TestFrontPage::leadsToEveryStoryOnce_data()
{
    QTest::addColumn<QString>("html");

    QTest::newRow("grid") << page::frontPage(paper());
    QTest::newRow("one column") << light(paper(), 400);
    QTest::newRow("two columns") << light(paper(), 800);
    QTest::newRow("three columns") << light(paper(), 1200);
}

void TestFrontPage::leadsToEveryStoryOnce()
{
    QFETCH(QString, html);

    auto links = linksIn(html);

    links.sort();
    QStringList wanted{page::frontAddress("read"_L1)};
    for (int number = 1; number <= 8; ++number)
        wanted << page::storyAddress(number);
    QCOMPARE(links, wanted);
}

void TestFrontPage::escapesWhatItIsTold()
{
    const auto bad = u"<script>&\"'"_s;
    page::FrontItem item{
        .address = u"broadsheet:story/1\" onclick=\"x"_s,
        .title = bad,
        .outlet = bad,
        .date = bad,
        .standfirst = bad,
        .opening = {bad},
        .picture = {.name = u"broadsheet-media:\"><script>"_s, .caption = bad, .credit = bad},
        .progress = bad};
    const page::FrontPage page{.name = bad,
                               .date = bad,
                               .note = bad,
                               .large = {item, item},
                               .sections = {{.title = bad, .items = {item}}},
                               .begun = {.title = bad, .items = {item}},
                               .deeds = {{bad, bad}}};

    for (const auto &html : {page::frontPage(page), light(page, 1200)}) {
        QVERIFY(!html.contains(u"<script"_s));
        QVERIFY(!html.contains(u"\" onclick"_s));
        QVERIFY(html.contains(u"&lt;script&gt;&amp;"_s));
    }
}

void TestFrontPage::asksForPicturesOfTheirSize()
{
    static const QRegularExpression source(u"src=\"([^\"]*)\""_s);
    for (const auto &html : {page::frontPage(paper()), light(paper(), 1200)}) {
        auto any = false;
        for (auto found = source.globalMatch(html); found.hasNext();) {
            const auto size = page::pictureSize(found.next().captured(1));
            QCOMPARE(size.name, u"broadsheet-media:"_s + QString(64, u'a'));
            QVERIFY(size.width > 0 && size.width <= 1440 && size.height > 0);
            any = true;
        }
        QVERIFY(any);
    }
}

void TestFrontPage::takesSizesApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QSize>("size");

    QTest::newRow("none") << u"broadsheet-media:ab"_s << u"broadsheet-media:ab"_s << QSize(0, 0);
    QTest::newRow("some") << page::sizedPicture(u"broadsheet-media:ab"_s, 640, 400)
                          << u"broadsheet-media:ab"_s << QSize(640, 400);
    QTest::newRow("nonsense") << u"broadsheet-media:ab?wide"_s << u"broadsheet-media:ab"_s
                              << QSize(0, 0);
}

void TestFrontPage::takesSizesApart()
{
    QFETCH(QString, name);

    const auto size = page::pictureSize(name);

    QTEST(size.name, "plain");
    QTEST(QSize(size.width, size.height), "size");
}

void TestFrontPage::saysThatThereIsNothing()
{
    const page::FrontPage page{.name = u"Broadsheet"_s,
                               .emptyTitle = u"You have read everything"_s,
                               .emptyText = u"Fetch the feeds."_s,
                               .deeds = {{page::frontAddress("refresh"_L1), u"Fetch"_s}}};

    for (const auto &html : {page::frontPage(page), light(page, 800)}) {
        QVERIFY(html.contains(page.emptyTitle));
        QVERIFY(html.contains(page.emptyText));
        QCOMPARE(linksIn(html), QStringList{page::frontAddress("refresh"_L1)});
    }
}

void TestFrontPage::putsWhatWasBegunAboveAnEmptyPane()
{
    const page::FrontPage page{.emptyTitle = u"Nothing chosen"_s,
                               .begun = {.title = u"Continue"_s, .items = {item(8)}}};

    for (const auto &html : {page::frontPage(page), light(page, 800)}) {
        QVERIFY(html.contains(u"Story 8"_s));
        QVERIFY(html.indexOf(u"Story 8"_s) < html.indexOf(page.emptyTitle));
        QVERIFY(!html.contains(u"masthead"_s));
    }
}

void TestFrontPage::tellsCreditFromCaption_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("apart");

    QTest::newRow("in capitals, set apart") << u"A harbour"_s << true;
    QTest::newRow("of letters that join") << u"آخر حرّاس المنارة"_s << false;
}

void TestFrontPage::tellsCreditFromCaption()
{
    QFETCH(QString, title);
    QFETCH(bool, apart);
    auto page = paper();
    page.large[0].title = title;
    page.large[0].picture.caption = u"A boat."_s;
    page.large[0].picture.credit = u"Jo Berg"_s;

    QVERIFY(page::frontPage(page).contains(u"<span class=\"credit\">Jo Berg</span>"_s));
    QCOMPARE(light(page, 1000).contains(u"<span class=\"credit\">Jo\u00a0Berg</span>"_s), apart);
    QVERIFY(light(page, 1000).contains(u"Jo\u00a0Berg"_s));
}

void TestFrontPage::marksWhatWasRead()
{
    auto page = paper();
    page.large[1].read = true;

    QCOMPARE(page::frontPage(page).count(u"second read"_s), 1);
    QCOMPARE(light(page, 800).count(u" read\""_s), 1);
}

void TestFrontPage::hasAsManyColumnsAsThereIsRoomFor_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("rules");

    QTest::newRow("narrow") << 400 << 0;
    // In the row of two, whose third one has the next row, and between the sections.
    QTest::newRow("middling") << 800 << 2;
    QTest::newRow("wide") << 1200 << 3; // Beside the lead, and two between the sections.
}

void TestFrontPage::hasAsManyColumnsAsThereIsRoomFor()
{
    QFETCH(int, width);
    const auto html = light(paper(), width);

    QTEST(int(html.count(u"class=\"rule\""_s)), "rules");
}

void TestFrontPage::keepsPagesFromOutsideFromItsLinks()
{
    const auto outside = u"<p><a href=\"%1\">x</a><a href=\"%2\">y</a></p>"_s.arg(
        page::storyAddress(1), page::frontAddress("read"_L1));

    QVERIFY(!html::sanitise(outside, {}).toString().contains(u"broadsheet:"_s));
}

QTEST_GUILESS_MAIN(TestFrontPage)
#include "tst_frontpage.moc"
