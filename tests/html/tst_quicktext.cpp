#include "html/absolute.h"
#include "html/quicktext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

// HTML read in one pass.
class TestQuickText : public QObject
{
    Q_OBJECT

private slots:
    void readsBlocks_data();
    void readsBlocks();
    void readsLines_data();
    void readsLines();
    void knowsMarkup_data();
    void knowsMarkup();
    void makesAddressesAbsolute_data();
    void makesAddressesAbsolute();
    void staysLinear_data();
    void staysLinear();
};

void TestQuickText::readsBlocks_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("plain") << u" one\n two "_s << u"one two"_s;
    QTest::newRow("paragraphs") << u"<p>one</p>\n<p>two</p>"_s << u"one\n\ntwo"_s;
    QTest::newRow("inline") << u"o<b>n</b>e <a href='x>y'>two</a>"_s << u"one two"_s;
    QTest::newRow("line break") << u"one<br>two"_s << u"one two"_s;
    QTest::newRow("two line breaks") << u"one<br/><BR>two"_s << u"one\n\ntwo"_s;
    QTest::newRow("list") << u"<ul><li>one<li>two</ul>three"_s << u"one\n\ntwo\n\nthree"_s;
    QTest::newRow("cells") << u"<tr><td>one</td><td>two</td></tr>"_s << u"one two"_s;
    QTest::newRow("references") << u"a&amp;b &lt;c&gt; &eacute;&#8230;&#x2014;"_s
                                << u"a&b <c> \u00e9\u2026\u2014"_s;
    QTest::newRow("without its end") << u"&copy 2025, &ampx"_s << u"\u00a9 2025, &x"_s;
    QTest::newRow("of windows-1252") << u"it&#146;s"_s << u"it\u2019s"_s;
    QTest::newRow("none") << u"R&D & &zzz; &"_s << u"R&D & &zzz; &"_s;
    QTest::newRow("script") << u"a<script>if (b<c) d('</p>')</script>e"_s << u"ae"_s;
    QTest::newRow("comment") << u"a<!-- <p>b</p> -->c"_s << u"ac"_s;
    QTest::newRow("comment without its end") << u"a<!-- b>c"_s << u"ac"_s;
    QTest::newRow("reading") << u"<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>だ"_s
                             << u"漢字だ"_s;
    QTest::newRow("reading without its end")
        << u"<ruby>漢<rt>かん<rb>字<rt>じ</ruby>だ"_s << u"漢字だ"_s;
    QTest::newRow("reading of nothing") << u"<rt>one <p>two"_s << u"one\n\ntwo"_s;
    QTest::newRow("unknown element") << u"a<x-y>b</x-y>"_s << u"ab"_s;
    QTest::newRow("cut tag") << u"a<b"_s << u"a"_s;
    QTest::newRow("no tag") << u"1 < 2 <3"_s << u"1 < 2 <3"_s;
    QTest::newRow("controls") << u"a\u0001b\u0000c"_s << u"abc"_s;
}

void TestQuickText::readsBlocks()
{
    QFETCH(QString, html);

    QTEST(html::quickText(html), "text");
}

void TestQuickText::readsLines_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");

    QTest::newRow("blocks") << u"<p>one</p><p>two</p>"_s << u"one two"_s;
    QTest::newRow("unknown element") << u"List<T> of <em>T</em>"_s << u"List<T> of T"_s;
    QTest::newRow("no tag ends") << u"a <b and c"_s << u"a <b and c"_s;
    QTest::newRow("comparison") << u"a < b > c"_s << u"a < b > c"_s;
    QTest::newRow("hidden") << u"one<style>p{}</style> two"_s << u"one two"_s;
}

void TestQuickText::readsLines()
{
    QFETCH(QString, html);

    QTEST(html::quickLine(html), "text");
}

void TestQuickText::knowsMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMarkup");

    QTest::newRow("tag") << u"a <i>b"_s << true;
    QTest::newRow("end tag") << u"a</p>"_s << true;
    QTest::newRow("reference") << u"a&nbsp;b"_s << true;
    QTest::newRow("number") << u"a&#38;b"_s << true;
    QTest::newRow("ampersand") << u"R&D"_s << false;
    QTest::newRow("comparison") << u"a < b > c"_s << false;
    QTest::newRow("type") << u"List<Item>"_s << false;
    QTest::newRow("declaration") << u"<!DOCTYPE"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestQuickText::knowsMarkup()
{
    QFETCH(QString, text);

    QTEST(html::hasMarkup(text), "isMarkup");
}

void TestQuickText::makesAddressesAbsolute_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("absolute");

    const auto same
        = [](const char *name, const QString &html) { QTest::newRow(name) << html << html; };
    QTest::newRow("relative") << u"<a href=\"b?c&amp;d\">x</a>"_s
                              << u"<a href=\"https://a.example/f/b?c&amp;d\">x</a>"_s;
    QTest::newRow("without quotes")
        << u"<img alt=x src=/p.png>"_s << u"<img alt=x src=https://a.example/p.png>"_s;
    QTest::newRow("two") << u"<a href='1'><img src='2'></a>"_s
                         << u"<a href='https://a.example/f/1'><img "
                            "src='https://a.example/f/2'></a>"_s;
    same("absolute", u"<a href=\"http://b.example/\">x</a>"_s);
    same("of the same scheme", u"<img src='//b.example/p.png'>"_s);
    same("within", u"<a href='#note'>x</a>"_s);
    same("mail", u"<a href='mailto:a@b.example'>x</a>"_s);
    same("script", u"<a href='javascript:x'>x</a>"_s);
    same("text", u"a href=\"b\" < c"_s);
    same("comment", u"<!-- <a href='b'> -->"_s);
}

void TestQuickText::makesAddressesAbsolute()
{
    QFETCH(QString, html);

    const auto absolute
        = html::withAbsoluteAddresses(html, QUrl(u"https://a.example/f/feed.xml"_s));

    QTEST(absolute, "absolute");
}

void TestQuickText::staysLinear_data()
{
    QTest::addColumn<QString>("piece");

    for (const auto *piece :
         {"<", "<a", "<a ", "<x", "<!--", "<!x", "&", "&a", "</", "</script", "<script>", "<a b='",
          "<a b=\"c' d='", "&#", "&amp", "<rt>", "<rt><p"})
        QTest::addRow("%s", piece) << QString::fromUtf8(piece);
}

void TestQuickText::staysLinear()
{
    QFETCH(QString, piece);
    const auto text = piece.repeated(300'000);
    QElapsedTimer timer;
    timer.start();

    const auto blocks = html::quickText(text);
    const auto line = html::quickLine(text);
    static_cast<void>(html::hasMarkup(text));
    static_cast<void>(html::withAbsoluteAddresses(text, QUrl(u"https://a.example/"_s)));

    QVERIFY(blocks.size() <= text.size() && line.size() <= text.size());
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestQuickText)
#include "tst_quicktext.moc"
