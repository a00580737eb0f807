#include "extraction/extraction.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPublicationDate : public QObject
{
    Q_OBJECT

private slots:
    void findsTheDay_data();
    void findsTheDay();
};

namespace {

QString page(const QString &head, const QString &under, const QString &behind = {},
             const QString &language = u"en"_s)
{
    const auto paragraph
        = u"<p>The goats came back to the common on a Monday, all forty of them, and by the "
          u"evening "
          "the grass was as short as the mayor had promised the parish it would be.</p>"_s;
    return u"<html lang=\""_s + language + u"\"><head><title>Goats Mow the Common</title>"_s + head
        + u"</head><body><p>Gazette</p><article><h1>Goats Mow the Common</h1>"_s + under
        + paragraph.repeated(4) + behind + u"</article></body></html>"_s;
}

QString published(const QString &stamp)
{
    return u"<meta property=\"article:published_time\" content=\""_s + stamp + u"\">"_s;
}

} // namespace

void TestPublicationDate::findsTheDay_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("day");

    const auto plain = u"https://gazette.example/goats"_s;
    const auto dated = u"https://gazette.example/2024/05/03/goats"_s;
    QTest::newRow("none") << page({}, {}) << plain << QString();
    QTest::newRow("meta") << page(published(u"2024-05-03T08:00:00+02:00"_s), {}) << plain
                          << u"2024-05-03"_s;
    QTest::newRow("address") << page({}, {}) << dated << u"2024-05-03"_s;
    QTest::newRow("UTC has a later day than the address")
        << page(published(u"2024-05-04T02:41:00+00:00"_s), {}) << dated << u"2024-05-03"_s;
    QTest::newRow("UTC has an earlier day than the page")
        << page(published(u"2024-05-02T22:30:00Z"_s), u"<time>May 3, 2024</time>"_s) << plain
        << u"2024-05-03"_s;
    QTest::newRow("a local stamp stands")
        << page(published(u"2024-05-02T22:30:00-05:00"_s), u"<time>May 3, 2024</time>"_s) << plain
        << u"2024-05-02"_s;
    QTest::newRow("stamped anew, the page says the first day")
        << page(published(u"2025-11-05T10:00:00Z"_s), u"<div>January 31, 2024</div>"_s) << plain
        << u"2024-01-31"_s;
    QTest::newRow("what is shown is the last change")
        << page(published(u"2024-05-03T10:00:00Z"_s), u"<div>Updated January 31, 2025</div>"_s)
        << plain << u"2024-05-03"_s;
    const auto changed = u"<meta property=\"article:modified_time\" content=\"2025-02-01\">"_s;
    QTest::newRow("out anew, on the day that the page shows beside the byline")
        << page(published(u"2024-05-03T10:00:00Z"_s) + changed,
                u"<div class=\"post-date\">January 31, 2025</div>"_s)
        << plain << u"2025-01-31"_s;
    QTest::newRow("out anew, above the headline")
        << page(published(u"2024-05-03T10:00:00Z"_s), {})
               .replace(u"<h1>"_s, u"<time>January 31, 2025</time><h1>"_s)
        << plain << u"2025-01-31"_s;
    QTest::newRow("a later day in the text's own words")
        << page(published(u"2024-05-03T10:00:00Z"_s) + changed, u"<div>January 31, 2025</div>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("a later day that a machine calls the last change's")
        << page(published(u"2024-05-03T10:00:00Z"_s) + changed,
                u"<div class=\"updated\"><span>January 31, 2025</span></div><time "
                "itemprop=\"dateModified\">January 31, 2025</time>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("a day after the last change") << page(
        published(u"2024-05-03T10:00:00Z"_s) + changed, u"<div class=\"date\">June 1, 2025</div>"_s)
                                                 << plain << u"2024-05-03"_s;
    QTest::newRow("the same day in the other order")
        << page(published(u"2024-05-03T10:00:00Z"_s), u"<time>05/03/2024</time>"_s, {}, u"en-GB"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("said behind the day, at the foot")
        << page({}, u"<div>Updated January 31, 2025</div>"_s,
                u"<h6>3 May 2024 <span>| Originally published</span></h6>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("an earlier change in an element of its own")
        << page(published(u"2024-05-03T10:00:00Z"_s),
                u"<div><span>Last updated</span> <span>2 May 2024</span></div>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("a page's own date gives way to the story's")
        << page(u"<meta name=\"date\" content=\"2021-12-20\">"_s,
                u"<span class=\"date\">27.01.2022</span>"_s)
        << plain << u"2022-01-27"_s;
    QTest::newRow("American order")
        << page({}, u"<span class=\"date\">03/04/2025</span>"_s, {}, u"en-US"_s) << plain
        << u"2025-03-04"_s;
    QTest::newRow("the other order")
        << page({}, u"<span class=\"date\">03/04/2025</span>"_s, {}, u"en-GB"_s) << plain
        << u"2025-04-03"_s;
    QTest::newRow("label and day apart")
        << page({}, u"<div><div>Published</div><div>October 14, 2025</div></div>"_s) << plain
        << u"2025-10-14"_s;
    QTest::newRow("the story begins with it")
        << page({},
                u"<p>27.1.2022 - The goats are back, and there is no need to ask who let "
                "them out, says the mayor of Hill.</p>"_s)
        << plain << u"2022-01-27"_s;
    QTest::newRow("at the foot") << page({}, {}, u"<p>Published: 3 May 2024</p>"_s) << plain
                                 << u"2024-05-03"_s;
    QTest::newRow("under the headline, not above")
        << QString(page({}, u"<p class=\"date\">May 3, 2024</p>"_s))
               .replace(u"<p>Gazette</p>"_s,
                        u"<div class=\"promo\"><span class=\"date\">March 13, 2026</span></div>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("above the headline")
        << QString(page(u"<meta name=\"date\" content=\"2020-02-12\">"_s, {}))
               .replace(u"<h1>"_s, u"<div>05.02.2020 <span>- Desk</span></div><h1>"_s)
        << plain << u"2020-02-05"_s;
    QTest::newRow("the stamp in an element, another order in words")
        << page({},
                u"<small class=\"date\"><time datetime=\"2023-10-12T19:38:01.0870000Z\">"
                "10/12/2023</time></small>"_s)
        << plain << u"2023-10-12"_s;
    QTest::newRow("a stamp in UTC, the outlet's day in words")
        << page({}, u"<time datetime=\"2024-05-02T22:30:00Z\">May 3, 2024</time>"_s) << plain
        << u"2024-05-03"_s;
    QTest::newRow("the story begins with it in parentheses")
        << page({},
                u"<h5>By Ada Vole</h5><p>(21. November 2022) The goats are back, and there is no "
                "need to ask who let them out, says the mayor of Hill.</p>"_s)
        << plain << u"2022-11-21"_s;
    QTest::newRow("the label at the foot in an element of its own")
        << page({}, {}, u"<ul><li><strong>Date</strong> 23.05.2011</li></ul>"_s) << plain
        << u"2011-05-23"_s;
    QTest::newRow("with the name at the foot")
        << page({}, {},
                u"<div class=\"left author\">Author: <a href=\"/u?id=5\">Vole2</a> am 29.12.2010, "
                "13:36 Uhr</div>"_s)
        << plain << u"2010-12-29"_s;
    QTest::newRow("a post's, not its writer's")
        << page({},
                u"<dl><dd>Joined: 12 March 2011</dd></dl><p class=\"author\">by <b>vole2</b> » 14 "
                "March 2011, 20:12</p>"_s)
        << plain << u"2011-03-14"_s;
    QTest::newRow("the title ends in it")
        << QString(page({}, {})).replace(u"</title>"_s, u" | HG | 23.05.2011</title>"_s) << plain
        << u"2011-05-23"_s;
    QTest::newRow("the last change, and nothing else")
        << page({}, u"<p>Last updated: May 3, 2024</p>"_s) << plain << u"2024-05-03"_s;
    QTest::newRow("the last change above, the first publication below")
        << page({}, u"<p>Last updated 12 Jan 2026</p>"_s, u"<p>Published: 3 May 2024</p>"_s)
        << plain << u"2024-05-03"_s;
    QTest::newRow("stamped with the last change, published below")
        << page(published(u"2025-11-29T12:28:31-05:00"_s)
                    + u"<meta property=\"article:modified_time\" "
                      "content=\"2025-11-29T12:28:31-05:00\">"_s,
                {}, u"<p>Published <time datetime=\"2025-08-13\">August 13, 2025</time></p>"_s)
        << plain << u"2025-08-13"_s;
    QTest::newRow("a remark about the last change is no date line")
        << QString(page({}, u"<p>Twenty of them. Story updated on 7 January 2020.</p>"_s))
               .replace(u"<h1>"_s, u"<p>30 September 2018</p><h1>"_s)
        << plain << u"2018-09-30"_s;
    QTest::newRow("a day before the web, in words")
        << page({}, u"<p>28 January 1975</p>"_s) << plain << QString();
    QTest::newRow("English, of no country")
        << page({}, u"<span class=\"date\">03/04/2025</span>"_s, {}, u"en"_s) << plain
        << u"2025-03-04"_s;
    QTest::newRow("English, of another country")
        << page({}, u"<span class=\"date\">03/04/2025</span>"_s, {}, u"en"_s)
        << u"https://gazette.example.nz/goats"_s << u"2025-04-03"_s;
    QTest::newRow("JSON-LD in a meta")
        << page(u"<meta name=\"script:ld+json\" content=\"{&quot;@type&quot;:&quot;Article&quot;,"
                "&quot;datePublished&quot;:&quot;2024-05-03&quot;}\">"_s,
                {})
        << plain << u"2024-05-03"_s;
    QTest::newRow("meta, another family")
        << page(u"<meta name=\"published_on\" content=\"2024-05-03T08:00:00Z\">"_s, {}) << plain
        << u"2024-05-03"_s;
    QTest::newRow("the headline is longer than the title")
        << QString(page({}, u"<p>Ada Vole</p><small>December 17, 2025</small>"_s))
               .replace(u"<h1>Goats Mow"_s,
                        u"<h2>After a Long Winter: Forty Goats of the Parish Mow"_s)
               .replace(u"</h1>"_s, u" to Everybody's Surprise but the Mayor's</h2>"_s)
        << plain << u"2025-12-17"_s;
    QTest::newRow("a related story's")
        << page({}, {},
                u"<div class=\"related\"><a href=\"/x\">Sheep</a><time datetime=\"2020-01-02\">2 "
                "Jan</time></div>"_s)
        << plain << QString();
}

void TestPublicationDate::findsTheDay()
{
    QFETCH(QString, html);
    QFETCH(QString, url);
    const SavedPage saved{.html = html, .stated = {.url = QUrl(url)}};

    const auto article = extraction::extract(saved);

    QVERIFY(article);
    QTEST(article->published.date.toString(Qt::ISODate), "day");
}

QTEST_GUILESS_MAIN(TestPublicationDate)
#include "tst_publicationdate.moc"
