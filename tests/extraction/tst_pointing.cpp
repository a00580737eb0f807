#include "dissectedpage.h"

#include <QElapsedTimer>
#include <QTest>

// The rules that people make by pointing at the parts of a page.
class TestPointing : public QObject
{
    Q_OBJECT

private slots:
    void obeysRules_data();
    void obeysRules();
    void describesWhatWasPointedAt_data();
    void describesWhatWasPointedAt();
    void knowsQuotationsByTheirWords();
    void takesBackWhatItDid_data();
    void takesBackWhatItDid();
    void refusesWhatNoRuleCanBeAbout_data();
    void refusesWhatNoRuleCanBeAbout();
    void isQuickWithManyRules();
};

namespace {

constexpr auto keep = SiteRule::Verb::Keep;
constexpr auto drop = SiteRule::Verb::Drop;

SiteRules rulesOf(const QString &lines)
{
    return SiteRules::parse(u"[hill.example]\n"_s + lines);
}

// What was pointed at, and what the rules are then.
SiteRules after(const RuleChange &change, SiteRules rules = {})
{
    if (change.remove)
        rules.remove(*change.remove);
    if (change.add)
        rules.add(*change.add);
    return rules;
}

int itemWith(const QString &words, const SiteRules &rules = {})
{
    return partWith(*dissect(pageOf(pageHtml()), rules), words).item;
}

} // namespace

void TestPointing::obeysRules_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QStringList>("in");
    QTest::addColumn<QStringList>("out");

    QTest::newRow("keeps a box") << u"keep aside.well-notes"_s
                                 << QStringList{u"Readers ask"_s, first, third} << QStringList();
    QTest::newRow("keeps what is beside the story")
        << u"keep section.comments"_s << QStringList{first, u"First!"_s, u"my uncle"_s}
        << QStringList{u"never miss"_s, u"All rights"_s};
    QTest::newRow("keeps a part of a box")
        << u"keep section.comments > p \"I remember\""_s << QStringList{first, u"my uncle"_s}
        << QStringList{u"First!"_s};
    QTest::newRow("keeps what is hidden")
        << u"keep main > div"_s << QStringList{u"Close"_s} << QStringList{u"my uncle"_s};
    QTest::newRow("keeps the menu")
        << u"keep nav"_s << QStringList{u"Front page"_s, first} << QStringList{u"All rights"_s};
    QTest::newRow("keeps the byline")
        << u"keep p.byline"_s << QStringList{u"By Pella Marsh"_s} << QStringList();
    QTest::newRow("drops a list") << u"drop ul.facts"_s << QStringList{first, third}
                                  << QStringList{u"Depth"_s};
    QTest::newRow("drops by words") << u"drop div.entry-content > p \"A clerk found\""_s
                                    << QStringList{first, third} << QStringList{second};
    QTest::newRow("drops in what it keeps")
        << u"keep section.comments\ndrop section.comments > p \"First\""_s
        << QStringList{first, u"my uncle"_s} << QStringList{u"First!"_s};
    QTest::newRow("keeps in what it drops") << u"drop div.entry-content\nkeep ul.facts"_s
                                            << QStringList{u"Depth"_s} << QStringList{first, third};
    QTest::newRow("does what was said last")
        << u"drop ul.facts\nkeep ul.facts"_s << QStringList{u"Depth"_s} << QStringList();
    QTest::newRow("finds by role of nobody")
        << u"drop [role=main]"_s << QStringList{first, third} << QStringList();
    QTest::newRow("passes over what it does not know")
        << u"drop div p\nfoo\n[[[\nkeep"_s << QStringList{first, third} << QStringList();
    QTest::newRow("never loses the page itself")
        << u"drop body\ndrop html"_s << QStringList{first, third} << QStringList();
}

void TestPointing::obeysRules()
{
    QFETCH(QString, rules);
    QFETCH(QStringList, in);
    QFETCH(QStringList, out);

    const auto story = extract(pageOf(pageHtml()), rulesOf(rules));
    const auto dissected = dissect(pageOf(pageHtml()), rulesOf(rules));

    QVERIFY(story && dissected);
    for (const auto &words : in)
        QVERIFY2(story->text.contains(words), qPrintable(story->text));
    for (const auto &words : out)
        QVERIFY2(!story->text.contains(words), qPrintable(story->text));
    QCOMPARE(dissected->article, *story);
    QCOMPARE(story->title, u"Allotment Society Buys Its Own Well"_s);
}

void TestPointing::describesWhatWasPointedAt_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<SiteRule::Verb>("verb");
    QTest::addColumn<QString>("selector");

    QTest::newRow("a box") << u"Readers ask"_s << keep << u"aside.well-notes"_s;
    QTest::newRow("a bar") << u"Tweet"_s << keep << u"div.share-bar"_s;
    QTest::newRow("a list") << u"Depth"_s << drop << u"ul.facts"_s;
    QTest::newRow("a paragraph with a name") << u"Do you grow"_s << drop << u"p.plug"_s;
    QTest::newRow("one like all others") << second << drop
                                         << u"div.entry-content > p \"A clerk found the gap in the "
                                            "land\""_s;
}

void TestPointing::describesWhatWasPointedAt()
{
    QFETCH(QString, words);
    QFETCH(SiteRule::Verb, verb);
    const auto page = pageOf(pageHtml());

    const auto change = changeFor(page, {}, itemWith(words), verb);

    QVERIFY(change);
    QVERIFY(!change->remove);
    QVERIFY(change->add);
    QCOMPARE(change->add->site, u"hill.example"_s);
    QCOMPARE(change->add->verb, verb);
    QTEST(change->add->selector.toString(), "selector");
    const auto then = dissect(page, after(*change));
    const auto part = partWith(*then, words);
    QCOMPARE(part.left, verb == keep ? Left::Kept : Left::Rule);
    QCOMPARE(part.rule, change->add);
    QVERIFY(then->article.text.contains(first) && then->article.text.contains(third));
}

// Without its words, the rule for a box of no class would keep every box of the site.
void TestPointing::knowsQuotationsByTheirWords()
{
    const auto box = u"<div>“Bread,” she says, and means \"yes\" by it.</div>"_s;
    const auto quoted = u"<div>\"Yes\" is what he <b>said</b> to the gulls.</div>"_s;
    const auto page = pageOf(
        u"<body><div><p>%1</p><p>%2</p></div>%3%4</body>"_s.arg(first, third, box, quoted));
    const auto part = partWith(*dissect(page), u"gulls"_s);
    QVERIFY(part.left != Left::Kept);

    const auto change = changeFor(page, {}, part.item, keep);

    QVERIFY(change && change->add);
    QCOMPARE(change->add->selector.words, u"Yes is what he said to the gulls."_s);
    const auto text = dissect(page, after(*change))->article.text;
    QVERIFY(text.contains("gulls"_L1));
    QVERIFY(!text.contains("Bread"_L1));
}

void TestPointing::takesBackWhatItDid_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<SiteRule::Verb>("verb");

    QTest::newRow("kept") << u"Readers ask"_s << keep;
    QTest::newRow("kept beside the story") << u"my uncle"_s << keep;
    QTest::newRow("dropped") << u"Depth"_s << drop;
    QTest::newRow("dropped by its words") << second << drop;
}

void TestPointing::takesBackWhatItDid()
{
    QFETCH(QString, words);
    QFETCH(SiteRule::Verb, verb);
    const auto page = pageOf(pageHtml());
    const auto rules = after(*changeFor(page, {}, itemWith(words), verb));
    const auto item = itemWith(words, rules);

    const auto back = changeFor(page, rules, item, verb == keep ? drop : keep);

    QVERIFY(back);
    QVERIFY(back->remove);
    QVERIFY(!back->add);
    QCOMPARE(*dissect(page, after(*back, rules)), *dissect(page));
}

void TestPointing::refusesWhatNoRuleCanBeAbout_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<int>("item");

    const QUrl url(u"https://hill.example/a"_s);
    QTest::newRow("nothing") << url << -1;
    QTest::newRow("the page") << url << 0;
    QTest::newRow("behind the end") << url << 1'000'000;
    QTest::newRow("text") << url << 1;
    QTest::newRow("of no site") << QUrl() << 2;
}

void TestPointing::refusesWhatNoRuleCanBeAbout()
{
    QFETCH(QUrl, url);
    QFETCH(int, item);
    auto page = pageOf(pageHtml());
    page.stated.url = url;

    const auto change = changeFor(page, {}, item, keep);

    QVERIFY(!change);
    QCOMPARE(change.error().kind, Error::Kind::Refused);
}

void TestPointing::isQuickWithManyRules()
{
    QString lines;
    for (int number = 0; number < 8'000; ++number)
        lines += u"drop p.c%1\nkeep div > p \"never said\"\n"_s.arg(number);
    QString html = u"<article>"_s;
    for (int number = 0; number < 5'000; ++number)
        html += u"<p class=\"c%1\">%1 %2</p>"_s.arg(QString::number(number), third);
    const auto rules = rulesOf(lines);
    QElapsedTimer timer;
    timer.start();

    const auto story = extract(pageOf(html), rules);

    QVERIFY(story);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestPointing)
#include "tst_pointing.moc"
