#include "extraction/extraction.h"
#include "extraction/title.h"

#include <QTest>

using namespace Qt::StringLiterals;
using extraction::TitleSources;

class TestTitle : public QObject
{
    Q_OBJECT

private slots:
    void choosesTheHeadline_data();
    void choosesTheHeadline();
    void cutsTheOutletOff_data();
    void cutsTheOutletOff();
    void readsHeadings_data();
    void readsHeadings();
};

void TestTitle::choosesTheHeadline_data()
{
    QTest::addColumn<TitleSources>("sources");
    QTest::addColumn<QString>("title");

    QTest::newRow("only <title>, short tail")
        << TitleSources{.pageTitle = u"Goats Mow the Common Again | Gazette"_s}
        << u"Goats Mow the Common Again"_s;
    QTest::newRow("<h1> confirmed by <title>")
        << TitleSources{.headings = {u"Goats Mow the Common"_s},
                        .pageTitle = u"Goats Mow the Common - The Hill Gazette"_s}
        << u"Goats Mow the Common"_s;
    QTest::newRow("first <h1> is the masthead")
        << TitleSources{.headings = {u"Hill Gazette"_s, u"Goats Mow the Common"_s},
                        .pageTitle = u"Goats Mow the Common — Hill Gazette"_s,
                        .site = u"Hill Gazette"_s}
        << u"Goats Mow the Common"_s;
    QTest::newRow("search engines' title differs from the page's")
        << TitleSources{.headings = {u"The goats are back"_s},
                        .pageTitle = u"Goats mow Hill common in 2024 | Gazette"_s,
                        .openGraph = u"The goats are back"_s}
        << u"The goats are back"_s;
    QTest::newRow("outlet before the title")
        << TitleSources{.pageTitle = u"Gazette: Goats Mow the Common"_s, .site = u"Gazette"_s}
        << u"Goats Mow the Common"_s;
    QTest::newRow("a colon of the title's own stays")
        << TitleSources{.headings = {u"Goats: a history"_s}, .pageTitle = u"Goats: a history"_s}
        << u"Goats: a history"_s;
    QTest::newRow("outlet known by the address")
        << TitleSources{.pageTitle = u"Goats return · hillgazette.example"_s,
                        .host = u"www.hillgazette.example"_s}
        << u"Goats return"_s;
    QTest::newRow("without spaces between words")
        << TitleSources{.headings = {u"山羊回到草地"_s}, .pageTitle = u"山羊回到草地_山城日报"_s}
        << u"山羊回到草地"_s;
    QTest::newRow("search engines are told another title everywhere")
        << TitleSources{.headings = {u"The 39 best goats for your common in 2025"_s},
                        .pageTitle = u"39 Best Goats for Your Common (2025) | Gazette"_s,
                        .openGraph = u"39 Best Goats for Your Common (2025)"_s,
                        .structured = u"39 Best Goats for Your Common (2025)"_s}
        << u"The 39 best goats for your common in 2025"_s;
    QTest::newRow("the <h1> is the blog's name")
        << TitleSources{.headings = {u"Ada's Blog"_s},
                        .pageTitle = u"Mowing, progress report 39"_s,
                        .host = u"blog.ada.example"_s}
        << u"Mowing, progress report 39"_s;
    QTest::newRow("a section's <h1> before the story's")
        << TitleSources{.headings = {u"Topic: Grass"_s, u"Goats are no machines"_s},
                        .pageTitle = u"Goats against grass? An interview"_s,
                        .openGraph = u"Goats are no machines"_s}
        << u"Goats are no machines"_s;
    QTest::newRow("a column's name in the same heading")
        << TitleSources{.headings = {u"Open Fields Why goats beat machines at mowing"_s},
                        .pageTitle = u"Open Fields - Why goats beat machines at mowing | Gazette"_s,
                        .structured = u"Why goats beat machines at mowing"_s}
        << u"Why goats beat machines at mowing"_s;
    QTest::newRow("a topic before a colon stays")
        << TitleSources{.headings = {u"Mowing: Goats ask for another payment"_s},
                        .pageTitle = u"Mowing: Goats ask for another payment"_s,
                        .structured = u"Goats ask for another payment"_s}
        << u"Mowing: Goats ask for another payment"_s;
    QTest::newRow("a word before a colon that others leave out")
        << TitleSources{.headings = {u"Blog: Goats ask for another payment"_s},
                        .pageTitle = u"Goats ask for another payment | Gazette"_s,
                        .openGraph = u"Goats ask for another payment"_s}
        << u"Goats ask for another payment"_s;
    QTest::newRow("an article is no column's name")
        << TitleSources{.headings = {u"The Best Goats of Last Year"_s},
                        .pageTitle = u"Best Goats of Last Year | Gazette"_s,
                        .openGraph = u"Best Goats of Last Year"_s}
        << u"The Best Goats of Last Year"_s;
    QTest::newRow("a heading that repeats the page's title")
        << TitleSources{.headings = {u"How goats sleep at night | Advice | Gazette of the Hill"_s},
                        .pageTitle = u"How goats sleep at night | Advice | Gazette of the Hill"_s}
        << u"How goats sleep at night"_s;
    QTest::newRow("Chinese, the outlet behind a mark")
        << TitleSources{.headings = {u"山羊回到了村里的草地！"_s},
                        .pageTitle = u"山羊回到了村里的草地！-山报"_s}
        << u"山羊回到了村里的草地！"_s;
    QTest::newRow("date and section behind the headline")
        << TitleSources{.headings = {u"Goats return to the common 02.02.2022 • Village"_s},
                        .openGraph = u"Goats return to the common"_s}
        << u"Goats return to the common"_s;
    QTest::newRow("an outlet's name longer than known")
        << TitleSources{.pageTitle = u"How goats are paid | Old Hill Gazette Online"_s,
                        .openGraph = u"How goats are paid | Old Hill Gazette Online"_s,
                        .host = u"www.oldhillgazette.example"_s}
        << u"How goats are paid"_s;
    QTest::newRow("a heading that speaks of something else")
        << TitleSources{.headings = {u"Details"_s}, .pageTitle = u"Goats win the spring show"_s}
        << u"Goats win the spring show"_s;
    QTest::newRow("nothing but the outlet")
        << TitleSources{.pageTitle = u"Gazette"_s} << u"Gazette"_s;
    QTest::newRow("nothing") << TitleSources{} << QString();
}

void TestTitle::choosesTheHeadline()
{
    QFETCH(TitleSources, sources);

    const auto title = extraction::headline(sources);

    QTEST(title, "title");
}

void TestTitle::cutsTheOutletOff_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("confirmed");
    QTest::addColumn<QString>("title");

    QTest::newRow("bar") << u"A day out | The Post"_s << QStringList() << u"A day out"_s;
    QTest::newRow("without the article")
        << u"A day out - Post"_s << QStringList() << u"A day out"_s;
    QTest::newRow("twice") << u"The Post | A day out | The Post"_s << QStringList()
                           << u"A day out"_s;
    QTest::newRow("section, confirmed")
        << u"A day out | Travel | The Post"_s << QStringList{u"A day out"_s} << u"A day out"_s;
    QTest::newRow("a dash inside a word")
        << u"Half-time report"_s << QStringList() << u"Half-time report"_s;
}

void TestTitle::cutsTheOutletOff()
{
    QFETCH(QString, written);
    QFETCH(QStringList, confirmed);

    const auto title = extraction::withoutOutlet(written, u"The Post"_s, {}, confirmed);

    QTEST(title, "title");
}

void TestTitle::readsHeadings_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("title");

    const auto plain = u"Goats Mow the Common"_s;
    QTest::newRow("plain") << u"<h1>Goats Mow the Common</h1>"_s << plain;
    QTest::newRow("a kicker above")
        << u"<h1><span class=\"headline__kicker\">Spring in Hill</span> Goats Mow the Common</h1>"_s
        << plain;
    QTest::newRow("a kicker and a colon")
        << u"<h1><span class=\"topline\">Spring in Hill</span><span>: </span>Goats Mow the "
           "Common</h1>"_s
        << plain;
    QTest::newRow("a subtitle below")
        << u"<h1>Goats Mow the Common<br><small class=\"article-subtitle\">A day at the "
           "fence</small></h1>"_s
        << plain;
    QTest::newRow("nothing but a kicker's words")
        << u"<h1><span class=\"subtitle\">Goats Mow the Common</span> Now</h1>"_s
        << u"Goats Mow the Common Now"_s;
    QTest::newRow("the blog's name at the front page's address")
        << u"<h1><a href=\"/\">Hill Archive</a></h1><h3><a href=\"?p=12\">Goats Mow the "
           "Common</a></h3>"_s
        << plain;
}

void TestTitle::readsHeadings()
{
    QFETCH(QString, heading);
    const auto html = u"<html><head><title>Goats Mow the Common : Hill Archive | Since 2005</title>"
                      "</head><body>"_s
        + heading
        + u"<p>The goats came back to the common on a Monday, all forty of them, and by the "
          u"evening "
          "the grass was as short as the mayor had promised the parish it would be.</p>"_s.repeated(
              4)
        + u"</body></html>"_s;

    const auto article = extraction::extract(
        {.html = html, .stated = {.url = QUrl(u"https://hill.example/?p=12"_s)}});

    QVERIFY(article);
    QTEST(article->title, "title");
    QVERIFY(!article->text.contains(u"Goats Mow"_s));
}

QTEST_GUILESS_MAIN(TestTitle)
#include "tst_title.moc"
