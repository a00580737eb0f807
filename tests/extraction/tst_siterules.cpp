#include "extraction/siterules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace extraction;

using Problem = SiteRules::Problem;

class TestSiteRules : public QObject
{
    Q_OBJECT

private slots:
    void readsSelectors_data();
    void readsSelectors();
    void refusesSelectors_data();
    void refusesSelectors();
    void knowsNamesThatLast_data();
    void knowsNamesThatLast();
    void knowsHosts_data();
    void knowsHosts();
    void findsTheRulesOfAHost_data();
    void findsTheRulesOfAHost();
    void tellsWhatItDoesNotUnderstand_data();
    void tellsWhatItDoesNotUnderstand();
    void keepsEveryLine();
    void addsRules_data();
    void addsRules();
    void takesRulesBack_data();
    void takesRulesBack();
    void startsAFileWithWhatItIsFor();
    void isBoundedInHugeFiles();
};

namespace {

SiteSelector selector(const QString &written)
{
    return SiteSelector::parse(written).value_or(SiteSelector());
}

SiteRule rule(const QString &site, SiteRule::Verb verb, const QString &written)
{
    return {.site = site, .verb = verb, .selector = selector(written)};
}

constexpr auto keep = SiteRule::Verb::Keep;
constexpr auto drop = SiteRule::Verb::Drop;

} // namespace

void TestSiteRules::readsSelectors_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QList<SelectorStep>>("steps");
    QTest::addColumn<QString>("words");
    using Steps = QList<SelectorStep>;

    QTest::newRow("element") << u"aside"_s << Steps{{.element = u"aside"_s}} << QString();
    QTest::newRow("class") << u".promo"_s << Steps{{.classes = {u"promo"_s}}} << QString();
    QTest::newRow("classes") << u"div.box.promo"_s
                             << Steps{{.element = u"div"_s, .classes = {u"box"_s, u"promo"_s}}}
                             << QString();
    QTest::newRow("id") << u"DIV#comments"_s << Steps{{.element = u"div"_s, .id = u"comments"_s}}
                        << QString();
    QTest::newRow("role") << u"div[role=note]"_s << Steps{{.element = u"div"_s, .role = u"note"_s}}
                          << QString();
    QTest::newRow("property") << u"[itemprop=articleBody]"_s
                              << Steps{{.itemprop = u"articleBody"_s}} << QString();
    QTest::newRow("path") << u"section.notes>p"_s
                          << Steps{{.element = u"section"_s, .classes = {u"notes"_s}},
                                   {.element = u"p"_s}}
                          << QString();
    QTest::newRow("words") << u"  div.story > p   \"Follow  us on\" "_s
                           << Steps{{.element = u"div"_s, .classes = {u"story"_s}},
                                    {.element = u"p"_s}}
                           << u"Follow us on"_s;
    QTest::newRow("another script")
        << u"div.новости \"Читайте\""_s << Steps{{.element = u"div"_s, .classes = {u"новости"_s}}}
        << u"Читайте"_s;
}

void TestSiteRules::readsSelectors()
{
    QFETCH(QString, written);

    const auto found = SiteSelector::parse(written);

    QVERIFY(found);
    QTEST(found->steps, "steps");
    QTEST(found->words, "words");
    QCOMPARE(SiteSelector::parse(found->toString()), found);
}

void TestSiteRules::refusesSelectors_data()
{
    QTest::addColumn<QString>("written");

    QTest::newRow("nothing") << QString();
    QTest::newRow("blank") << u"   "_s;
    QTest::newRow("half a path") << u"div >"_s;
    QTest::newRow("a path from nowhere") << u"> p"_s;
    QTest::newRow("somewhere below") << u"div p"_s;
    QTest::newRow("a list") << u"div, p"_s;
    QTest::newRow("a state") << u"p:first-child > b"_s + u" x"_s;
    QTest::newRow("an empty class") << u"div."_s;
    QTest::newRow("two ids") << u"div#a#b"_s;
    QTest::newRow("another attribute") << u"a[href=x]"_s;
    QTest::newRow("an attribute without end") << u"div[role=note"_s;
    QTest::newRow("words without end") << u"p \"Follow"_s;
    QTest::newRow("no words") << u"p \"  \""_s;
    QTest::newRow("words with quotes") << u"p \"a \"b\" c\""_s;
    QTest::newRow("too many steps") << u"b"_s + u" > b"_s.repeated(20);
    QTest::newRow("too many classes") << u"b"_s + u".b"_s.repeated(20);
    QTest::newRow("too long a name") << u"b."_s + QString(500, u'x');
    QTest::newRow("too many words") << u"b \""_s + QString(500, u'x') + u'"';
    QTest::newRow("markup") << u"<b>"_s;
}

void TestSiteRules::refusesSelectors()
{
    QFETCH(QString, written);

    QVERIFY(!SiteSelector::parse(written));
}

void TestSiteRules::knowsNamesThatLast_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("lasts");

    for (const auto &name :
         {u"newsletter-box"_s, u"articleBody"_s, u"StoryBodyCompanionColumn"_s, u"post_content"_s,
          u"notes"_s, u"ad"_s, u"Article_body__text"_s, u"c-block__inner"_s, u"relatedStories"_s,
          u"wp-block-group"_s, u"новости"_s})
        QTest::newRow(qPrintable(name)) << name << true;
    for (const auto &name : {u"css-1x2y3z"_s, u"css-abcdef"_s, u"sc-bdVaJa"_s, u"sc-abc"_s,
                             u"hDGtNw"_s, u"kQzXwd"_s, u"post-4711"_s, u"mt-4"_s, u"is-open"_s,
                             u"js-toggle"_s, u"active"_s, u"a"_s, u""_s, u"Story_body__xYzAb"_s,
                             u"svelte-abc"_s, u"jsx-xyz"_s, u"xkvtr"_s, u"w[full]"_s, u"md:flex"_s})
        QTest::newRow(qPrintable(u"not "_s + name)) << name << false;
    QTest::newRow("not a long one") << QString(200, u'a') << false;
}

void TestSiteRules::knowsNamesThatLast()
{
    QFETCH(QString, name);

    QTEST(isStableName(name), "lasts");
}

void TestSiteRules::knowsHosts_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("site");

    QTest::newRow("www") << u"www.example.org"_s << u"example.org"_s;
    QTest::newRow("case") << u"News.Example.ORG"_s << u"news.example.org"_s;
    QTest::newRow("dot") << u"example.org."_s << u"example.org"_s;
    QTest::newRow("letters") << u"bücher.example"_s << siteOf(u"xn--bcher-kva.example"_s);
    QTest::newRow("number") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a path") << u"example.org/a"_s << QString();
    QTest::newRow("brackets") << u"[x]"_s << QString();
    QTest::newRow("lines") << u"a\nb"_s << QString();
}

void TestSiteRules::knowsHosts()
{
    QFETCH(QString, host);

    QTEST(siteOf(host), "site");
}

void TestSiteRules::findsTheRulesOfAHost_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("selectors");

    QTest::newRow("the site") << u"example.org"_s << QStringList{u"aside"_s, u"p.a"_s};
    QTest::newRow("with www") << u"www.example.org"_s << QStringList{u"aside"_s, u"p.a"_s};
    QTest::newRow("a part of it, the nearest last")
        << u"news.example.org"_s << QStringList{u"aside"_s, u"p.a"_s, u"p.b"_s};
    QTest::newRow("a namesake") << u"badexample.org"_s << QStringList();
    QTest::newRow("above it") << u"org"_s << QStringList();
    QTest::newRow("nowhere") << QString() << QStringList();
}

void TestSiteRules::findsTheRulesOfAHost()
{
    QFETCH(QString, host);
    const auto rules = SiteRules::parse(u"[news.example.org]\nkeep p.b\n"
                                        "[www.Example.org]\ndrop aside\nkeep p.a\n"
                                        "[other.example]\ndrop p.c\n"_s);

    QStringList selectors;
    for (const auto &found : rules.rulesFor(host))
        selectors << found.selector.toString();

    QTEST(selectors, "selectors");
}

void TestSiteRules::tellsWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Problem::Kind>("kind");

    QTest::newRow("verb") << u"hide aside"_s << Problem::Kind::BadVerb;
    QTest::newRow("no verb") << u"aside.box"_s << Problem::Kind::BadVerb;
    QTest::newRow("no selector") << u"drop"_s << Problem::Kind::BadSelector;
    QTest::newRow("selector") << u"drop div p"_s << Problem::Kind::BadSelector;
    QTest::newRow("site") << u"[example.org/news]"_s << Problem::Kind::BadSite;
    QTest::newRow("half a site") << u"[example.org"_s << Problem::Kind::BadSite;
    QTest::newRow("bytes") << u"\u0000\ufffd\u0001"_s << Problem::Kind::BadVerb;
}

void TestSiteRules::tellsWhatItDoesNotUnderstand()
{
    QFETCH(QString, line);
    QFETCH(Problem::Kind, kind);
    const auto text = u"[example.org]\ndrop aside\n"_s + line + u"\n[other.example]\nkeep p.a\n"_s;

    const auto rules = SiteRules::parse(text);

    QCOMPARE(rules.problems(), (QList<Problem>{{.line = 3, .kind = kind, .text = line.trimmed()}}));
    QCOMPARE(rules.rulesFor(u"example.org"_s).size(), 1);
    QCOMPARE(rules.rulesFor(u"other.example"_s).size(), 1);
    QCOMPARE(rules.toString(), text);
}

void TestSiteRules::keepsEveryLine()
{
    const auto text = u"# mine\n\ndrop lost\n[example.org]\n  drop   aside  \nnonsense\n\n# end"_s;
    auto rules = SiteRules::parse(text);

    rules.add(rule(u"example.org"_s, keep, u"p.a"_s));

    QCOMPARE(
        rules.toString(),
        u"# mine\n\ndrop lost\n[example.org]\n  drop   aside  \nnonsense\nkeep p.a\n\n# end"_s);
    QCOMPARE(rules.problems().size(), 2);
    QCOMPARE(rules.problems().first().kind, Problem::Kind::NoSite);
}

void TestSiteRules::addsRules_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("to the site") << u"[example.org]\ndrop a.b\n"_s
                                 << u"[example.org]\ndrop a.b\nkeep p.a\n"_s;
    QTest::newRow("to a site with others below")
        << u"[example.org]\ndrop a.b\n\n# theirs\n[other.example]\ndrop c\n"_s
        << u"[example.org]\ndrop a.b\nkeep p.a\n\n# theirs\n[other.example]\ndrop c\n"_s;
    QTest::newRow("to a site without rules")
        << u"[www.example.org]\n"_s << u"[www.example.org]\nkeep p.a\n"_s;
    QTest::newRow("to another file") << u"# mine"_s << u"# mine\n\n[example.org]\nkeep p.a\n"_s;
    QTest::newRow("behind blank lines")
        << u"[other.example]\ndrop c\n\n\n\n"_s
        << u"[other.example]\ndrop c\n\n[example.org]\nkeep p.a\n"_s;
    QTest::newRow("once") << u"[example.org]\nkeep  p.a\n"_s << u"[example.org]\nkeep  p.a\n"_s;
    QTest::newRow("with the file's line ends")
        << u"[example.org]\r\ndrop c\r\n"_s << u"[example.org]\r\ndrop c\r\nkeep p.a\r\n"_s;
}

void TestSiteRules::addsRules()
{
    QFETCH(QString, before);
    auto rules = SiteRules::parse(before);

    rules.add(rule(u"example.org"_s, keep, u"p.a"_s));

    QTEST(rules.toString(), "after");
    QVERIFY(rules.contains(rule(u"example.org"_s, keep, u"p.a"_s)));
    QVERIFY(rules.problems().isEmpty());
}

void TestSiteRules::takesRulesBack_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");

    QTest::newRow("of several") << u"[example.org]\ndrop a.b\nkeep p.a\n"_s
                                << u"[example.org]\nkeep p.a\n"_s;
    QTest::newRow("of one") << u"[other.example]\ndrop c\n\n[example.org]\ndrop a.b\n"_s
                            << u"[other.example]\ndrop c\n"_s;
    QTest::newRow("under a comment")
        << u"[example.org]\n# why\ndrop a.b\n"_s << u"[example.org]\n# why\n"_s;
    QTest::newRow("above another site") << u"[example.org]\ndrop a.b\n\n[other.example]\ndrop c\n"_s
                                        << u"\n[other.example]\ndrop c\n"_s;
    QTest::newRow("not there") << u"[example.org]\nkeep a.b\n"_s << u"[example.org]\nkeep a.b\n"_s;
}

void TestSiteRules::takesRulesBack()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    auto rules = SiteRules::parse(before);

    const auto removed = rules.remove(rule(u"example.org"_s, drop, u"a.b"_s));

    QCOMPARE(rules.toString(), after);
    QCOMPARE(removed, before != after);
}

void TestSiteRules::startsAFileWithWhatItIsFor()
{
    SiteRules rules;

    rules.add(rule(u"example.org"_s, drop, u"aside.box"_s));

    QVERIFY(rules.toString().startsWith(u"# Broadsheet's reading rules"_s));
    QVERIFY(rules.toString().endsWith(u"\n\n[example.org]\ndrop aside.box\n"_s));
    QCOMPARE(SiteRules::parse(rules.toString()).rulesFor(u"example.org"_s).size(), 1);
    QVERIFY(rules.problems().isEmpty());
}

void TestSiteRules::isBoundedInHugeFiles()
{
    const auto text = u"[example.org]\n"_s + u"drop p.a\nbad\n"_s.repeated(100'000);

    QElapsedTimer timer;
    timer.start();
    const auto rules = SiteRules::parse(text);

    QVERIFY(rules.rulesFor(u"example.org"_s).size() <= 10'000);
    QVERIFY(rules.problems().size() <= 200);
    QCOMPARE(rules.toString(), text);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestSiteRules)
#include "tst_siterules.moc"
