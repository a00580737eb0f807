#include "extraction/dissection.h"
#include "extraction/extraction.h"
#include "html/sanitise.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace extraction;

// Rules that leave nothing of a story, or nothing but what they keep.
class TestEmptyingRules : public QObject
{
    Q_OBJECT

private slots:
    void readsTheStoryAllTheSame_data();
    void readsTheStoryAllTheSame();
    void tellsTheRuleAsTheReason_data();
    void tellsTheRuleAsTheReason();
    void tellsTheRuleInABoxLeftOut();
    void obeysRulesThatLeaveSomething_data();
    void obeysRulesThatLeaveSomething();
};

namespace {

const auto opening = u"The ferry left the pier an hour late that day, and nobody on the quay had "
                     "counted those who were aboard of her."_s;
const auto ending = u"By Pella Marsh's reckoning there were nine of them, and a goat that had paid "
                    "for its own ticket at the gate."_s;
const auto warning = u"the reading rules leave nothing of the story: it was read without them"_s;

QString entry(const QString &title)
{
    return u"<div class=\"card\"><h3><a href=\"/%1\">%1</a></h3></div>"_s.arg(title);
}

// A story, and links to others below it.
SavedPage page()
{
    const auto html
        = u"<html lang=\"en\"><head><title>The Slow Boat</title></head><body>"
          "<header><nav><a href=\"/\">Front page</a></nav></header><main><article>"
          "<h1>The Slow Boat</h1><div class=\"story\"><p class=\"byline\">By Pella Marsh</p>"
          "<div class=\"text\"><p>%1</p><ul><li>Nine people</li><li>One goat</li></ul><p>%2</p>"
          "</div></div></article></main><div class=\"more\">"_s.arg(opening, ending)
        + entry(u"Gulls Vote Against the New Pier"_s) + entry(u"Harbour Master Finds His Hat"_s)
        + entry(u"The Fog Bell Rings No More at Night"_s) + entry(u"Town Sells Its Lighthouse"_s)
        + entry(u"A Barge of Beans Runs Aground"_s) + u"</div></body></html>"_s;
    return {.html = html, .stated = {.url = QUrl(u"https://www.coast.example/slow"_s)}};
}

SiteRules rulesOf(const QString &lines)
{
    return SiteRules::parse(u"[coast.example]\n"_s + lines);
}

void addRules()
{
    QTest::addColumn<QString>("rules");

    QTest::newRow("the text") << u"drop div.text"_s;
    QTest::newRow("around it") << u"drop div.story"_s;
    QTest::newRow("the article") << u"drop article"_s;
    QTest::newRow("its blocks") << u"drop p\ndrop ul"_s;
    QTest::newRow("everything") << u"drop main\ndrop div.more\ndrop header"_s;
}

// The part of the page in which a block with these words stands.
PagePart partWith(const Dissection &page, const QString &words)
{
    for (const auto &part : page.parts) {
        for (const auto &block : part.blocks) {
            if (html::plainText(block.html).contains(words))
                return part;
        }
    }
    return {.left = Left::Ignored};
}

} // namespace

void TestEmptyingRules::readsTheStoryAllTheSame_data()
{
    addRules();
}

void TestEmptyingRules::readsTheStoryAllTheSame()
{
    QFETCH(QString, rules);

    const auto story = extract(page(), rulesOf(rules));

    QVERIFY(story);
    auto expected = *extract(page());
    QVERIFY(expected.text.contains(opening) && expected.text.contains(ending));
    expected.warnings.append(warning);
    QCOMPARE(*story, expected);
}

void TestEmptyingRules::tellsTheRuleAsTheReason_data()
{
    addRules();
}

void TestEmptyingRules::tellsTheRuleAsTheReason()
{
    QFETCH(QString, rules);

    const auto found = dissect(page(), rulesOf(rules));

    QVERIFY(found);
    QVERIFY(found->isEmptied);
    QCOMPARE(found->article, *extract(page(), rulesOf(rules)));
    for (const auto &words : {opening, u"One goat"_s, ending}) {
        const auto part = partWith(*found, words);
        QCOMPARE(part.left, Left::Rule);
        QVERIFY(part.rule);
    }
    QVERIFY(std::ranges::none_of(found->parts,
                                 [](const auto &part) { return part.left == Left::Kept; }));
}

void TestEmptyingRules::tellsTheRuleInABoxLeftOut()
{
    auto boxed = page();
    boxed.html.replace(u"<main>"_s,
                       u"<main><aside class=\"box\"><p>High water stands at nine.</p>"
                       "<p class=\"low\">Low water stands at three.</p></aside>"_s);

    const auto found = dissect(boxed, rulesOf(u"drop p.low"_s));

    QVERIFY(found);
    QVERIFY(!found->isEmptied);
    QCOMPARE(partWith(*found, u"High water"_s).left, Left::Sidebar);
    QCOMPARE(partWith(*found, u"Low water"_s).left, Left::Rule);
}

void TestEmptyingRules::obeysRulesThatLeaveSomething_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("text");

    QTest::newRow("a paragraph") << u"drop div.text > p \"The ferry\"\ndrop ul"_s << ending;
    QTest::newRow("what they keep") << u"drop div.text\nkeep ul"_s << u"Nine people\n\nOne goat"_s;
}

void TestEmptyingRules::obeysRulesThatLeaveSomething()
{
    QFETCH(QString, rules);

    const auto story = extract(page(), rulesOf(rules));

    QVERIFY(story);
    QVERIFY(!story->warnings.contains(warning));
    QTEST(story->text.trimmed(), "text");
}

QTEST_GUILESS_MAIN(TestEmptyingRules)
#include "tst_emptyingrules.moc"
