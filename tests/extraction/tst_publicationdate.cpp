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
