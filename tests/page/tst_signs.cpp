#include "html/sanitise.h"
#include "page/light.h"
#include "page/markdown.h"
#include "page/page.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Drawings and formulas where nothing can draw them, and where something can.
class TestSigns : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatItCannotDraw_data();
    void saysWhatItCannotDraw();
    void drawsOnThePage();
};

namespace {

Article articleWith(const QString &html)
{
    return {.title = u"Rain"_s, .body = html::sanitise(html)};
}

} // namespace

void TestSigns::saysWhatItCannotDraw_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("light");
    QTest::addColumn<QString>("markdown");

    QTest::newRow("a drawing with a title")
        << u"<p>a</p><svg><title>Rain &amp; snow</title><rect/><text>June</text></svg>"_s
        << u"<p>a</p><div class=\"unsaved\">Rain &amp; snow</div>"_s << u"a\n\nRain & snow"_s;
    QTest::newRow("a drawing with words")
        << u"<p>a <svg><text>May</text><g><text>June</text></g></svg></p>"_s
        << u"<p>a <div class=\"unsaved\">May June</div></p>"_s << u"a May June"_s;
    QTest::newRow("a drawing without any")
        << u"<p>a<svg><rect/></svg>b</p>"_s << u"<p>ab</p>"_s << u"ab"_s;
    QTest::newRow("a formula") << u"<p>a <math><mfrac><mi>x</mi><mi>y</mi></mfrac></math></p>"_s
                               << u"<p>a x/y</p>"_s << u"a xy"_s;
    QTest::newRow("a reading") << u"<p>a<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>"_s
                               << u"<p>a<ruby>漢字（<rt>かんじ</rt>）</ruby></p>"_s
                               << u"a漢字（かんじ）"_s;
}

void TestSigns::saysWhatItCannotDraw()
{
    QFETCH(QString, html);
    QFETCH(QString, light);
    QFETCH(QString, markdown);
    const auto article = articleWith(html);

    const auto shown = page::lightStory(page::story(article, {}));
    const auto written = page::markdown(article);

    QVERIFY2(shown.contains(u"</a>"_s + light), qPrintable(shown));
    QVERIFY2(written.trimmed().endsWith(markdown), qPrintable(written));
}

void TestSigns::drawsOnThePage()
{
    const auto article = articleWith(u"<svg><rect/></svg><math><mi>x</mi></math>"_s);

    const auto shown = page::story(article, {});

    QVERIFY(shown.contains(u"<svg><rect></rect></svg><math><mi>x</mi></math>"_s));
}

QTEST_GUILESS_MAIN(TestSigns)
#include "tst_signs.moc"
