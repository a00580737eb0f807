#include "page/hyphens.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHyphens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void breaksWords_data();
    void breaksWords();
    void breaksLongWordsOnlyInUnevenLines_data();
    void breaksLongWordsOnlyInUnevenLines();
    void setsThemInRunningTextOnly_data();
    void setsThemInRunningTextOnly();
    void changesNothingElse();
    void findsThePatternsOfALanguage_data();
    void findsThePatternsOfALanguage();
    void readsPatternsInOtherEncodings();
    void breaksCompounds_data();
    void breaksCompounds();
    void takesTheLongestPattern_data();
    void takesTheLongestPattern();
    void refusesWhatIsNoPatterns_data();
    void refusesWhatIsNoPatterns();

private:
    void write(const QString &name, const QByteArray &patterns) const;

    QTemporaryDir m_folder;
    page::Patterns m_patterns;
};

namespace {

// Breaks shown as people see them.
QString visible(QString text)
{
    return text.replace(page::softHyphen, u'-');
}

} // namespace

void TestHyphens::write(const QString &name, const QByteArray &patterns) const
{
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(patterns);
}

void TestHyphens::initTestCase()
{
    // A word breaks before each "n" that a vowel follows, and in "zucker" as German once did.
    write(u"hyph_en_US.dic"_s, "UTF-8\n1na\n1ne\n1ni\n1no\n1nu\n1né\n"_ba);
    write(u"hyph_en_GB.dic"_s, "UTF-8\n1ba\n"_ba);
    write(u"hyph_de_DE.dic"_s, "ISO8859-1\n1n\xfc\nc1k/k=k,1,2\n"_ba);
    write(u"hyph_nb_NO.dic"_s, "UTF-8\n1na\n"_ba);
    write(u"hyph_pt_PT.dic"_s, "UTF-8\n1na\n"_ba);
    m_patterns = page::Patterns::load(u"en"_s, m_folder.path());
    QVERIFY(!m_patterns.isEmpty());
}

void TestHyphens::breaksWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QList<qsizetype>>("breaks");

    QTest::newRow("two places") << u"combinations"_s << QList<qsizetype>{5};
    QTest::newRow("beyond ASCII") << u"séréné­s"_s.remove(QChar(0xad)) << QList<qsizetype>{4};
    QTest::newRow("at the beginning of a sentence") << u"Canals"_s << QList<qsizetype>{2};
    QTest::newRow("too short") << u"canal"_s << QList<qsizetype>();
    QTest::newRow("too near to the end") << u"marina"_s << QList<qsizetype>();
    QTest::newRow("too near to the beginning") << u"anagram"_s << QList<qsizetype>();
    QTest::newRow("capitals") << u"CANALS"_s << QList<qsizetype>();
    QTest::newRow("a name of a company") << u"eCanals"_s << QList<qsizetype>{3};
    QTest::newRow("digits") << u"canal12s"_s << QList<qsizetype>();
    QTest::newRow("no word") << u"na"_s.repeated(100) << QList<qsizetype>();
    QTest::newRow("nothing") << QString() << QList<qsizetype>();
}

void TestHyphens::breaksWords()
{
    QFETCH(QString, word);

    QTEST(m_patterns.breaks(word), "breaks");
}

void TestHyphens::breaksLongWordsOnlyInUnevenLines_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QList<qsizetype>>("breaks");

    QTest::newRow("short") << u"canalso"_s << QList<qsizetype>();
    QTest::newRow("long") << u"combinations"_s << QList<qsizetype>{5};
    QTest::newRow("near its beginning") << u"canalisers"_s << QList<qsizetype>();
    QTest::newRow("near its end") << u"grandnana"_s << QList<qsizetype>{5};
    QTest::newRow("too near its end") << u"grandsnas"_s << QList<qsizetype>();
}

void TestHyphens::breaksLongWordsOnlyInUnevenLines()
{
    QFETCH(QString, word);

    QTEST(m_patterns.breaks(word, page::Division::Reluctant), "breaks");
    QVERIFY(!m_patterns.breaks(word, page::Division::Ready).isEmpty());
}

void TestHyphens::setsThemInRunningTextOnly_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("hyphenated");

    QTest::newRow("a paragraph") << u"<p>Canals, canals.</p>"_s << u"<p>Ca-nals, ca-nals.</p>"_s;
    QTest::newRow("a word in two types")
        << u"<p>Ca<b>na</b>ls <i>canals</i></p>"_s << u"<p>Ca<b>-na</b>ls <i>ca-nals</i></p>"_s;
    QTest::newRow("a word of a search") << u"<p>Ca<mark class=\"hit\">nals</mark></p>"_s
                                        << u"<p>Ca<mark class=\"hit\">-nals</mark></p>"_s;
    QTest::newRow("two blocks") << u"<p>Can</p><p>als</p>"_s << u"<p>Can</p><p>als</p>"_s;
    QTest::newRow("a broken line") << u"<p>Can<br>als</p>"_s << u"<p>Can<br>als</p>"_s;
    QTest::newRow("what the author broke") << u"<p>can­als</p>"_s << u"<p>can-als</p>"_s;
    QTest::newRow("references") << u"<p>canals &amp; canals</p>"_s
                                << u"<p>ca-nals &amp; ca-nals</p>"_s;
    QTest::newRow("addresses") << u"<p><a href=\"https://canals.example/canals\">canals</a></p>"_s
                               << u"<p><a href=\"https://canals.example/canals\">ca-nals</a></p>"_s;
    QTest::newRow("a headline") << u"<header><h1>Many canals</h1></header><p>canals</p>"_s
                                << u"<header><h1>Many canals</h1></header><p>ca-nals</p>"_s;
    QTest::newRow("a headline’s longest word")
        << u"<h1>The canalcanalcanalcanals</h1>"_s << u"<h1>The ca-nalca-nalca-nalca-nals</h1>"_s;
    QTest::newRow("beside a headline")
        << u"<p class=\"kicker\">canals</p><h1>Canals</h1><p class=\"standfirst\">canals</p>"
           "<p class=\"byline\">canals</p>"_s
        << u"<p class=\"kicker\">canals</p><h1>Canals</h1><p class=\"standfirst\">canals</p>"
           "<p class=\"byline\">canals</p>"_s;
    for (const auto &element : {u"h2"_s, u"figure"_s, u"table"_s, u"pre"_s, u"code"_s, u"footer"_s,
                                u"svg"_s, u"math"_s}) {
        const auto html = u"<p>and</p><%1>canals</%1><p>%2</p>"_s;
        QTest::newRow(qPrintable(element))
            << html.arg(element, u"canals"_s) << html.arg(element, u"ca-nals"_s);
    }
    QTest::newRow("a pull quote")
        << u"<blockquote class=\"pullquote\"><p>canals</p></blockquote>"_s
        << u"<blockquote class=\"pullquote\"><p>canals</p></blockquote>"_s;
}

void TestHyphens::setsThemInRunningTextOnly()
{
    QFETCH(QString, story);
    QFETCH(QString, hyphenated);

    QCOMPARE(visible(page::hyphenated(story, m_patterns)), hyphenated);
}

void TestHyphens::changesNothingElse()
{
    const auto story
        = u"<div class=\"story\"><p>Many canals – “canals”, <a title=\"a>b\">canals</a> "
          "&lt;canals&gt; 渚の canals \U0001f6a2 canals"_s;

    auto hyphenated = page::hyphenated(story, m_patterns);

    QVERIFY(hyphenated.count(page::softHyphen) >= 5);
    QCOMPARE(hyphenated.remove(page::softHyphen), story);
    QCOMPARE(page::hyphenated(story, {}), story);
}

void TestHyphens::findsThePatternsOfALanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("found");

    QTest::newRow("language") << u"en"_s << true;
    QTest::newRow("region") << u"en-GB"_s << true;
    QTest::newRow("region without patterns") << u"en-AU"_s << true;
    QTest::newRow("script and region") << u"de-Latn-DE"_s << true;
    QTest::newRow("in capitals") << u"DE"_s << true;
    QTest::newRow("another name") << u"no"_s << true;
    QTest::newRow("without patterns") << u"fi"_s << false;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a path") << u"../../etc/passwd"_s << false;
    QTest::newRow("a pattern of names") << u"*"_s << false;
}

void TestHyphens::findsThePatternsOfALanguage()
{
    QFETCH(QString, language);

    QTEST(!page::Patterns::load(language, m_folder.path()).isEmpty(), "found");
}

void TestHyphens::readsPatternsInOtherEncodings()
{
    const auto patterns = page::Patterns::load(u"de"_s, m_folder.path());

    QCOMPARE(patterns.breaks(u"Menüplan"_s), QList<qsizetype>{2});
    // That break would be "Zuk-kerrohr": a soft hyphen cannot say so.
    QCOMPARE(patterns.breaks(u"Zuckerrohr"_s), QList<qsizetype>());
    QCOMPARE(patterns.breaks(u"Ἀθηναῖος"_s), QList<qsizetype>());
}

void TestHyphens::breaksCompounds_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("broken");

    QTest::newRow("no compound") << u"hafenamt"_s << u"ha-fe-namt"_s;
    QTest::newRow("at the joint, and in its parts") << u"hafenlicht"_s << u"ha-fen-licht"_s;
    QTest::newRow("of three") << u"hafenlichtname"_s << u"ha-fen-licht-name"_s;
    QTest::newRow("near to a joint") << u"namelicht"_s << u"name-licht"_s;
    QTest::newRow("a joint that is spelt otherwise") << u"schiffahrten"_s << u"schiffahr-ten"_s;
}

// The first level says where the parts of a compound meet, the next one breaks the parts.
void TestHyphens::breaksCompounds()
{
    QFETCH(QString, word);
    write(u"hyph_xc.dic"_s,
          "UTF-8\nLEFTHYPHENMIN 2\nCOMPOUNDLEFTHYPHENMIN 3\n"
          "COMPOUNDRIGHTHYPHENMIN 3\nNOHYPHEN -,'\n% joints\n"
          "1licht\nlicht1name\nschif1fahrt/ff=f,5,2\n"
          "NEXTLEVEL\n# the words themselves\n"
          "1fen\n1na\n1ten\n.na1\n");

    auto broken = word;
    const auto breaks = page::Patterns::load(u"xc"_s, m_folder.path()).breaks(word);
    for (auto at = breaks.crbegin(); at != breaks.crend(); ++at)
        broken.insert(*at, u'-');

    QTEST(broken, "broken");
}

void TestHyphens::takesTheLongestPattern_data()
{
    QTest::addColumn<QByteArray>("patterns");
    QTest::addColumn<QList<qsizetype>>("breaks");

    QTest::newRow("one") << "1b\n"_ba << QList<qsizetype>{4};
    QTest::newRow("ranks: even forbids") << "1b\nd2b\n"_ba << QList<qsizetype>();
    QTest::newRow("a longer one that ends there") << "1b\ndb\n"_ba << QList<qsizetype>();
    QTest::newRow("a longer one that has begun") << "1b\ncdbx\n"_ba << QList<qsizetype>();
    QTest::newRow("ends of different letters") << "d1b\n1be\n"_ba << QList<qsizetype>{4};
    QTest::newRow("the later of two alike") << "1b\n2b\n"_ba << QList<qsizetype>();
    QTest::newRow("at the beginning") << ".abcd1b\n"_ba << QList<qsizetype>{4};
    QTest::newRow("not at the beginning") << ".cd1b\n"_ba << QList<qsizetype>();
    QTest::newRow("lines as Windows ends them") << "1b\r\nxx\r\n"_ba << QList<qsizetype>{4};
    QTest::newRow("a rank alone") << "1\n1b\n"_ba << QList<qsizetype>{4};
}

void TestHyphens::takesTheLongestPattern()
{
    QFETCH(QByteArray, patterns);
    write(u"hyph_xl.dic"_s, "UTF-8\n" + patterns);

    QTEST(page::Patterns::load(u"xl"_s, m_folder.path()).breaks(u"abcdbefg"_s), "breaks");
}

void TestHyphens::refusesWhatIsNoPatterns_data()
{
    QTest::addColumn<QByteArray>("file");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a charset and nothing else") << "UTF-8\n"_ba;
    QTest::newRow("an unknown charset") << "X-NOBODYS\n1na\n"_ba;
    QTest::newRow("comments") << "UTF-8\n% 1na\n# 1ne\n\n"_ba;
    QTest::newRow("no text") << QByteArray(4096, '\0');
}

void TestHyphens::refusesWhatIsNoPatterns()
{
    QFETCH(QByteArray, file);
    write(u"hyph_xx.dic"_s, file);

    const auto patterns = page::Patterns::load(u"xx"_s, m_folder.path());

    QVERIFY(patterns.isEmpty());
    QCOMPARE(patterns.breaks(u"combinations"_s), QList<qsizetype>());
}

QTEST_GUILESS_MAIN(TestHyphens)
#include "tst_hyphens.moc"
