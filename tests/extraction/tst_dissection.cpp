#include "extraction/dissection.h"
#include "extraction/extraction.h"
#include "html/sanitise.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace extraction;

// A page with what was left out of it, and the rules that people make by pointing at its parts.
class TestDissection : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhyAPartIsLeftOut_data();
    void tellsWhyAPartIsLeftOut();
    void findsTheSameStory_data();
    void findsTheSameStory();
    void showsEveryWordOnce_data();
    void showsEveryWordOnce();
    void listsNothingThatABrowserDoesNotShow();
    void showsAFileWithoutAPage();
    void obeysRules_data();
    void obeysRules();
    void describesWhatWasPointedAt_data();
    void describesWhatWasPointedAt();
    void knowsQuotationsByTheirWords();
    void takesBackWhatItDid_data();
    void takesBackWhatItDid();
    void refusesWhatNoRuleCanBeAbout_data();
    void refusesWhatNoRuleCanBeAbout();
    void holdsNoAddressOfOurOwn();
    void isQuickOnLongPages();
    void isQuickWithManyRules();
};

namespace {

constexpr auto keep = SiteRule::Verb::Keep;
constexpr auto drop = SiteRule::Verb::Drop;

const auto first = u"The allotment society of Upper Hill has bought the well that watered its beds "
                   "for ninety years and that nobody had ever owned."_s;
const auto second = u"A clerk found the gap in the land register last autumn while looking for "
                    "something else, and wrote to everyone whose fence touched it."_s;
const auto third = u"The price was one pound, a basket of beans and the promise to leave the lid "
                   "open on Sundays so that children can drop stones into it."_s;
const auto notes = u"Readers ask how deep the well is. It is forty feet deep, and the water stands "
                   "at nine, as it did when the first bed was dug."_s;

// A page as sites make them: the story, and around it what is not of it.
QString pageHtml()
{
    return uR"(<!DOCTYPE html><html lang="en-GB"><head><title>Allotment Society Buys Its Own Well</title>
<meta name="author" content="Pella Marsh"><style>p{color:red}</style></head><body>
<header class="site-header"><nav class="menu"><a href="/">Front page</a> <a href="/t">Town</a></nav></header>
<main><article class="post"><h1 class="headline">Allotment Society Buys Its Own Well</h1>
<p class="byline">By Pella Marsh</p><time datetime="2023-08-14">August 14, 2023</time>
<div class="entry-content"><p>%1</p>
<div class="share-bar"><a href="?x">Tweet</a> <a href="?f">Post</a></div>
<p>%2</p><script>document.write('nothing')</script>
<aside class="well-notes"><p>%4</p></aside>
<ul class="facts"><li>Depth: forty feet</li><li>Age: ninety years</li></ul>
<p class="plug">Do you grow beans? Tell the desk of this paper about them before the frost comes.</p>
<p>%3</p></div>
<div class="newsletter-box"><p>Sign up for our newsletter and never miss a bean.</p><form><input></form></div>
</article><div hidden>Close</div>
<section class="comments"><p>First!</p><p>I remember that well, my uncle fell into it.</p></section></main>
<footer>All rights reserved, Hill Gazette</footer></body></html>)"_s.arg(first, second, third,
                                                                         notes);
}

SavedPage pageOf(const QString &html)
{
    return {.html = html, .stated = {.url = QUrl(u"https://www.hill.example/town/well"_s)}};
}

QString textOf(const PagePart &part)
{
    QStringList texts;
    for (const auto &block : part.blocks)
        texts << html::plainText(block.html).simplified();
    return texts.join(u' ');
}

PagePart partWith(const Dissection &page, const QString &words)
{
    const auto found = std::ranges::find_if(
        page.parts, [&](const PagePart &part) { return textOf(part).contains(words); });
    return found == page.parts.end() ? PagePart{.left = Left::Ignored} : *found;
}

SiteRules rulesOf(const QString &lines)
{
    return SiteRules::parse(u"[hill.example]\n"_s + lines);
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void addPages()
{
    QTest::addColumn<QString>("html");

    QTest::newRow("our own") << pageHtml();
    const QDir folder(QStringLiteral(TEST_DATA "/extraction"));
    for (const auto &name : folder.entryList({u"*.html"_s}))
        QTest::newRow(qPrintable(name)) << contentOf(folder.filePath(name));
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

void TestDissection::tellsWhyAPartIsLeftOut_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Left>("left");

    QTest::newRow("the story") << second << Left::Kept;
    QTest::newRow("a list of it") << u"Depth: forty feet"_s << Left::Kept;
    QTest::newRow("menu") << u"Front page"_s << Left::Navigation;
    QTest::newRow("headline") << u"Allotment Society Buys"_s << Left::Headline;
    QTest::newRow("byline") << u"By Pella Marsh"_s << Left::Byline;
    QTest::newRow("date") << u"August 14, 2023"_s << Left::Date;
    QTest::newRow("share bar") << u"Tweet"_s << Left::Sharing;
    QTest::newRow("box beside") << u"Readers ask"_s << Left::Sidebar;
    QTest::newRow("newsletter") << u"never miss a bean"_s << Left::Newsletter;
    QTest::newRow("comments") << u"my uncle"_s << Left::Comments;
    QTest::newRow("footer") << u"All rights reserved"_s << Left::Footer;
}

void TestDissection::tellsWhyAPartIsLeftOut()
{
    QFETCH(QString, words);

    const auto page = dissect(pageOf(pageHtml()));

    QVERIFY(page);
    QCOMPARE(page->site, u"hill.example"_s);
    QVERIFY(!page->isCut);
    QTEST(partWith(*page, words).left, "left");
}

void TestDissection::findsTheSameStory_data()
{
    addPages();
}

void TestDissection::findsTheSameStory()
{
    QFETCH(QString, html);
    const auto page = pageOf(html);

    const auto story = extract(page);
    const auto dissected = dissect(page);

    QVERIFY(story && dissected);
    QCOMPARE(dissected->article, *story);
}

void TestDissection::showsEveryWordOnce_data()
{
    addPages();
}

// What is kept is the story's text in its order, and nothing of the page is in two parts.
void TestDissection::showsEveryWordOnce()
{
    QFETCH(QString, html);

    const auto page = dissect(pageOf(html));

    QVERIFY(page);
    QString kept;
    qsizetype letters = 0;
    for (const auto &part : page->parts) {
        QVERIFY(!part.blocks.isEmpty());
        letters += textOf(part).remove(u' ').size();
        for (const auto &block : part.blocks) {
            if (part.left == Left::Kept)
                kept += html::plainText(block.html);
        }
    }
    const auto bare
        = [](QString text) { return text.removeIf([](QChar c) { return c.isSpace(); }); };
    QCOMPARE(bare(kept), bare(page->article.text));
    const auto whole = html::plainText(html::sanitise(html));
    QVERIFY2(10 * letters <= 11 * bare(whole).size(),
             qPrintable(u"%1 of %2"_s.arg(letters).arg(bare(whole).size())));
}

void TestDissection::listsNothingThatABrowserDoesNotShow()
{
    const auto page = dissect(pageOf(pageHtml()));

    QVERIFY(page);
    for (const auto &part : page->parts) {
        QVERIFY(part.left != Left::Ignored);
        QVERIFY(!textOf(part).contains(u"nothing"_s));
        QVERIFY(!textOf(part).contains(u"color"_s));
        QVERIFY(textOf(part) != u"Close"_s);
    }
}

void TestDissection::showsAFileWithoutAPage()
{
    const SavedPage page{.content = SavedPage::Content::Story,
                         .html = u"<p>One.</p><ul><li>Two.</li></ul>"_s};

    const auto found = dissect(page);

    QVERIFY(found);
    QCOMPARE(found->parts.size(), 2);
    QVERIFY(found->site.isEmpty());
    QVERIFY(std::ranges::all_of(found->parts, [](const PagePart &part) {
        return part.left == Left::Kept && part.item < 0;
    }));
}

void TestDissection::obeysRules_data()
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

void TestDissection::obeysRules()
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

void TestDissection::describesWhatWasPointedAt_data()
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

void TestDissection::describesWhatWasPointedAt()
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
void TestDissection::knowsQuotationsByTheirWords()
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

void TestDissection::takesBackWhatItDid_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<SiteRule::Verb>("verb");

    QTest::newRow("kept") << u"Readers ask"_s << keep;
    QTest::newRow("kept beside the story") << u"my uncle"_s << keep;
    QTest::newRow("dropped") << u"Depth"_s << drop;
    QTest::newRow("dropped by its words") << second << drop;
}

void TestDissection::takesBackWhatItDid()
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

void TestDissection::refusesWhatNoRuleCanBeAbout_data()
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

void TestDissection::refusesWhatNoRuleCanBeAbout()
{
    QFETCH(QUrl, url);
    QFETCH(int, item);
    auto page = pageOf(pageHtml());
    page.stated.url = url;

    const auto change = changeFor(page, {}, item, keep);

    QVERIFY(!change);
    QCOMPARE(change.error().kind, Error::Kind::Refused);
}

void TestDissection::holdsNoAddressOfOurOwn()
{
    const auto own = u"<p>%1 <a href=\"broadsheet:left-out/keep/2\">one</a> "
                     "<a href=\" BroadSheet:left-out/keep/2\">two</a> "
                     "<a href=\"&#98;roadsheet:copy\">three</a></p>"_s.arg(third);
    const auto html = u"<nav>"_s + own + u"</nav><article>"_s + own + u"<p>"_s + first
        + u"</p><p>"_s + second + u"</p></article><aside><div>"_s + own + u"</div></aside>"_s;

    const auto page = dissect(pageOf(html));

    QVERIFY(page);
    QVERIFY(page->parts.size() > 3);
    for (const auto &part : page->parts) {
        for (const auto &block : part.blocks)
            QVERIFY2(!block.html.toString().contains(u"broadsheet"_s, Qt::CaseInsensitive),
                     qPrintable(block.html.toString()));
    }
}

void TestDissection::isQuickOnLongPages()
{
    QString html = u"<article>"_s;
    for (int number = 0; html.size() < 2'000'000; ++number)
        html += u"<p>%1 %2</p><div class=\"share\"><a href=\"/%1\">Share %1</a></div>"_s.arg(
            QString::number(number), third);
    html += u"</article>"_s;
    QElapsedTimer timer;
    timer.start();
    const auto story = extract(pageOf(html));
    const auto plain = timer.restart();

    const auto page = dissect(pageOf(html));

    const auto whole = timer.elapsed();
    QVERIFY(story && page);
    QVERIFY(page->isCut);
    qInfo("2 MB: extracted in %lld ms, dissected in %lld ms", plain, whole);
    QVERIFY2(whole < 6 * plain + 2'000, qPrintable(QString::number(whole)));
}

void TestDissection::isQuickWithManyRules()
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

QTEST_GUILESS_MAIN(TestDissection)
#include "tst_dissection.moc"
