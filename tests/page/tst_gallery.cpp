#include "page/gallery.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestGallery : public QObject
{
    Q_OBJECT

private slots:
    void setsPicturesInARowTogether_data();
    void setsPicturesInARowTogether();
    void takesNoTimeOverFigures();
};

void TestGallery::setsPicturesInARowTogether_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("shown");

    const auto figure = u"<figure><img src=\"a\" alt=\"\"><figcaption>A</figcaption></figure>"_s;
    const auto words = u"<p>And</p>"_s;
    const auto gallery = u"<div class=\"gallery\">%1</div>"_s;
    const auto thirds = u"<div class=\"gallery thirds\">%1</div>"_s;

    QTest::newRow("none") << words << words;
    QTest::newRow("one") << figure << figure;
    QTest::newRow("two") << figure + u"\n "_s + figure << gallery.arg(figure + u"\n "_s + figure);
    QTest::newRow("three") << figure.repeated(3) << thirds.arg(figure.repeated(3));
    QTest::newRow("words between") << figure + words + figure << figure + words + figure;
    QTest::newRow("letters between") << figure + u"and"_s + figure << figure + u"and"_s + figure;
    QTest::newRow("twice") << words + figure.repeated(2) + words + figure.repeated(6) + words
                           << words + gallery.arg(figure.repeated(2)) + words
            + thirds.arg(figure.repeated(6)) + words;
    const auto quotation = u"<figure><blockquote>x</blockquote></figure>"_s;
    QTest::newRow("a figure of words") << figure + quotation << figure + quotation;
    QTest::newRow("never ending") << figure + u"<figure><img src=\"a\">"_s
                                  << figure + u"<figure><img src=\"a\">"_s;
}

void TestGallery::setsPicturesInARowTogether()
{
    QFETCH(QString, body);

    QTEST(page::withGalleries(body), "shown");
}

void TestGallery::takesNoTimeOverFigures()
{
    const auto body = u"<figure><img src=\"a\"></figure><p>x</p>"_s.repeated(20'000);

    QCOMPARE(page::withGalleries(body), body);
}

QTEST_GUILESS_MAIN(TestGallery)
#include "tst_gallery.moc"
