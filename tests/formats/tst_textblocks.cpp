#include "formats/chrome.h"
#include "formats/linewrap.h"
#include "formats/textblocks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace formats;

class TextBlocksTest : public QObject
{
    Q_OBJECT

private slots:
    void partsParagraphs_data();
    void partsParagraphs();
    void findsWrapColumn_data();
    void findsWrapColumn();
    void appendsLines_data();
    void appendsLines();
    void continuesSentences_data();
    void continuesSentences();
    void leavesOutRunningHeads();
    void knowsChrome_data();
    void knowsChrome();
};

namespace {

QStringList textsOf(const QString &text)
{
    QStringList texts;
    for (const auto &block : textBlocks(printedPages(text).lines))
        texts.append(block.text);
    return texts;
}

} // namespace

void TextBlocksTest::partsParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("blocks");

    QTest::newRow("lines are paragraphs")
        << u"One came.\nTwo left.\n"_s << QStringList{u"One came."_s, u"Two left."_s};
    QTest::newRow("wrapped") << u"The quick brown fox jumps over the lazy dog and\n"
                                "then over the fence, where it sits down to rest\n"
                                "for a while.\n\nThen it went home.\n"_s
                             << QStringList{u"The quick brown fox jumps over the lazy dog and then "
                                            "over the fence, where it sits down to rest for a "
                                            "while."_s,
                                            u"Then it went home."_s};
    QTest::newRow("list") << u"- one\n- two\n"_s << QStringList{u"one\ntwo"_s};
    QTest::newRow("one number is no list")
        << u"1. FC Hale won.\n"_s << QStringList{u"1. FC Hale won."_s};
    QTest::newRow("quotation") << u"> one\n> two\n"_s << QStringList{u"one two"_s};
    QTest::newRow("emphasis is understood") << u"A *small* and **big** fog_horn_s.\n"_s
                                            << QStringList{u"A small and big fog_horn_s."_s};
    QTest::newRow("what somebody says is no list")
        << u"— Yes, said Ann.\n"_s << QStringList{u"— Yes, said Ann."_s};
}

void TextBlocksTest::partsParagraphs()
{
    QFETCH(QString, text);
    QFETCH(QStringList, blocks);

    QCOMPARE(textsOf(text), blocks);
}

void TextBlocksTest::findsWrapColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wrapped");

    QTest::newRow("wrapped") << u"It rained on the town of Hale for nine days and\n"
                                "when it stopped nobody could remember where they\n"
                                "had put their boots, their hats or their cats.\n"_s
                             << true;
    QTest::newRow("paragraphs of one line")
        << u"It rained on the town of Hale for nine days and nine nights.\n"
           "When it stopped, nobody could remember where they had put their boots.\n"
           "The cats could.\nThey had kept an eye on everything all along, from the shelf.\n"_s
        << false;
    QTest::newRow("an address under a headline")
        << u"It Rained on the Town of Hale for Nine Days\n"
           "https://hale.example/2020/02/02/it-rained-on-the-town-of-hale\n"_s
        << false;
}

void TextBlocksTest::findsWrapColumn()
{
    QFETCH(QString, text);
    QFETCH(bool, wrapped);

    QCOMPARE(wrapColumn(printedPages(text).lines) > 0, wrapped);
}

void TextBlocksTest::appendsLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("whole");

    QTest::newRow("words") << u"the fog"_s << u"  lifted"_s << u"the fog lifted"_s;
    QTest::newRow("hyphenated") << u"a light-"_s << u"house"_s << u"a lighthouse"_s;
    QTest::newRow("soft hyphen") << u"a light\u00AD"_s << u"house"_s << u"a lighthouse"_s;
    QTest::newRow("own hyphen") << u"the well-"_s << u"known fog"_s << u"the well-known fog"_s;
    QTest::newRow("name") << u"Ann Booth-"_s << u"Riley"_s << u"Ann Booth-Riley"_s;
    QTest::newRow("number") << u"a 61-"_s << u"kilometre ride"_s << u"a 61-kilometre ride"_s;
    QTest::newRow("half a word") << u"Haupt-"_s << u"und Nebenwege"_s << u"Haupt- und Nebenwege"_s;
    QTest::newRow("dash") << u"the fog -"_s << u"it lifted"_s << u"the fog - it lifted"_s;
    QTest::newRow("Japanese") << u"港町の豆腐"_s << u"店が"_s << u"港町の豆腐店が"_s;
}

void TextBlocksTest::appendsLines()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QFETCH(QString, whole);

    appendLine(text, line, {u"well-known"_s});

    QCOMPARE(text, whole);
}

void TextBlocksTest::continuesSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("next");
    QTest::addColumn<bool>("continues");

    QTest::newRow("capital after a page break")
        << u"The council said on Monday that the old bridge would be given to the town of"_s
        << u"Hale next year."_s << true;
    QTest::newRow("small letter") << u"Councillors voted nineteen to"_s << u"fourteen."_s << true;
    QTest::newRow("comma") << u"“We sell no beds,"_s << u"We sell mornings.”"_s << true;
    QTest::newRow("sentence inside") << u"It rained. The town"_s << u"Hale was wet."_s << true;
    QTest::newRow("full stop") << u"It rained for nine days."_s << u"the end."_s << false;
    QTest::newRow("quotation mark after it") << u"“It rained.”"_s << u"Hale was wet."_s << false;
    QTest::newRow("heading") << u"What comes next"_s << u"Hale was wet."_s << false;
    QTest::newRow("two lines of a list")
        << u"A line that is as long as many a sentence but that ends without any full stop"_s
        << u"Another such line"_s << false;
}

void TextBlocksTest::continuesSentences()
{
    QFETCH(QString, text);
    QFETCH(QString, next);
    QFETCH(bool, continues);

    QCOMPARE(continuesSentence(text, next), continues);
}

void TextBlocksTest::leavesOutRunningHeads()
{
    const auto printed = printedPages(u"Hale Post\nIt rained.\n- 1 -\n\fHale Post\nIt stopped.\n"
                                      "- 2 -\n"_s);

    QStringList lines;
    for (const auto &line : printed.lines) {
        if (!line.text.isEmpty())
            lines.append(line.text);
    }
    QCOMPARE(lines, (QStringList{u"It rained."_s, u"It stopped."_s}));
    QVERIFY(printed.heads.contains(u"Hale Post"_s));
}

void TextBlocksTest::knowsChrome_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("kind");

    const auto row = [](const QString &line, const QString &kind) {
        QTest::addRow("%s", qUtf8Printable(line)) << line << kind;
    };
    row(u"Print | Share this article"_s, u"share"_s);
    row(u"Artikel teilen"_s, u"share"_s);
    row(u"この記事をシェア"_s, u"share"_s);
    row(u"They share this house with nine cats. It is small."_s, u"none"_s);
    row(u"Please enable JavaScript to watch this video."_s, u"script"_s);
    row(u"Sign up for the Evening Fog newsletter"_s, u"newsletter"_s);
    row(u"Inscrivez-vous à la lettre du soir"_s, u"newsletter"_s);
    row(u"Nine stories, in your inbox before dawn."_s, u"invitation"_s);
    row(u"Most read"_s, u"ranking"_s);
    row(u"Meistgelesen"_s, u"ranking"_s);
    row(u"The most read man in Hale"_s, u"none"_s);
    row(u"3 min read"_s, u"time"_s);
    row(u"Lesezeit: 4 Minuten"_s, u"time"_s);
    row(u"hale-post.example"_s, u"host"_s);
    row(u"Hale."_s, u"none"_s);
}

void TextBlocksTest::knowsChrome()
{
    QFETCH(QString, line);
    QFETCH(QString, kind);

    const auto found = isShareLine(line) ? u"share"_s
        : isScriptNotice(line)           ? u"script"_s
        : isNewsletterHeading(line)      ? u"newsletter"_s
        : isNewsletterLine(line)         ? u"invitation"_s
        : isRankingHeading(line)         ? u"ranking"_s
        : isReadingTime(line)            ? u"time"_s
        : isHostName(line)               ? u"host"_s
                                         : u"none"_s;
    QCOMPARE(found, kind);
}

QTEST_GUILESS_MAIN(TextBlocksTest)
#include "tst_textblocks.moc"
