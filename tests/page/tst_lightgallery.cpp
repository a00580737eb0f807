#include "page/lightgallery.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestLightGallery : public QObject
{
    Q_OBJECT

private slots:
    void makesTables_data();
    void makesTables();
};

void TestLightGallery::makesTables_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("light");

    const auto figure = [](const QString &src) {
        return u"<figure><img src=\"%1\" alt=\"\"><figcaption>A</figcaption></figure>"_s.arg(src);
    };
    const auto cell = [](const QString &src) {
        return u"<figure class=\"cell\"><img src=\"%1\" alt=\"\"><figcaption>A</figcaption>"
               "</figure></td>"_s.arg(src);
    };
    const auto two = u"<div class=\"gallery\">"_s;
    const auto table = u"<table class=\"gallery\"><tr>"_s;
    const auto end = u"</tr></table>"_s;

    QTest::newRow("none") << figure(u"a"_s) << figure(u"a"_s);
    QTest::newRow("two") << u"<p>x</p>"_s + two + figure(u"a"_s) + u"\n"_s + figure(u"b"_s)
            + u"</div><p>y</p>"_s
                         << u"<p>x</p>"_s + table + u"<td>"_s + cell(u"a#cut"_s) + u"<td>"_s
            + cell(u"b#cut"_s) + end + u"<p>y</p>"_s;
    QTest::newRow("an odd number")
        << two + figure(u"a"_s) + figure(u"b"_s) + figure(u"c"_s) + u"</div>"_s
        << table + u"<td>"_s + cell(u"a#cut"_s) + u"<td>"_s + cell(u"b#cut"_s)
            + u"</tr><tr><td colspan=\"2\">"_s + cell(u"c"_s) + end;
    QTest::newRow("three in a row")
        << u"<div class=\"gallery thirds\">"_s + figure(u"a"_s).repeated(3) + u"</div>"_s
        << table + (u"<td>"_s + cell(u"a#cut"_s)).repeated(3) + end;
    QTest::newRow("two of them")
        << (two + figure(u"a"_s) + figure(u"b"_s) + u"</div>"_s).repeated(2)
        << (table + u"<td>"_s + cell(u"a#cut"_s) + u"<td>"_s + cell(u"b#cut"_s) + end).repeated(2);
    QTest::newRow("never ending") << two + figure(u"a"_s) << two + figure(u"a"_s);
}

void TestLightGallery::makesTables()
{
    QFETCH(QString, story);

    QTEST(page::withGalleryTables(story), "light");
}

QTEST_GUILESS_MAIN(TestLightGallery)
#include "tst_lightgallery.moc"
