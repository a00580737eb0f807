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

QTEST_GUILESS_MAIN(TestTitle)
#include "tst_title.moc"
