#include "html/sanitise.h"
#include "page/markdown.h"
#include "page/page.h"
#include "page/plaintext.h"
#include "support/storyfiles.h"
#include "tasks/readfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What a story loses when it is written as Markdown, and read again.
class TestMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhereColumnsStand_data();
    void keepsWhereColumnsStand();
    void findsWhereColumnsStand_data();
    void findsWhereColumnsStand();
    void writesReadingsInBrackets_data();
    void writesReadingsInBrackets();
    void writesWhatIsRaised_data();
    void writesWhatIsRaised();
};

namespace {

const auto head = u"| Boat | Left | Seats |"_s;

// The line below the head of the first table.
QString columnsIn(const QString &markdown)
{
    const auto lines = markdown.split(u'\n');
    for (qsizetype at = 0; at + 1 < lines.size(); ++at) {
        if (lines.at(at).startsWith(u'|'))
            return lines.at(at + 1);
    }
    return {};
}

} // namespace

void TestMarkdown::keepsWhereColumnsStand_data()
{
    QTest::addColumn<QString>("columns");

    QTest::newRow("nothing said") << u"| --- | --- | --- |"_s;
    QTest::newRow("each in its own way") << u"| :-- | :-: | --: |"_s;
    QTest::newRow("one of them") << u"| --- | --- | --: |"_s;
}

void TestMarkdown::keepsWhereColumnsStand()
{
    QFETCH(QString, columns);
    const QTemporaryDir folder;
    const auto table = head + u'\n' + columns + u"\n| Ada | 8:15 | 120 |\n| Bo | 9:05 | 64 |\n"_s;
    const auto file = support::writeFile(
        folder.path(), u"boats.md"_s,
        u"# Boats of the bay\n\nThree boats cross the bay each day.\n\n%1\nThat is all of them.\n"_s
            .arg(table)
            .toUtf8());

    const auto stories = tasks::readFile(file);

    QVERIFY(stories && stories->size() == 1);
    const auto &story = stories->first();
    QCOMPARE(columnsIn(page::markdown(story)), columns);
    const auto shown = page::story(story, {});
    QCOMPARE(shown.count(u"<td align=\"right\">"_s), columns.endsWith(u"--: |"_s) ? 2 : 0);
    QCOMPARE(shown.count(u"<td align=\"center\">"_s), columns.contains(u":-:"_s) ? 2 : 0);
}

void TestMarkdown::findsWhereColumnsStand_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("columns");

    QTest::newRow("in a style")
        << u"<tr><th>a<th>b<tr><td>c<td style='color: red; text-align: RIGHT'>d"
           "<tr><td>e<td style='text-align:right!important'>f"_s
        << u"| --- | --: |"_s;
    QTest::newRow("in an attribute")
        << u"<tr><th align=center>a<th>b<tr><td align=Center>c<td>d"_s << u"| :-: | --- |"_s;
    QTest::newRow("in no way that is known")
        << u"<tr><th align=char>a<tr><td style='text-align:var(--x)'>c"_s << u"| --- |"_s;
    QTest::newRow("behind a wide cell")
        << u"<tr><th colspan=2>a<th>b<tr><td>c<td>d<td align=right>e"
           "<tr><td>f<td>g<td align=right>h"_s
        << u"| --- | --- |"_s;
}

void TestMarkdown::findsWhereColumnsStand()
{
    QFETCH(QString, rows);
    const Article article{.body = html::sanitise(u"<table>"_s + rows + u"</table>"_s)};

    QTEST(columnsIn(page::markdown(article)), "columns");
}

void TestMarkdown::writesReadingsInBrackets_data()
{
    QTest::addColumn<QString>("word");

    QTest::newRow("without brackets") << u"<ruby>漢字<rt>かんじ</rt></ruby>"_s;
    QTest::newRow("with brackets") << u"<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>"_s;
}

void TestMarkdown::writesReadingsInBrackets()
{
    QFETCH(QString, word);
    const auto body = html::sanitise(u"<p>難しい%1を読む。</p>"_s.arg(word));
    const Article article{.body = body, .text = html::plainText(body)};

    QCOMPARE(article.text, u"難しい漢字を読む。"_s);
    QCOMPARE(page::plainText(article), u"難しい漢字（かんじ）を読む。"_s);
    QVERIFY(page::markdown(article).endsWith(u"\n難しい漢字（かんじ）を読む。\n"_s));
}

void TestMarkdown::writesWhatIsRaised_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("written");

    QTest::newRow("power of ten") << u"10<sup>6</sup> years"_s << u"10⁶ years"_s;
    QTest::newRow("mass") << u"2·10<sup>30</sup> kg"_s << u"2·10³⁰ kg"_s;
    QTest::newRow("negative") << u"m·s<sup>-1</sup>"_s << u"m·s⁻¹"_s;
    QTest::newRow("letter") << u"2<sup><i>n</i></sup>"_s << u"2ⁿ"_s;
    QTest::newRow("term") << u"2<sup>n+1</sup>"_s << u"2ⁿ⁺¹"_s;
    QTest::newRow("without letters") << u"e<sup>−Q/2</sup>"_s << u"e^(−Q/2)"_s;
    QTest::newRow("molecule") << u"H<sub>2</sub>O, CO<sub>2</sub>"_s << u"H₂O, CO₂"_s;
    QTest::newRow("named") << u"T<sub>max</sub>"_s << u"T_max"_s;
    QTest::newRow("ordinal") << u"21<sup>st</sup>, XIX<sup>e</sup>"_s << u"21st, XIXe"_s;
    QTest::newRow("note without its link") << u"it rained.<sup>1</sup>"_s << u"it rained.¹"_s;
    QTest::newRow("note in brackets") << u"it rained<sup>[1]</sup>"_s << u"it rained[1]"_s;
    QTest::newRow("note") << u"it rained<sup><a href='https://a.example/'>1</a></sup>"_s
                          << u"it rained1"_s;
}

void TestMarkdown::writesWhatIsRaised()
{
    QFETCH(QString, html);
    QFETCH(QString, written);
    const auto body = html::sanitise(u"<p>"_s + html + u"</p>"_s);
    const Article article{.body = body, .text = html::plainText(body)};

    QCOMPARE(page::plainText(article), written);
    if (!html.contains("<a"_L1))
        QVERIFY(page::markdown(article).endsWith(u'\n' + page::markdownInline(written) + u'\n'));
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
