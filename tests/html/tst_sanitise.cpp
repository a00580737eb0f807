#include "html/sanitise.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSanitise : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void keepsOurOwnAddressesForOurselves();
    void leavesOutNodes();
    void readsAsText_data();
    void readsAsText();
    void escapes();
};

namespace {

const QUrl base(u"https://gazette.example/2025/story.html"_s);
const auto carried = u"broadsheet-media:"_s + QString(64, u'a');

} // namespace

void TestSanitise::writes_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("safe");

    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("bare line") << u"a <b>bold</b> word"_s << u"a <b>bold</b> word"_s;
    QTest::newRow("containers become paragraphs")
        << u"<div>one <i>two</i><div>three</div>four</div>"_s
        << u"<p>one <i>two</i></p><p>three</p><p>four</p>"_s;
    QTest::newRow("no paragraph in a paragraph's place")
        << u"<section><h2><div>One</div><div>two</div></h2></section>"_s
        << u"<h2>One<br>two</h2>"_s;
    QTest::newRow("a card in a link") << u"<div><a href=/x><div><h3>T</h3>d</div></a>e</div>"_s
                                      << u"<a href=\"https://gazette.example/x\"><h3>T</h3>"
                                         "<p>d</p></a><p>e</p>"_s;
    QTest::newRow("containers with a meaning")
        << u"<div class='x related y'>a</div><section dir=RTL lang=he>b</section>"_s
        << u"<div class=\"related\">a</div><div lang=\"he\" dir=\"rtl\">b</div>"_s;
    QTest::newRow("addresses are made absolute")
        << u"<a href='../a?b=1&amp;c#d' target=x>l</a><a href=mailto:a@b.example>m</a>"_s
        << u"<a href=\"https://gazette.example/a?b=1&amp;c#d\">l</a>"
           "<a href=\"mailto:a@b.example\">m</a>"_s;
    QTest::newRow("links that lead nowhere")
        << u"<a href='#'>a</a><a name=b>b</a><a href='#%3C'>c</a>"_s << u"abc"_s;
    QTest::newRow("places only the page has")
        << u"<a href='#n'>a</a>"_s
        << u"<a href=\"https://gazette.example/2025/story.html#n\">a</a>"_s;
    QTest::newRow("credentials in an address")
        << u"<a href=https://bank.example@evil.example/>x</a>"_s
        << u"<a href=\"https://evil.example/\">x</a>"_s;
    QTest::newRow("picture") << u"<img src=a.jpg alt='A &quot;b&quot;' width=640px height=50% "
                                "srcset='b.jpg 2x' loading=lazy>"_s
                             << u"<img src=\"https://gazette.example/2025/a.jpg\" "
                                "alt=\"A &quot;b&quot;\" width=\"640\">"_s;
    QTest::newRow("picture that came along")
        << u"<img src='data:image/gif;base64,R0'>"_s << u"<img src=\"%1\">"_s.arg(carried);
    QTest::newRow("picture loaded by a script")
        << u"<img src='data:,' data-src='/a.jpg'><img data-srcset='/s.jpg 100w, /l.jpg 900w'>"_s
        << u"<img src=\"https://gazette.example/a.jpg\">"
           "<img src=\"https://gazette.example/l.jpg\">"_s;
    QTest::newRow("picture without a script")
        << u"<img src='data:,'><noscript><img src=/a.jpg></noscript>"_s
        << u"<img src=\"https://gazette.example/a.jpg\">"_s;
    QTest::newRow("picture said twice")
        << u"<img src=/a.jpg><noscript><img src=/b.jpg></noscript>"_s
        << u"<img src=\"https://gazette.example/a.jpg\">"_s;
    QTest::newRow("one of several sources")
        << u"<picture><source srcset='/a.webp 1x, /b.webp 2x'><img alt=c></picture>"_s
        << u"<img src=\"https://gazette.example/b.webp\" alt=\"c\">"_s;
    QTest::newRow("counters and spacers")
        << u"a<img src=/c.gif width=1 height=1><img src=/d.gif style='display: none'>"_s << u"a"_s;
    QTest::newRow("lost picture")
        << u"<figure><img src='x_files/a.jpg' alt=Boat></figure><p><img src='x_files/a.jpg'></p>"
           "<figure><img src='x_files/a.jpg' width=1></figure><figure><img src='data:,'></figure>"_s
        << u"<figure><img alt=\"Boat\"></figure>"_s;
    QTest::newRow("lost picture in a link")
        << u"<a href=/x><img alt='The story'></a>"_s
        << u"<a href=\"https://gazette.example/x\">The story</a>"_s;
    QTest::newRow("list") << u"<ol start=3 type=a reversed><li value=7 style=x>a<li>b</ol>"_s
                          << u"<ol start=\"3\" reversed=\"\" type=\"a\"><li value=\"7\">a</li>"
                             "<li>b</li></ol>"_s;
    QTest::newRow("table") << u"<table border=1><tr><th scope=col colspan=2>a<td>b</table>"_s
                           << u"<table><tbody><tr><th colspan=\"2\" scope=\"col\">a</th>"
                              "<td>b</td></tr></tbody></table>"_s;
    QTest::newRow("where cells stand")
        << u"<table><tr><th align=Right>a<td style='x: y; Text-Align : center'>b"
           "<td align=justify>c<td style='text-align:url(x)'>d</table><p align=right>e</p>"_s
        << u"<table><tbody><tr><th align=\"right\">a</th><td align=\"center\">b</td><td>c</td>"
           "<td>d</td></tr></tbody></table><p>e</p>"_s;
    QTest::newRow("parts without their whole")
        << u"<li>a</li><dt>b</dt><figcaption>c</figcaption>"_s << u"<p>a</p><p>b</p><p>c</p>"_s;
    QTest::newRow("preformatted") << u"<pre>\n\na\n  b</pre>"_s << u"<pre>\n\na\n  b</pre>"_s;
    QTest::newRow("old names") << u"<strike>a</strike><tt>b</tt><xmp>c</xmp>"_s
                               << u"<s>a</s><code>b</code><pre>c</pre>"_s;
    QTest::newRow("empty things") << u"<p> &nbsp;</p>a<b></b><div></div><ul></ul>b"_s
                                  << u"a<br>b"_s;
    QTest::newRow("embeds") << u"<p>a</p><iframe src=x>b</iframe><video>c</video>"_s
                            << u"<p>a</p>"_s;
    QTest::newRow("time") << u"<time datetime='2025-04-03T08:00'>3 April</time>"_s
                          << u"<time datetime=\"2025-04-03T08:00\">3 April</time>"_s;
}

void TestSanitise::writes()
{
    QFETCH(QString, fragment);
    const html::Sanitising how
        = {.base = base,
           .pictures = {{u"data:image/gif;base64,R0"_s, carried}, {u"x_files/a.jpg"_s, {}}}};

    const auto safe = html::sanitise(fragment, how);

    QTEST(safe.toString(), "safe");
}

void TestSanitise::keepsOurOwnAddressesForOurselves()
{
    const auto fragment = u"<a href=\"broadsheet:story/1\">a</a><img src=\"%1\">"_s.arg(carried);

    const auto ours = html::sanitise(fragment, {.ownAddresses = true});
    const auto theirs = html::sanitise(fragment, {.base = base});

    QCOMPARE(ours.toString(), fragment);
    QCOMPARE(theirs.toString(), u"a"_s);
}

void TestSanitise::leavesOutNodes()
{
    const auto page = html::Document::parse(u"<article><h1>T</h1><p>a</p><p>b</p></article>"_s);
    QVERIFY(page);
    const auto title = page->body().firstDescendant(u"h1");
    const auto paragraphs = page->body().descendants(u"p");

    const auto rest = html::sanitise(page->body(), {.without = {title, paragraphs.first()}});
    const auto several = html::sanitise(QList<html::Node>{paragraphs.last(), title});

    QCOMPARE(rest.toString(), u"<p>b</p>"_s);
    QCOMPARE(several.toString(), u"<p>b</p><h1>T</h1>"_s);
}

void TestSanitise::readsAsText_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blocks") << u"<h2>Tide</h2><p>one\n two</p><ul><li>a</li><li>b</li></ul>"_s
                            << u"Tide\n\none two\n\na\n\nb"_s;
    QTest::newRow("line breaks") << u"<p>one<br>two<br><br>three</p>"_s << u"one two\n\nthree"_s;
    QTest::newRow("rows") << u"<table><tr><td>a<td>b<tr><td>c<td>d</table>"_s << u"a b\n\nc d"_s;
    QTest::newRow("figures") << u"<p>a</p><figure><img src=/x><figcaption>c</figcaption></figure>"
                                "<p>b</p>"_s
                             << u"a\n\nb"_s;
    QTest::newRow("related") << u"a<aside class=related>c</aside><aside>b</aside>"_s << u"a\n\nb"_s;
    QTest::newRow("quotation") << u"<p>She said <q>no</q>.</p>"_s << u"She said \u201Cno\u201D."_s;
    QTest::newRow("readings") << u"<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>だ</p>"_s
                              << u"漢字だ"_s;
    QTest::newRow("nested list") << u"<ul><li>a<ul><li>b</li></ul>c</li></ul>"_s
                                 << u"a\n\nb\n\nc"_s;
}

void TestSanitise::readsAsText()
{
    QFETCH(QString, fragment);

    const auto text = html::plainText(html::sanitise(fragment, {.base = base}));

    QTEST(text, "text");
}

void TestSanitise::escapes()
{
    QCOMPARE(html::escaped(u"a<b> & \"c\"\u00A0\u0001d"_s),
             u"a&lt;b&gt; &amp; &quot;c&quot;&nbsp;d"_s);
}

QTEST_GUILESS_MAIN(TestSanitise)
#include "tst_sanitise.moc"
