#include "extraction/jsonld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using extraction::StructuredData;

class TestJsonLd : public QObject
{
    Q_OBJECT

private slots:
    void readsAuthors_data();
    void readsAuthors();
    void readsImages_data();
    void readsImages();
    void findsTheArticle_data();
    void findsTheArticle();
    void survivesNesting();
};

namespace {

QString article(const QString &members)
{
    return u"{\"@type\": \"NewsArticle\", %1}"_s.arg(members);
}

} // namespace

void TestJsonLd::readsAuthors_data()
{
    QTest::addColumn<QString>("author");
    QTest::addColumn<QList<Author>>("authors");

    const QList<Author> ada{{.name = u"Ada Brook"_s}};
    QTest::newRow("string") << u"\"Ada Brook\""_s << ada;
    QTest::newRow("object") << u"{\"@type\": \"Person\", \"name\": \"Ada Brook\"}"_s << ada;
    QTest::newRow("list of strings")
        << u"[\"Ada Brook\", \"Ben Ash\"]"_s << QList<Author>{ada.first(), {.name = u"Ben Ash"_s}};
    QTest::newRow("list of objects with addresses")
        << u"[{\"name\": \"Ada Brook\", \"url\": \"https://a.example/ada\"}]"_s
        << QList<Author>{{.name = u"Ada Brook"_s, .url = QUrl(u"https://a.example/ada"_s)}};
    QTest::newRow("list as name") << u"{\"name\": [\"Ada Brook\"]}"_s << ada;
    QTest::newRow("list in a list") << u"[[\"Ada Brook\"]]"_s << ada;
    QTest::newRow("entities") << u"\"Ada &amp;amp; Co\""_s
                              << QList<Author>{{.name = u"Ada & Co"_s}};
    QTest::newRow("empty") << u"{\"name\": \"\"}"_s << QList<Author>();
    QTest::newRow("number") << u"7"_s << QList<Author>();
}

void TestJsonLd::readsAuthors()
{
    QFETCH(QString, author);

    const auto data = extraction::structuredData({article(u"\"author\": "_s + author)});

    QTEST(data.authors, "authors");
}

void TestJsonLd::readsImages_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QList<Figure>>("images");

    const QList<Figure> bare{{.src = u"https://a.example/1.jpg"_s}};
    QTest::newRow("string") << u"\"https://a.example/1.jpg\""_s << bare;
    QTest::newRow("list") << u"[\"https://a.example/1.jpg\"]"_s << bare;
    QTest::newRow("object")
        << u"{\"url\": \"https://a.example/1.jpg\", \"caption\": \"A pier.\", \"creditText\": \"Photo: Ada Brook\"}"_s
        << QList<Figure>{{.src = u"https://a.example/1.jpg"_s,
                          .caption = u"A pier."_s,
                          .credit = u"Ada Brook"_s}};
}

void TestJsonLd::readsImages()
{
    QFETCH(QString, image);

    const auto data = extraction::structuredData({article(u"\"image\": "_s + image)});

    QTEST(data.images, "images");
}

void TestJsonLd::findsTheArticle_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("headline");

    QTest::newRow("plain") << article(u"\"headline\": \"A\""_s) << u"A"_s;
    QTest::newRow("in a list") << u"["_s + article(u"\"headline\": \"A\""_s) + u"]"_s << u"A"_s;
    QTest::newRow("in a graph") << u"{\"@graph\": [{\"@type\": \"WebSite\", \"name\": \"S\"}, "_s
            + article(u"\"headline\": \"A\""_s)
            + u"]}"_s << u"A"_s;
    QTest::newRow("several types")
        << u"{\"@type\": [\"Thing\", \"BlogPosting\"], \"headline\": \"A\"}"_s << u"A"_s;
    QTest::newRow("line break in a string") << article(u"\"headline\": \"A\nB\""_s) << u"A B"_s;
    QTest::newRow("in a comment") << u"<!-- "_s + article(u"\"headline\": \"A\""_s) + u" -->"_s
                                  << u"A"_s;
    QTest::newRow("no article") << u"{\"@type\": \"Product\", \"headline\": \"A\"}"_s << QString();
    QTest::newRow("broken") << u"{\"@type\": \"NewsArticle\", \"headline\": "_s << QString();
}

void TestJsonLd::findsTheArticle()
{
    QFETCH(QString, script);

    const auto data = extraction::structuredData({script});

    QTEST(data.headline, "headline");
}

void TestJsonLd::survivesNesting()
{
    const auto script = QString(100'000, u'[') + QString(100'000, u']');

    const auto data = extraction::structuredData({script});

    QCOMPARE(data, StructuredData());
}

QTEST_GUILESS_MAIN(TestJsonLd)
#include "tst_jsonld.moc"
