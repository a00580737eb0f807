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

QTEST_GUILESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
