#include "html/pictures.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void decodesDataUris_data();
    void decodesDataUris();
    void tellsPictures_data();
    void tellsPictures();
    void namesPicturesByContent();
    void collectsThoseOfAPage();
    void collectsThoseThatAreNamedBesideIt();
};

namespace {

// A header that says how large the picture would be.
QByteArray gif(char width, char height)
{
    return "GIF89a"_ba + width + '\0' + height + '\0' + "rest"_ba;
}

QByteArray png(const QByteArray &width)
{
    return "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"_ba + width + width + "rest"_ba;
}

} // namespace

void TestPictures::decodesDataUris_data()
{
    QTest::addColumn<QString>("uri");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<Resource>("resource");

    QTest::newRow("base64") << u"data:image/png;base64,QUJD"_s << true
                            << Resource{u"image/png"_s, "ABC"_ba};
    QTest::newRow("parameters, case, spaces") << u" DATA:Text/HTML;charset=utf-8;BASE64,QU JD"_s
                                              << true << Resource{u"text/html"_s, "ABC"_ba};
    QTest::newRow("escaped base64")
        << u"data:a/b;base64,QUI%3D"_s << true << Resource{u"a/b"_s, "AB"_ba};
    QTest::newRow("percent") << u"data:image/svg+xml,%3Csvg%2F%3E a"_s << true
                             << Resource{u"image/svg+xml"_s, "<svg/> a"_ba};
    QTest::newRow("empty") << u"data:,"_s << true << Resource{u"text/plain"_s, {}};
    QTest::newRow("no comma") << u"data:image/png;base64"_s << false << Resource{};
    QTest::newRow("no base64") << u"data:image/png;base64,!!!"_s << false << Resource{};
    QTest::newRow("no data") << u"https://gazette.example/a,b"_s << false << Resource{};
}

void TestPictures::decodesDataUris()
{
    QFETCH(QString, uri);
    QFETCH(bool, isGood);

    const auto resource = html::dataUri(uri);

    QCOMPARE(resource.has_value(), isGood);
    if (resource)
        QTEST(*resource, "resource");
}

void TestPictures::tellsPictures_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mimeType"); // Empty for what is none.

    QTest::newRow("PNG") << png("\0\0\1\0"_ba) << u"image/png"_s;
    QTest::newRow("PNG that fills the memory") << png("\0\1\0\0"_ba) << QString();
    QTest::newRow("JPEG") << "\xFF\xD8\xFF\xE0 rest"_ba << u"image/jpeg"_s;
    QTest::newRow("GIF") << gif(40, 30) << u"image/gif"_s;
    QTest::newRow("GIF of one pixel") << gif(1, 1) << QString();
    QTest::newRow("WebP") << "RIFF1234WEBPVP8 "_ba << u"image/webp"_s;
    QTest::newRow("AVIF") << "1234ftypavif0000"_ba << u"image/avif"_s;
    QTest::newRow("BMP") << "BM"_ba + QByteArray(30, 'x') << u"image/bmp"_s;
    QTest::newRow("SVG") << "<svg xmlns='http://www.w3.org/2000/svg'/>"_ba << QString();
    QTest::newRow("icon") << "\0\0\1\0\1\0"_ba << QString();
    QTest::newRow("page") << "<!DOCTYPE html>"_ba << QString();
    QTest::newRow("nothing") << ""_ba << QString();
}

void TestPictures::tellsPictures()
{
    QFETCH(QByteArray, bytes);

    const auto picture = html::picture(bytes);

    QTEST(picture ? picture->mimeType : QString(), "mimeType");
}

void TestPictures::namesPicturesByContent()
{
    const auto first = html::picture(gif(40, 30));
    const auto same = html::picture(gif(40, 30));
    const auto other = html::picture(gif(40, 31));

    QVERIFY(first && same && other);
    QCOMPARE(*first, *same);
    QVERIFY(first->name != other->name);
    QCOMPARE(first->name.size(), qsizetype(qstrlen("broadsheet-media:")) + 64);
}

void TestPictures::collectsThoseOfAPage()
{
    const auto inPage = u"data:image/gif;base64,"_s + QString::fromLatin1(gif(40, 30).toBase64());
    const auto page = html::Document::parse(
        u"<img src='%1'><img src='%1' srcset='cid:a 2x'><picture><source srcset='b.jpg, x "
        u"2x'></picture>"
        "<img data-src='c.jpg'><img src='data:text/html,x'><noscript><img src='d.gif'></noscript>"_s
            .arg(inPage));
    QVERIFY(page);
    const QHash<QString, Resource> resources
        = {{u"cid:a"_s, {u"image/gif"_s, gif(40, 30)}},
           {u"b.jpg"_s, {u"image/jpeg"_s, "\xFF\xD8\xFF\xE0 rest"_ba}},
           {u"c.jpg"_s, {u"image/jpeg"_s, "no picture"_ba}},
           {u"d.gif"_s, {u"text/plain"_s, gif(20, 20)}},
           {u"unused.gif"_s, {u"image/gif"_s, gif(9, 9)}}};

    const auto found = html::embeddedPictures(page->root(), resources);

    QCOMPARE(found.pictures.size(), 3);
    QCOMPARE(found.names.size(), 4);
    QCOMPARE(found.names.value(inPage), found.names.value(u"cid:a"_s));
    QVERIFY(found.names.contains(u"b.jpg"_s));
    QVERIFY(found.names.contains(u"d.gif"_s));
}

void TestPictures::collectsThoseThatAreNamedBesideIt()
{
    const auto page = html::Document::parse(u"<p>No picture.</p>"_s);
    QVERIFY(page);
    const auto data = u"data:image/gif;base64,"_s + QString::fromLatin1(gif(40, 30).toBase64());
    const QHash<QString, Resource> resources = {{u"a.gif"_s, {u"image/gif"_s, gif(20, 20)}}};

    const auto found
        = html::embeddedPictures(page->root(), resources, {data, u"a.gif"_s, u"none.gif"_s, {}});

    QCOMPARE(found.pictures.size(), 2);
    QVERIFY(found.names.contains(data) && found.names.contains(u"a.gif"_s));
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
