#include "extraction/imageaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using extraction::ImageCandidate;

class TestImageAddress : public QObject
{
    Q_OBJECT

private slots:
    void readsSrcset_data();
    void readsSrcset();
    void choosesTheBest_data();
    void choosesTheBest();
};

void TestImageAddress::readsSrcset_data()
{
    QTest::addColumn<QString>("srcset");
    QTest::addColumn<QList<ImageCandidate>>("candidates");

    QTest::newRow("widths") << u"a.jpg 320w, b.jpg 640w"_s
                            << QList<ImageCandidate>{{u"a.jpg"_s, 320}, {u"b.jpg"_s, 640}};
    QTest::newRow("densities") << u"a.jpg, b.jpg 2x"_s
                               << QList<ImageCandidate>{{u"a.jpg"_s, 0}, {u"b.jpg"_s, 2000}};
    QTest::newRow("comma in an address")
        << u"/w_300,h_200/a.jpg 300w"_s << QList<ImageCandidate>{{u"/w_300,h_200/a.jpg"_s, 300}};
    QTest::newRow("width and height")
        << u"a.jpg 320w 180h, b.jpg 640w 360h"_s
        << QList<ImageCandidate>{{u"a.jpg"_s, 320}, {u"b.jpg"_s, 640}};
    QTest::newRow("data: first") << u"data:image/gif;base64,R0lGOD= 1w, a.jpg 640w"_s
                                 << QList<ImageCandidate>{{u"data:image/gif;base64,R0lGOD="_s, 1},
                                                          {u"a.jpg"_s, 640}};
    QTest::newRow("one alone") << u" a.jpg "_s << QList<ImageCandidate>{{u"a.jpg"_s, 0}};
    QTest::newRow("commas alone") << u",,, ,"_s << QList<ImageCandidate>();
    QTest::newRow("empty") << QString() << QList<ImageCandidate>();
}

void TestImageAddress::readsSrcset()
{
    QFETCH(QString, srcset);

    const auto candidates = extraction::imageCandidates(srcset);

    QTEST(candidates, "candidates");
}

void TestImageAddress::choosesTheBest_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("embedded");
    QTest::addColumn<QString>("address");

    QTest::newRow("src") << u"<img src=a.jpg>"_s << QString() << u"a.jpg"_s;
    QTest::newRow("largest of srcset")
        << u"<img src=a.jpg srcset='b.jpg 320w, c.jpg 900w'>"_s << QString() << u"c.jpg"_s;
    QTest::newRow("what came with the page is better than what is larger")
        << u"<img src=a.jpg srcset='b.jpg 320w, c.jpg 900w'>"_s << u"a.jpg"_s << u"a.jpg"_s;
    QTest::newRow("lazy") << u"<img src='data:image/gif;base64,R0lGOD=' data-src='/a.jpg'>"_s
                          << QString() << u"/a.jpg"_s;
    QTest::newRow("placeholder file")
        << u"<img src='/blank.gif' data-original='/a.jpg'>"_s << QString() << u"/a.jpg"_s;
    QTest::newRow("<picture>")
        << u"<picture><source srcset='b.webp 800w'><img src=a.jpg></picture>"_s << QString()
        << u"b.webp"_s;
    QTest::newRow("<noscript>") << u"<img class=lazy><noscript><img src=a.jpg></noscript>"_s
                                << QString() << u"a.jpg"_s;
    QTest::newRow("lazy srcset")
        << u"<img data-srcset='a.jpg 300w, b.jpg 1200w' sizes='100vw' src=blank.gif>"_s << QString()
        << u"b.jpg"_s;
    QTest::newRow("formats of <picture>")
        << u"<picture><source type=image/avif srcset='a.avif 800w'><source type=image/webp "
           "srcset='a.webp 1600w'><img src=a.jpg></picture>"_s
        << QString() << u"a.webp"_s;
    QTest::newRow("a loader's own attribute")
        << u"<img src='data:image/svg+xml,x' nitro-lazy-src='/files/a.jpg'>"_s << QString()
        << u"/files/a.jpg"_s;
    QTest::newRow("a loader's own set")
        << u"<img data-grid-srcset='/a.jpg 300w, /b.jpg 900w'>"_s << QString() << u"/b.jpg"_s;
    QTest::newRow("blurred stand-in that came with the page")
        << u"<img src='data:image/png;base64,AAAA' data-src='/a.jpg'>"_s
        << u"data:image/png;base64,AAAA"_s << u"/a.jpg"_s;
    QTest::newRow("small picture that came with the page and is all there is")
        << u"<img src='data:image/png;base64,AAAA'>"_s << u"data:image/png;base64,AAAA"_s
        << u"data:image/png;base64,AAAA"_s;
    QTest::newRow("amp-img") << u"<amp-img src=a.jpg srcset='a.jpg 1x, b.jpg 2x'></amp-img>"_s
                             << QString() << u"b.jpg"_s;
    QTest::newRow("a telephone is no placeholder")
        << u"<img src=/files/a-new-pixel.jpg>"_s << QString() << u"/files/a-new-pixel.jpg"_s;
    QTest::newRow("front page") << u"<img src='https://paper.example/'>"_s << QString()
                                << QString();
    QTest::newRow("none") << u"<img alt=x>"_s << QString() << QString();
}

void TestImageAddress::choosesTheBest()
{
    QFETCH(QString, html);
    QFETCH(QString, embedded);
    const auto document = html::Document::parse(html);
    QVERIFY(document);
    const extraction::PageTree tree(*document);
    QHash<QString, QString> names;
    if (!embedded.isEmpty())
        names.insert(embedded, u"broadsheet-media:1"_s);
    int image = 0;
    while (tree.at(image).tag != extraction::Tag::Image)
        ++image;

    const auto address = extraction::bestAddress(tree, image, names);

    QTEST(address, "address");
}

QTEST_GUILESS_MAIN(TestImageAddress)
#include "tst_imageaddress.moc"
