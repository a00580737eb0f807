#include "html/sanitise.h"
#include "page/light.h"
#include "page/marked.h"
#include "page/page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using search::Node;
using search::Term;

// The words of a search in a story's page.
class TestMarked : public QObject
{
    Q_OBJECT

private slots:
    void marks_data();
    void marks();
    void looksWhereASearchFinds();
    void countsWhatItMarks();
    void leavesAStoryWithoutThemAsItIs();
    void survivesAStoryOfNothingElse();
    void marksInTheLightViewToo();
    void readsOnBehindAReading();
};

namespace {

search::Query queryFor(const QStringList &words, Term::Kind kind = Term::Kind::Words)
{
    search::Query query;
    for (const auto &word : words) {
        query.root.children.append(
            {.kind = Node::Kind::Term, .term = {.kind = kind, .text = word}});
    }
    return query;
}

QString marked(const QString &html, const search::Query &query)
{
    auto text = page::marked(html, query).html;
    for (int hit = 1; hit < 20; ++hit)
        text.replace(u"<mark class=\"hit\" data-hit=\"%1\">"_s.arg(hit), u"[%1 "_s.arg(hit));
    return text.replace("</mark>"_L1, "]"_L1);
}

} // namespace

void TestMarked::marks_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &html, const QString &expected) {
        QTest::newRow(name) << html << expected;
    };
    row("words", u"<p>The ferry and the <b>Ferry</b>.</p>"_s,
        u"<p>The [1 ferry] and the <b>[2 Ferry]</b>.</p>"_s);
    row("a word in two types", u"<p>fer<i>ry</i> left</p>"_s,
        u"<p>[1 fer]<i>[1 ry]</i> left</p>"_s);
    row("not over the end of a block", u"<p>fer</p><p>ry</p>"_s, u"<p>fer</p><p>ry</p>"_s);
    row("not over a line break", u"<p>fer<br>ry</p>"_s, u"<p>fer<br>ry</p>"_s);
    row("references", u"<p>&lt;ferry&gt; &amp;ferry; R&amp;D</p>"_s,
        u"<p>&lt;[1 ferry]&gt; &amp;[2 ferry]; R&amp;D</p>"_s);
    row("phrase over a reference", u"<p>bread &amp; butter</p>"_s,
        u"<p>[1 bread &amp; butter]</p>"_s);
    row("not in attributes", u"<p title=\"ferry\"><a href=\"/ferry\">x</a></p>"_s,
        u"<p title=\"ferry\"><a href=\"/ferry\">x</a></p>"_s);
    row("a link", u"<p><a href=\"/x\">a ferry</a></p>"_s,
        u"<p><a href=\"/x\">a [1 ferry]</a></p>"_s);
    row("not in drawings", u"<svg><text>ferry</text></svg><p>ferry</p>"_s,
        u"<svg><text>ferry</text></svg><p>[1 ferry]</p>"_s);
    row("an ampersand alone", u"<p>ferry & pier</p>"_s, u"<p>[1 ferry] & pier</p>"_s);
    row("the story's own marks", u"<p><mark>ferry</mark></p>"_s, u"<p><mark>[1 ferry]]</p>"_s);
    row("text without an element", u"ferry"_s, u"[1 ferry]"_s);
}

void TestMarked::marks()
{
    QFETCH(QString, html);

    QTEST(marked(html, queryFor({u"ferry"_s, u"bread & butter"_s})), "expected");
}

void TestMarked::looksWhereASearchFinds()
{
    const auto html
        = u"<p class=\"kicker\">Ada</p><h1>Ada</h1><p class=\"byline\">By <bdi>Ada</bdi>"
          "</p><figcaption><p>Ada</p><span class=\"credit\">Ada</span></figcaption>"
          "<p>Ada</p><section class=\"related\"><a>Ada</a></section>"
          "<footer><p>Ada</p></footer>"_s;

    const auto places = [&](Term::Kind kind) { return marked(html, queryFor({u"ada"_s}, kind)); };

    QCOMPARE(places(Term::Kind::Words).count(u'['), 5);
    QVERIFY(places(Term::Kind::Title).contains("<h1>[1 Ada]</h1>"_L1));
    QCOMPARE(places(Term::Kind::Title).count(u'['), 1);
    QVERIFY(places(Term::Kind::By).contains("By <bdi>[1 Ada]"_L1));
    QCOMPARE(places(Term::Kind::By).count(u'['), 1);
    QCOMPARE(places(Term::Kind::Credit).count(u'['), 2);
}

void TestMarked::countsWhatItMarks()
{
    const auto html = u"<p>fer<i>ry</i> ferry ferry</p>"_s;

    QCOMPARE(page::marked(html, queryFor({u"ferry"_s})).hits, 3);
}

void TestMarked::leavesAStoryWithoutThemAsItIs()
{
    const auto html = u"<p>Nothing &amp; nobody</p>"_s;

    QCOMPARE(page::marked(html, queryFor({u"ferry"_s})), (page::Marked{.html = html}));
    QCOMPARE(page::marked(html, {}), (page::Marked{.html = html}));
}

void TestMarked::survivesAStoryOfNothingElse()
{
    const auto html = u"<p>"_s + u"a &amp; "_s.repeated(20'000) + u"</p>"_s;

    const auto result = page::marked(html, queryFor({u"a"_s}));

    QCOMPARE(result.hits, 2'000);
    QCOMPARE(result.html.count(u"<mark"_s), 2'000);
    QCOMPARE(result.html.count(u"</mark>"_s), 2'000);
}

void TestMarked::marksInTheLightViewToo()
{
    Article article;
    article.title = u"The ferry"_s;
    article.body = html::sanitise(u"<p>A ferry <mark>there</mark></p>"_s, {});

    const auto light
        = page::lightStory(page::marked(page::story(article, {}), queryFor({u"ferry"_s})).html);

    QCOMPARE(light.count(u"<span class=\"hit\""_s), 2);
    for (const auto theme : page::themes)
        QVERIFY(page::lightStyle({.look = {.theme = theme}, .width = 800})
                    .contains(u".hit{background-color:"_s + page::colours(theme).hit));
}

void TestMarked::readsOnBehindAReading()
{
    const auto html = u"<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>を読む。</p>"_s;

    QCOMPARE(marked(html, queryFor({u"漢字を"_s})),
             u"<p><ruby>[1 漢]<rt>かん</rt>[1 字]<rt>じ</rt></ruby>[1 を]読む。</p>"_s);
}

QTEST_GUILESS_MAIN(TestMarked)
#include "tst_marked.moc"
