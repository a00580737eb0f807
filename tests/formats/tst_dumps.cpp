#include "formats/browserprint.h"
#include "formats/bylineline.h"
#include "formats/dump.h"
#include "formats/formats.h"
#include "formats/runtogether.h"
#include "formats/storysegment.h"
#include "formats/textblocks.h"
#include "text/credits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace formats;

// Whole pages that programs wrote as text; stories read whole are in tests/data/formats.
class DumpsTest : public QObject
{
    Q_OBJECT

private slots:
    void takesReferences_data();
    void takesReferences();
    void linksWhatFollowsANumber_data();
    void linksWhatFollowsANumber();
    void handsALinkToTheHeadingItWraps();
    void setsColumnsBelowEachOther();
    void keepsTablesThatAreNoPage();
    void joinsCellsLines();
    void partsWhatRanTogether_data();
    void partsWhatRanTogether();
    void partsTheHeadlineFromTheMenu();
    void splitsBylines_data();
    void splitsBylines();
    void takesNoPartOfATextForItsStory();
    void keepsPlainTextWhole_data();
    void keepsPlainTextWhole();
    void takesTimeThatGrowsWithTheText_data();
    void takesTimeThatGrowsWithTheText();
};

namespace {

SavedPage pageOf(const QByteArray &text)
{
    SavedFile file;
    file.bytes = text;
    file.name = u"a.txt"_s;
    const auto pages = formats::read(file);
    return pages ? pages->value(0) : SavedPage();
}

Blocks blocksOf(const QStringList &paragraphs)
{
    Blocks blocks;
    for (const auto &paragraph : paragraphs)
        blocks.append(textParagraph(paragraph));
    return blocks;
}

const References twoLinks
    = {{1, QUrl(u"http://a.example/1"_s)}, {2, QUrl(u"http://a.example/2"_s)}};

} // namespace

void DumpsTest::takesReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    QTest::addColumn<int>("count");

    QTest::newRow("lynx") << u"A [1]fog.\n\nReferences\n\n   1. http://a.example/\n"_s
                          << u"A [1]fog.\n\n"_s << 1;
    QTest::newRow("lynx with hidden links")
        << u"A [1]fog.\nReferences\n\n   Visible links:\n   1. http://a.example/\n\n"
           "   Hidden links:\n   2. http://a.example/b c\n"_s
        << u"A [1]fog.\n"_s << 2;
    QTest::newRow("w3m") << u"A [1]fog.\n\nReferences:\n\n[1] mailto:a@b.example\n"_s
                         << u"A [1]fog.\n\n"_s << 1;
    QTest::newRow("no numbers in the text")
        << u"A fog.\n\nReferences\n\n1. http://a.example/\n"_s
        << u"A fog.\n\nReferences\n\n1. http://a.example/\n"_s << 0;
    QTest::newRow("notes that are no addresses")
        << u"A [1]fog.\n\nNotes\n\n1. Lind\n2. Grahn\n"_s
        << u"A [1]fog.\n\nNotes\n\n1. Lind\n2. Grahn\n"_s << 0;
}

void DumpsTest::takesReferences()
{
    QFETCH(QString, text);
    QFETCH(int, count);

    const auto references = takeReferences(text);

    QTEST(text, "left");
    QCOMPARE(references.size(), count);
}

void DumpsTest::linksWhatFollowsANumber_data()
{
    QTest::addColumn<QString>("paragraph");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("titles");
    QTest::addColumn<bool>("onlyLinks");

    QTest::newRow("all of it") << u"[1]The Fog Horn"_s << u"The Fog Horn"_s
                               << QStringList{u"The Fog Horn"_s} << true;
    QTest::newRow("two") << u"[1]One[2]Two more"_s << u"OneTwo more"_s
                         << QStringList{u"One"_s, u"Two more"_s} << true;
    QTest::newRow("a word in prose")
        << u"He closed [1]it on Monday."_s << u"He closed it on Monday."_s << QStringList{u"it"_s}
        << false;
    QTest::newRow("behind a label") << u"See also: [2]The Fog Horn"_s << u"See also: The Fog Horn"_s
                                    << QStringList{u"The Fog Horn"_s} << false;
    QTest::newRow("no number of the list")
        << u"It says [7] here."_s << u"It says [7] here."_s << QStringList() << false;
}

void DumpsTest::linksWhatFollowsANumber()
{
    QFETCH(QString, paragraph);
    auto blocks = blocksOf({paragraph});

    resolveReferences(blocks, twoLinks);

    QTEST(blocks.first().text, "text");
    QStringList titles;
    for (const auto &link : blocks.first().links)
        titles.append(link.title);
    QTEST(titles, "titles");
    QTEST(blocks.first().onlyLinks, "onlyLinks");
}

void DumpsTest::handsALinkToTheHeadingItWraps()
{
    auto blocks = blocksOf({u"READ NEXT[2]"_s, u"The Fog Horn"_s});

    resolveReferences(blocks, twoLinks);

    QCOMPARE(blocks[0].text, u"READ NEXT"_s);
    QCOMPARE(blocks[1].links.value(0).url, twoLinks.value(2));
    QVERIFY(blocks[1].onlyLinks);
}

void DumpsTest::setsColumnsBelowEachOther()
{
    const auto dump
        = readDump(u"[1]Home            The fog came at dawn and it\n"
                   "[2]World           stayed for the whole week.\n"
                   "                   Nobody saw the pier, not\n"
                   "                   even the keeper of the\n"
                   "                   light.\n"
                   "                   It lifted on Friday.\n"
                   "\nReferences:\n\n[1] http://a.example/\n[2] http://a.example/w\n"_s);

    QCOMPARE(dump.wrapping, Wrapping::Page);
    QVERIFY(dump.text.indexOf(u"[2]World"_s) < dump.text.indexOf(u"The fog"_s));
    QVERIFY(dump.text.contains(u"The fog came at dawn and it\nstayed for the whole week.\n"_s));
}

void DumpsTest::keepsTablesThatAreNoPage()
{
    const auto text = u"Tides              Height and what to know of it\n"
                      "Monday             Low all day, as it is in spring\n"
                      "                   and often in autumn as well\n"
                      "Tuesday            High\n"_s;

    QCOMPARE(readDump(text).text, text);
}

void DumpsTest::joinsCellsLines()
{
    const auto dump = readDump(u"+----------------------+------+\n"
                               "| The fog came at dawn | Home |\n"
                               "| and left at noon.    |      |\n"
                               "+----------------------+------+\n"_s);

    QCOMPARE(dump.wrapping, Wrapping::Page);
    QCOMPARE(dump.text.simplified(), u"The fog came at dawn and left at noon. Home"_s);
}

void DumpsTest::partsWhatRanTogether_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QStringList>("titles");

    QTest::newRow("one title") << u"More on this storyWhy the Fog Came"_s << u"More on this story"_s
                               << QStringList{u"Why the Fog Came"_s};
    QTest::newRow("two titles") << u"More on this storyWhy the Fog CameThe Horn Was Sold"_s
                                << u"More on this story"_s
                                << QStringList{u"Why the Fog Came"_s, u"The Horn Was Sold"_s};
    QTest::newRow("a name") << u"More on this storyOld McDonald Had a Horn"_s
                            << u"More on this story"_s << QStringList{u"Old McDonald Had a Horn"_s};
    QTest::newRow("prose") << u"He met McDonald."_s << u""_s << QStringList{u""_s};
}

void DumpsTest::partsWhatRanTogether()
{
    QFETCH(QString, text);

    const auto parts = headingRunTogether(text, text::isRelatedHeading);

    QTEST(parts.heading, "heading");
    QTEST(titlesRunTogether(parts.rest), "titles");
}

void DumpsTest::partsTheHeadlineFromTheMenu()
{
    auto blocks
        = blocksOf({u"[1]Seven Soups for Winter"_s, u"[1]Sport"_s,
                    u"[2]House Prices Down Again Harbour Light Goes Dark"_s, u"By Rosa Lind"_s,
                    u"The harbour is dark: its light has gone out, the keeper said."_s});
    resolveReferences(blocks, twoLinks);

    partHeadlineFromMenu(blocks);

    QCOMPARE(blocks.size(), 6);
    QCOMPARE(blocks[2].text, u"House Prices Down Again"_s);
    QCOMPARE(blocks[3].text, u"Harbour Light Goes Dark"_s);
}

void DumpsTest::splitsBylines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("date");

    QTest::newRow("bar") << u"Rosa Lind | 4 December 2021"_s << QStringList{u"Rosa Lind"_s}
                         << u"2021-12-04"_s;
    QTest::newRow("space") << u"Rosa Lind Sat, Dec 4, 2021"_s << QStringList{u"Rosa Lind"_s}
                           << u"2021-12-04"_s;
    QTest::newRow("prose") << u"The fog came on 4 December 2021"_s << QStringList() << u""_s;
    QTest::newRow("no date") << u"Rosa Lind"_s << QStringList() << u""_s;
}

void DumpsTest::splitsBylines()
{
    QFETCH(QString, line);

    const auto found = splitByline(line);

    QTEST(found.names, "names");
    QTEST(found.date.toRfc3339(), "date");
}

void DumpsTest::takesNoPartOfATextForItsStory()
{
    const auto prose = u"The harbour stayed shut for a third day while fog stood between the "
                       "piers, and nobody knew for how long it would be so."_s;
    Blocks blocks = blocksOf({prose, prose, prose});
    for (int n = 0; n < 40; ++n) {
        auto link = textParagraph(u"The Fog Horn"_s);
        link.links = {{.title = link.text, .url = twoLinks.value(1)}};
        link.onlyLinks = true;
        blocks.append(link);
    }
    blocks += blocksOf({prose, prose, prose, prose});

    const auto story = storySegment(blocks);
    blocks.resize(43);
    const auto alone = storySegment(blocks);

    // Neither part has much more than the other: which one is the story cannot be told.
    QVERIFY(story.end - story.first == 4 || story.end == story.first);
    QCOMPARE(alone.first, 0);
    QCOMPARE(alone.end, 3);
}

void DumpsTest::keepsPlainTextWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kept");

    const QByteArray story
        = "Fog Lifts\n\nBy Rosa Lind\n\nIt came on Monday, and the whole harbour "
          "lay still until it went.\n\n";
    QTest::newRow("comments") << story + "Comments (2)\n\nThe minister had none.\n"
                              << u"The minister had none."_s;
    QTest::newRow("brackets") << story + "[Applause]\n\nThen he left the stage.\n"
                              << u"[Applause]"_s;
    QTest::newRow("an advertisement in a sentence")
        << story + "Advertisements for fog horns, he said, were rare.\n"
        << u"Advertisements for fog horns"_s;
    QTest::newRow("cookies") << story + "We use cookies as bait, the fisherman said.\n"
                             << u"We use cookies as bait"_s;
    QTest::newRow("steps") << story + "Harbour > Pier > Light\n\nSo the signs read.\n"
                           << u"Harbour &gt; Pier &gt; Light"_s;
}

void DumpsTest::keepsPlainTextWhole()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kept);

    QVERIFY2(pageOf(text).html.contains(kept), qPrintable(pageOf(text).html));
}

void DumpsTest::takesTimeThatGrowsWithTheText_data()
{
    QTest::addColumn<QByteArray>("text");

    const QByteArray references = "\nReferences\n\n 1. http://a.example/\n";
    QTest::newRow("numbers") << "Fog" + QByteArray("[1]").repeated(200'000) + references;
    QTest::newRow("links") << QByteArray("[1]Link\n\n").repeated(20'000) + references;
    QTest::newRow("wide tables") << (QByteArray("+---").repeated(400) + "+\n"
                                     + QByteArray("| a ").repeated(400) + "|\n")
                                        .repeated(100);
    QTest::newRow("columns") << QByteArray(
                                    "[1]Menu              beside it\n                     text\n")
                                    .repeated(20'000)
            + references;
    QTest::newRow("separators") << "1/1/26, 9:00 AM\n"
            + QByteArray("a - ").repeated(60).repeated(200) + "\nhttp://a.example/x\n\n1/1\n";
    QTest::newRow("seams") << QByteArray("aaB").repeated(200'000);
}

void DumpsTest::takesTimeThatGrowsWithTheText()
{
    QFETCH(QByteArray, text);

    QVERIFY(!pageOf(text).html.isEmpty());
}

QTEST_GUILESS_MAIN(DumpsTest)
#include "tst_dumps.moc"
