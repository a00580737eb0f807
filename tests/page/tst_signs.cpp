#include "html/sanitise.h"
#include "page/light.h"
#include "page/markdown.h"
#include "page/page.h"
#include "page/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Drawings and formulas where nothing can draw them, and where something can; marks of quotation.
class TestSigns : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatItCannotDraw_data();
    void saysWhatItCannotDraw();
    void drawsOnThePage();
    void saysFormulasInALine_data();
    void saysFormulasInALine();
    void keepsFormulasInFiles();
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
    QTest::newRow("a formula")
        << u"<p>a <math><mfrac><mi>x</mi><mi>y</mi></mfrac></math></p>"_s
        << u"<p>a <span class=\"formula\" dir=\"ltr\"><span class=\"isolate\">\u2068</span>x/y"
           "<span class=\"isolate\">\u2069</span></span></p>"_s
        << u"a x/y"_s;
    QTest::newRow("a reading") << u"<p>a<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>"_s
                               << u"<p>a<ruby>漢字（<rt>かんじ</rt>）</ruby></p>"_s
                               << u"a漢字（かんじ）"_s;
    QTest::newRow("a quotation") << u"<p>a <q>b <q>c</q></q> <q>d</q></p>"_s
                                 << u"<p>a <span>“b <span>‘c’</span>”</span> <span>“d”</span></p>"_s
                                 << u"a “b ‘c’” “d”"_s;
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

    QVERIFY(
        shown.contains(u"<svg><rect></rect></svg><bdi class=\"formula\" dir=\"ltr\">x</bdi>"_s));
}

void TestSigns::saysFormulasInALine_data()
{
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("line");

    const auto radicand = u"<msup><mi>b</mi><mn>2</mn></msup><mo>-</mo><mn>4</mn><mi>a</mi>"
                          "<mi>c</mi>"_s;
    QTest::newRow("solution of an equation")
        << u"<mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo><msqrt>"_s + radicand
            + u"</msqrt></mrow><mrow><mn>2</mn><mo>&#8290;</mo><mi>a</mi></mrow></mfrac>"_s
        << u"x = (−b±√(b²−4ac))/(2a)"_s;
    QTest::newRow("half") << u"<mfrac><mn>1</mn><mn>2</mn></mfrac>"_s << u"1/2"_s;
    QTest::newRow("half of a product")
        << u"<mfrac><mn>1</mn><mn>2</mn></mfrac><mi>m</mi><msup><mi>v</mi><mn>2</mn></msup>"_s
        << u"(1/2)mv²"_s;
    QTest::newRow("mixed number") << u"<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>"_s
                                  << u"3 1/2"_s;
    QTest::newRow("fraction in a fraction")
        << u"<mfrac><mfrac><mi>a</mi><mi>b</mi></mfrac><mi>c</mi></mfrac>"_s << u"(a/b)/c"_s;
    QTest::newRow("binomial")
        << u"<mo>(</mo><mfrac linethickness=0><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>"_s
        << u"(n¦k)"_s;
    QTest::newRow("cube root") << u"<mroot><mi>x</mi><mn>3</mn></mroot>"_s << u"∛x"_s;
    QTest::newRow("any root")
        << u"<mroot><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>n</mi></mroot>"_s
        << u"ⁿ√(a+b)"_s;
    QTest::newRow("root of a bracket")
        << u"<msqrt><mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><mo>)</mo></msqrt>"_s << u"√(a+b)"_s;
    QTest::newRow("root of a power")
        << u"<msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt>"_s << u"√(x²)"_s;
    QTest::newRow("negative power")
        << u"<msup><mi>x</mi><mrow><mo>-</mo><mn>1</mn></mrow></msup>"_s << u"x⁻¹"_s;
    QTest::newRow("power without letters")
        << u"<msup><mi>e</mi><mrow><mi>i</mi><mi>π</mi></mrow></msup>"_s << u"e^(iπ)"_s;
    QTest::newRow("power of a bracket")
        << u"<mo>(</mo><mi>a</mi><mo>+</mo><mi>b</mi><msup><mo>)</mo><mn>2</mn></msup>"_s
        << u"(a+b)²"_s;
    QTest::newRow("power of a sum")
        << u"<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>"_s << u"(a+b)²"_s;
    QTest::newRow("derivative") << u"<msup><mi>f</mi><mo>′</mo></msup>"_s << u"f′"_s;
    QTest::newRow("index") << u"<msub><mi>x</mi><mn>1</mn></msub>"_s << u"x₁"_s;
    QTest::newRow("index in words") << u"<msub><mi>T</mi><mtext>Q</mtext></msub>"_s << u"T_Q"_s;
    QTest::newRow("index and power")
        << u"<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>"_s << u"x₁²"_s;
    QTest::newRow("sum")
        << u"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi>"
           "</munderover><msub><mi>a</mi><mi>i</mi></msub>"_s
        << u"∑ᵢ₌₁ⁿ aᵢ"_s;
    QTest::newRow("limit")
        << u"<munder><mo>lim</mo><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>"
           "<mi>sin</mi><mi>x</mi>"_s
        << u"lim_(x→0) sin x"_s;
    QTest::newRow("mean") << u"<mover><mi>x</mi><mo>¯</mo></mover>"_s << u"x\u0304"_s;
    QTest::newRow("isotope")
        << u"<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>"_s
        << u"¹⁴₆C"_s;
    QTest::newRow("matrix")
        << u"<mo>[</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr><mtd>"
           "<mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable><mo>]</mo>"_s
        << u"[a, b; c, d]"_s;
    QTest::newRow("words") << u"<mi>x</mi><mtext>if</mtext><mi>y</mi><mo>&gt;</mo><mn>0</mn>"_s
                           << u"x if y > 0"_s;
}

// The same in every place where nothing can set them.
void TestSigns::saysFormulasInALine()
{
    QFETCH(QString, inside);
    QFETCH(QString, line);
    auto article = articleWith(u"<p>so <math>"_s + inside + u"</math></p>"_s);
    article.text = u"so as it was said once"_s;

    QVERIFY(page::plainText(article).endsWith(u"so "_s + line));
    QCOMPARE(html::plainText(article.body), u"so "_s + line);
    const auto story = page::story(article, {});
    QVERIFY2(story.contains(u'>' + html::escaped(line) + u"</bdi></p>"_s), qPrintable(story));
    const auto written = page::markdown(article);
    QVERIFY2(written.endsWith(u"so "_s + page::markdownInline(line) + u'\n'), qPrintable(written));
}

void TestSigns::keepsFormulasInFiles()
{
    const auto article = articleWith(u"<p><math><msqrt><mi>x</mi></msqrt></math></p>"_s);
    page::Context context;
    context.place = page::Context::Place::File;

    QVERIFY(page::story(article, context).contains(u"<math><msqrt><mi>x</mi></msqrt></math>"_s));
}

QTEST_GUILESS_MAIN(TestSigns)
#include "tst_signs.moc"
