#include "html/document.h"
#include "html/limits.h"
#include "html/sanitise.h"

#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void walks();
    void namesElements();
    void findsPicturesInNoscript();
    void readsTextOfBlocksApart();
    void givesBackLongValues();
    void refusesWhatIsTooLarge();
    void survives_data();
    void survives();
};

namespace {

constexpr double longest = 8; // Seconds of processor time: others may keep the machine busy.

int depthOf(const html::Document &document)
{
    auto deepest = 0;
    auto depth = 0;
    const auto root = document.root();
    for (auto node = root; !node.isNull();) {
        if (!node.firstChild().isNull()) {
            node = node.firstChild();
            deepest = std::max(deepest, ++depth);
            continue;
        }
        for (; !node.isNull() && node.nextSibling().isNull(); --depth)
            node = node.parent();
        if (!node.isNull())
            node = node.nextSibling();
    }
    return deepest;
}

} // namespace

void TestDocument::walks()
{
    const auto document = html::Document::parse(u"<p id=a>one<b>two</b></p><!--c--><p>three"_s);
    QVERIFY(document);
    const auto body = document->body();

    const auto first = body.firstChild();
    QCOMPARE(first.attribute("id"), u"a"_s);
    QVERIFY(!first.hasAttribute("class"));
    QCOMPARE(first.children().size(), 2);
    QCOMPARE(first.childElements().size(), 1);
    QCOMPARE(first.parent(), body);
    QCOMPARE(first.nextSibling().kind(), html::Node::Kind::Comment);
    QCOMPARE(first.nextSibling().text(), u"c"_s);
    QCOMPARE(first.nextSibling().previousSibling(), first);
    QCOMPARE(first.next(body).text(), u"one"_s);
    QCOMPARE(first.nextOutside(body), first.nextSibling());
    QVERIFY(first.firstChild().nextSibling().firstChild().next(first).isNull());
    QCOMPARE(body.descendants(u"p").size(), 2);
    QCOMPARE(html::textOf(body.firstDescendant(u"b")), u"two"_s);
    QVERIFY(document->root().parent().isNull());
    QVERIFY(html::Node().next({}).isNull());
}

void TestDocument::namesElements()
{
    const auto document = html::Document::parse(
        u"<My-Card>x</My-Card><svg><title>t</title><linearGradient/></svg><math><mi>x</mi></math>"_s);
    QVERIFY(document);
    const auto body = document->body();

    QVERIFY(body.firstChild().isElement(u"my-card"));
    QVERIFY(body.firstDescendant(u"title").isNull());
    QVERIFY(!body.firstDescendant(u"svg").isNull());
    QVERIFY(!body.firstDescendant(u"svg:lineargradient").isNull());
    QVERIFY(!body.firstDescendant(u"math:mi").isNull());
}

void TestDocument::findsPicturesInNoscript()
{
    const auto document = html::Document::parse(u"<p><noscript><img src=a.jpg></noscript>"_s);
    QVERIFY(document);

    QCOMPARE(document->body().firstDescendant(u"img").attribute("src"), u"a.jpg"_s);
}

void TestDocument::readsTextOfBlocksApart()
{
    const auto document = html::Document::parse(
        u"<h2>One</h2><p>two<br>th<b>ree</b></p><script>x</script><style>y</style>"_s);
    QVERIFY(document);

    QCOMPARE(html::textOf(document->body()), u"One two three"_s);
}

// Long values and scripts go past the parser, and nobody may notice.
void TestDocument::givesBackLongValues()
{
    const auto letters = QString(5000, u'x');
    const auto document = html::Document::parse(
        u"<script type=a>%1<b></script><style>%1</style><img alt='%1' src=\"%1\" title='%1&amp;'>"_s
            .arg(letters));
    QVERIFY(document);

    QCOMPARE(document->head().firstDescendant(u"script").firstChild().text(), letters + u"<b>"_s);
    QCOMPARE(document->head().firstDescendant(u"style").firstChild().text(), letters);
    const auto image = document->body().firstDescendant(u"img");
    QCOMPARE(image.attribute("alt"), letters);
    QCOMPARE(image.attribute("src"), letters);
    QCOMPARE(image.attribute("title"), letters + u'&');
}

void TestDocument::refusesWhatIsTooLarge()
{
    const auto document = html::Document::parse(QByteArray(html::limits::documentBytes + 1, 'x'));

    QVERIFY(!document);
    QCOMPARE(document.error().kind, Error::Kind::TooLarge);
}

void TestDocument::survives_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<int>("times");

    QTest::newRow("containers") << "<div>"_ba << 100'000;
    QTest::newRow("formatting") << "<b>"_ba << 100'000;
    QTest::newRow("links around containers") << "<a href=x><div>"_ba << 100'000;
    QTest::newRow("formatting closed inside") << "<b><div></b>"_ba << 100'000;
    QTest::newRow("tables") << "<table><tr><td>"_ba << 100'000;
    QTest::newRow("end tags tables ignore") << "<div><table></div>"_ba << 100'000;
    QTest::newRow("lists") << "<ul><li>"_ba << 100'000;
    QTest::newRow("readings") << "<ruby><rt>"_ba << 100'000;
    QTest::newRow("drawings") << "<svg><foreignObject>"_ba << 100'000;
    QTest::newRow("titles in a choice") << "<select><title><input></select><div>"_ba << 100'000;
    QTest::newRow("templates") << "<template>"_ba << 100'000;
    QTest::newRow("paragraphs") << "<p>"_ba << 400'000;
    QTest::newRow("comments") << "<!-- "_ba << 500'000;
    QTest::newRow("half tags") << "<"_ba << 500'000;
    QTest::newRow("quotes") << "<a b='"_ba << 500'000;
    QTest::newRow("attributes") << " a=1 b<div "_ba << 200'000;
}

void TestDocument::survives()
{
    QFETCH(QByteArray, piece);
    QFETCH(int, times);
    const auto start = std::clock();

    const auto document = html::Document::parse("<p>Before.</p>" + piece.repeated(times) + "end");
    QVERIFY(document);
    const auto safe = html::sanitise(document->body(), {});

    QVERIFY(html::plainText(safe).startsWith(u"Before."));
    // Elements that end by themselves are not counted: a table's cell is three deeper than it.
    QVERIFY(depthOf(*document) <= 5 * html::limits::depth);
    QVERIFY(double(std::clock() - start) / CLOCKS_PER_SEC < longest);
}

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
