#include "html/sanitise.h"
#include "page/leftout.h"
#include "page/light.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Fate = page::ShownPart::Fate;

// The page with what was left out, as the views show it.
class TestLeftOutPage : public QObject
{
    Q_OBJECT

private slots:
    void marksEachFate_data();
    void marksEachFate();
    void offersWhatCanBeDecided_data();
    void offersWhatCanBeDecided();
    void escapesEverythingButSafeHtml();
    void shadesInTheLightViewToo();
};

namespace {

SafeHtml safe(const QString &html)
{
    return html::sanitise(html);
}

page::LeftOut pageOf(const page::ShownPart &part)
{
    return {.label = u"What was left out"_s,
            .drop = u"Leave this out"_s,
            .keep = u"Keep this"_s,
            .keepAll = u"Keep all of this"_s,
            .dropAgain = u"Leave out again"_s,
            .parts = {part}};
}

page::ShownPart part(Fate fate, int blocks)
{
    page::ShownPart made{.fate = fate, .number = 7, .reason = u"Why"_s, .address = u"own:7"_s};
    for (int number = 0; number < blocks; ++number)
        made.blocks.append({.html = safe(u"<p>Block %1</p>"_s.arg(number)),
                            .address = u"own:%1"_s.arg(20 + number),
                            .number = 20 + number});
    return made;
}

} // namespace

void TestLeftOutPage::marksEachFate_data()
{
    QTest::addColumn<Fate>("fate");
    QTest::addColumn<QString>("classes");
    QTest::addColumn<bool>("hasReason");

    QTest::newRow("kept") << Fate::Kept << u"part kept"_s << false;
    QTest::newRow("by rule") << Fate::KeptByRule << u"part kept ruled"_s << true;
    QTest::newRow("left") << Fate::Left << u"part left"_s << true;
    QTest::newRow("above") << Fate::ShownAbove << u"part left above"_s << true;
}

void TestLeftOutPage::marksEachFate()
{
    QFETCH(Fate, fate);
    QFETCH(QString, classes);

    const auto html = page::leftOut({.title = u"A title"_s}, {}, pageOf(part(fate, 1)));

    QVERIFY(html.contains(u"<div class=\"%1\" data-part=\"7\">"_s.arg(classes)));
    QVERIFY(html.contains(u"<p>Block 0</p>"_s) && html.contains(u"A title"_s));
    QTEST(html.contains(u"<span class=\"reason\">Why</span>"_s), "hasReason");
}

void TestLeftOutPage::offersWhatCanBeDecided_data()
{
    QTest::addColumn<page::ShownPart>("part");
    QTest::addColumn<QStringList>("links");

    auto nothing = part(Fate::Left, 1);
    nothing.address.clear();
    QTest::newRow("nothing") << nothing << QStringList();
    QTest::newRow("a block of the story")
        << part(Fate::Kept, 1) << QStringList{u"own:7\">Leave this out"_s};
    QTest::newRow("a box") << part(Fate::Left, 1) << QStringList{u"own:7\">Keep this"_s};
    QTest::newRow("a box of several")
        << part(Fate::Left, 2)
        << QStringList{u"own:7\">Keep all of this"_s, u"own:20\">Keep this"_s,
                       u"own:21\">Keep this"_s};
    QTest::newRow("a rule") << part(Fate::KeptByRule, 1)
                            << QStringList{u"own:7\">Leave out again"_s};
    QTest::newRow("a rule about several")
        << part(Fate::KeptByRule, 2)
        << QStringList{u"own:7\">Leave out again"_s, u"own:20\">Leave this out"_s,
                       u"own:21\">Leave this out"_s};
}

void TestLeftOutPage::offersWhatCanBeDecided()
{
    QFETCH(page::ShownPart, part);
    QFETCH(QStringList, links);

    const auto html = page::leftOut({}, {}, pageOf(part));

    QCOMPARE(html.count(u"class=\"deed\""_s), links.size());
    for (const auto &link : links)
        QVERIFY2(html.contains(u"href=\""_s + link), qPrintable(html));
}

void TestLeftOutPage::escapesEverythingButSafeHtml()
{
    const auto bad = u"<b onclick=\"x\">\"&"_s;
    auto ruled = part(Fate::KeptByRule, 1);
    ruled.reason = ruled.rule = ruled.address = bad;
    auto view = pageOf(ruled);
    view.label = view.summary = view.rules = view.ending = view.drop = view.dropAgain = bad;

    const auto html = page::leftOut({.title = bad}, {}, view);

    QVERIFY(!html.contains(u"<b "_s));
    QVERIFY(!html.contains(u"\"x\""_s));
}

void TestLeftOutPage::shadesInTheLightViewToo()
{
    const auto left = page::lightStory(page::leftOut({}, {}, pageOf(part(Fate::Left, 1))));
    const auto kept = page::lightStory(page::leftOut({}, {}, pageOf(part(Fate::Kept, 1))));

    QVERIFY(left.contains(u"<table class=\"shade\""_s) && left.contains(u"</td></tr></table>"_s));
    QVERIFY(left.contains(u"<a name=\"part7\"></a>"_s));
    QVERIFY(!kept.contains(u"<table"_s) && kept.contains(u"<a name=\"part7\"></a>"_s));
}

QTEST_GUILESS_MAIN(TestLeftOutPage)
#include "tst_leftoutpage.moc"
