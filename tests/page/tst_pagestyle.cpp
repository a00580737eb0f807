#include "parsedpage.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

// How a page looks, by its story's script and by the person's wish, and that it loads nothing.
class TestPageStyle : public QObject
{
    Q_OBJECT

private slots:
    void dropsTheIndentOfIdeographicParagraphs();
    void writesInTheStorysDirection_data();
    void writesInTheStorysDirection();
    void forbidsEverythingButItsOwnStyle();
    void takesThePersonsStyle();
    void followsTheLook();
};

void TestPageStyle::dropsTheIndentOfIdeographicParagraphs()
{
    const auto document = parsed({.body = safe(u"<p>\u3000\u3000港の灯り\u3000消える</p>"_s)});

    QCOMPARE(document.body().firstDescendant(u"p").firstChild().text(), u"港の灯り\u3000消える"_s);
}

void TestPageStyle::writesInTheStorysDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("script");

    QTest::newRow("English") << u"The ferry left."_s << u"en"_s << u"ltr"_s << u"latin"_s;
    QTest::newRow("Arabic") << u"غادرت العبّارة الميناء"_s << u"ar"_s << u"rtl"_s << u"arabic"_s;
    QTest::newRow("Arabic that says it is English")
        << u"غادرت العبّارة الميناء مع BBC"_s << u"en"_s << u"rtl"_s << u"arabic"_s;
    QTest::newRow("Hebrew") << u"המעבורת עזבה את הנמל"_s << QString() << u"rtl"_s << u"hebrew"_s;
    QTest::newRow("Japanese") << u"連絡船が出航した"_s << u"ja"_s << u"ltr"_s << u"cjk"_s;
    QTest::newRow("no letters") << u"1, 2, 3"_s << u"fa"_s << u"rtl"_s << u"arabic"_s;
    QTest::newRow("English on Arabic")
        << u"The word سلام means peace."_s << u"en"_s << u"ltr"_s << u"latin"_s;
}

void TestPageStyle::writesInTheStorysDirection()
{
    QFETCH(QString, text);
    QFETCH(QString, language);

    const auto document
        = parsed({.language = language, .body = safe(u"<p>"_s + text + u"</p>"_s), .text = text});

    const auto story = withClass(document, u"story"_s).value(0);
    QTEST(story.attribute("dir"), "direction");
    QCOMPARE(story.attribute("lang"), language);
    QFETCH(QString, script);
    QVERIFY(story.attribute("class").split(u' ').contains(script));
}

void TestPageStyle::forbidsEverythingButItsOwnStyle()
{
    const auto document = parsed(ferry());

    const auto meta = document.head().descendants(u"meta");
    const auto policy = std::ranges::find_if(meta, [](const html::Node &node) {
        return node.attribute("http-equiv") == "Content-Security-Policy"_L1;
    });
    QVERIFY(policy != meta.end());
    const auto style = document.head().firstDescendant(u"style").firstChild().text();
    const auto hash = QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256);
    QCOMPARE(policy->attribute("content"),
             u"default-src 'none'; img-src broadsheet-media:; style-src 'sha256-%1'; "
             "base-uri 'none'; form-action 'none'"_s.arg(QString::fromLatin1(hash.toBase64())));
    QVERIFY(!style.contains("url("_L1) && !style.contains("@import"_L1));
}

void TestPageStyle::takesThePersonsStyle()
{
    const auto css = u"h1::before { content: \"</style><script>alert(1)</script>\" }\r\n\0p{}"_s;

    const auto document = *html::Document::parse(page::shell({}, {}, css));

    const auto styles = document.head().descendants(u"style");
    QCOMPARE(styles.size(), 2);
    const auto own = styles.last().firstChild().text();
    QVERIFY(own.startsWith("h1::before"_L1) && own.endsWith("p{}"_L1));
    QVERIFY(document.root().descendants(u"script").isEmpty());
    const auto hash = QCryptographicHash::hash(own.toUtf8(), QCryptographicHash::Sha256);
    QVERIFY(page::shell({}, {}, css)
                .contains(u" 'sha256-%1'; base-uri"_s.arg(QString::fromLatin1(hash.toBase64()))));
}

void TestPageStyle::followsTheLook()
{
    const auto html
        = page::shell({}, {.theme = page::Theme::Sepia, .textSize = 125, .lineWidth = 5000});

    QVERIFY(html.contains("<html data-theme=\"sepia\">"_L1));
    QVERIFY(html.contains("--line-width:120;"_L1));
    QVERIFY(html.contains(":root{--size-text:24px;--line-text:37px;"_L1));
}

QTEST_GUILESS_MAIN(TestPageStyle)
#include "tst_pagestyle.moc"
