#include "search/characters.h"
#include "search/matches.h"
#include "search/searchwords.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using search::Matches;
using search::Node;
using search::Term;

// Where the words of a search stand in a text, and what is shown around them.
class TestMatches : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void looksForWhatIsWanted();
    void looksForWordsOfAKind();
    void isEmptyWithoutWords();
    void showsAPassage_data();
    void showsAPassage();
    void keepsWordsWholeInAPassage();
    void survives_data();
    void survives();
    void growsWithTheText_data();
    void growsWithTheText();
    void normalisesAnyNumberOfMarks();
};

namespace {

Node word(const QString &text, Term::Kind kind = Term::Kind::Words)
{
    return {.kind = Node::Kind::Term, .term = {.kind = kind, .text = text}};
}

Node beginning(const QString &text)
{
    auto node = word(text);
    node.term.isBeginning = true;
    return node;
}

search::Query all(const QList<Node> &nodes)
{
    return {.root = {.kind = Node::Kind::All, .children = nodes}};
}

// The text with the matches in brackets.
QString marked(QString text, const Matches &matches)
{
    auto places = matches.in(text);
    for (auto place = places.crbegin(); place != places.crend(); ++place)
        text.insert(place->at + place->length, u']').insert(place->at, u'[');
    return text;
}

} // namespace

void TestMatches::finds_data()
{
    QTest::addColumn<QList<Node>>("words");
    QTest::addColumn<QString>("text"); // With what is found in brackets.

    const auto row = [](const char *name, const QList<Node> &words, const QString &text) {
        QTest::newRow(name) << words << text;
    };
    row("word", {word(u"ferry"_s)}, u"The [ferry] left. [Ferry]!"_s);
    row("whole words only", {word(u"ferry"_s)}, u"ferryman and aferry"_s);
    row("beginning", {beginning(u"fer"_s)}, u"A [fer]ry, no offer"_s);
    row("two words", {word(u"ferry"_s), word(u"pier"_s)}, u"[ferry] to the [pier]"_s);
    row("phrase", {word(u"ferry to the"_s)}, u"the ferry, a [ferry to the] pier"_s);
    row("phrase over punctuation", {word(u"dawn don't"_s)}, u"at [dawn; don't] ask"_s);
    row("phrase, last word a beginning", {beginning(u"the pi"_s)}, u"to [the pi]er"_s);
    row("inside punctuation", {word(u"covid-19"_s)}, u"“[COVID-19]”, [covid 19], covid-190"_s);
    row("dots", {word(u"u.s."_s)}, u"the [U.S]. why"_s);
    row("overlapping", {word(u"a b"_s), word(u"b c"_s)}, u"[a b c] d"_s);
    row("beside each other", {word(u"a"_s), word(u"b"_s)}, u"[a] [b]"_s);
    row("self-overlapping phrase", {word(u"a b a"_s)}, u"[a b a b a]"_s);
    row("at the very ends", {word(u"x"_s)}, u"[x] y [x]"_s);
    row("accents typed", {word(u"café"_s)}, u"[cafe], [café], [cafe\u0301]"_s);
    row("accents not typed", {word(u"cafe"_s)}, u"[Café]s? [CAFÉ]"_s.replace(u"s?"_s, u"?"_s));
    row("stroke is a letter", {word(u"odegard"_s)}, u"Ødegard"_s);
    row("German umlaut", {word(u"uber"_s)}, u"[Über] uns"_s);
    row("German sharp s", {word(u"straße"_s)}, u"[Straße], [STRAẞE], Strasse"_s);
    row("Turkish dotted I", {word(u"istanbul"_s)}, u"[İstanbul], [istanbul]"_s);
    row("Turkish dotless i is a letter", {word(u"kiz"_s)}, u"kız [kiz]"_s);
    row("Turkish cedilla", {word(u"calis"_s)}, u"[çalış]"_s.replace(u"ı"_s, u"i"_s));
    row("ligature", {word(u"fine"_s)}, u"a [ﬁne] print"_s);
    row("full width", {word(u"ferry"_s)}, u"[ｆｅｒｒｙ]"_s);
    row("Greek final sigma", {word(u"λόγος"_s)}, u"[ΛΌΓΟΣ]"_s);
    row("Cyrillic", {word(u"новости"_s)}, u"[Новости] дня"_s);
    row("Arabic without points", {word(u"السفينة"_s)}, u"عادت [السَّفينة] إلى"_s);
    row("Arabic with points", {word(u"السَّفينة"_s)}, u"[السفينة] تعود"_s);
    row("Arabic stretched", {word(u"كتاب"_s)}, u"[كتـــاب]"_s);
    row("Hebrew with points", {word(u"שלום"_s)}, u"[שָׁלוֹם] לך"_s);
    row("Chinese inside", {word(u"知事"_s)}, u"東京都[知事]が"_s);
    row("Chinese, one", {word(u"橋"_s)}, u"新しい[橋]は"_s);
    row("Chinese, two that touch", {word(u"東"_s), word(u"京"_s)}, u"[東京]都"_s);
    row("Chinese, not adjacent", {word(u"東都"_s)}, u"東京都"_s);
    row("Chinese and Latin", {word(u"版iPhone"_s)}, u"新[版 iPhone]だ"_s);
    row("Japanese, long vowel", {word(u"コーヒー"_s)}, u"[コーヒー]と"_s);
    row("half-width Katakana", {word(u"カナ"_s)}, u"半角[ｶﾅ]"_s);
    row("Thai inside", {word(u"ข้าม"_s)}, u"เรือ[ข้าม]ฟาก"_s);
    row("Korean without its ending", {word(u"다리"_s)}, u"새 [다리]가"_s);
    row("Korean in parts", {word(u"다리"_s)},
        u"새 [다리]"_s.normalized(QString::NormalizationForm_D));
    row("Hindi", {beginning(u"समा"_s)}, u"हिन्दी [समा]चार"_s);
    row("emoji between", {word(u"ferry"_s)}, u"😀[ferry]😀 🚢 [ferry]"_s);
    row("letters beyond the first plane", {word(u"𝐟𝐞𝐫𝐫𝐲"_s)}, u"x [𝒇𝒆𝒓𝒓𝒚] [ferry]"_s);
    row("half a character", {word(u"ferry"_s)}, QString(QChar(0xD83D)) + u"[ferry]"_s);
    row("not there", {word(u"parrot"_s)}, u"ferry"_s);
    row("no text", {word(u"parrot"_s)}, {});
}

void TestMatches::finds()
{
    QFETCH(QList<Node>, words);
    QFETCH(QString, text);
    auto plain = text;
    plain.remove(u'[').remove(u']');

    QCOMPARE(marked(plain, Matches(all(words))), text);
}

void TestMatches::looksForWhatIsWanted()
{
    const Node either{.kind = Node::Kind::Any, .children = {word(u"pier"_s), word(u"quay"_s)}};
    const Node unwanted{.kind = Node::Kind::Not, .children = {word(u"boat"_s)}};

    const Matches matches(all({word(u"ferry"_s), either, unwanted}));

    QCOMPARE(marked(u"ferry boat quay pier"_s, matches), u"[ferry] boat [quay] [pier]"_s);
}

void TestMatches::looksForWordsOfAKind()
{
    const auto query = all(
        {word(u"ferry"_s), word(u"ada"_s, Term::Kind::By), word(u"dawn"_s, Term::Kind::Title)});

    QCOMPARE(marked(u"ferry ada dawn"_s, Matches(query)), u"[ferry] ada dawn"_s);
    QCOMPARE(marked(u"ferry ada dawn"_s, Matches(query, {Term::Kind::By})),
             u"[ferry] [ada] dawn"_s);
}

void TestMatches::isEmptyWithoutWords()
{
    QVERIFY(Matches().isEmpty());
    QVERIFY(
        Matches(all({{.kind = Node::Kind::Term, .term = {.kind = Term::Kind::Unread}}})).isEmpty());
    QVERIFY(Matches(all({word(u"—"_s), word({})})).isEmpty());
    QVERIFY(Matches().in(u"ferry"_s).isEmpty());
}

void TestMatches::showsAPassage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("passage");

    const auto many = u"One two three four five. "_s.repeated(20);
    QTest::newRow("nothing") << many << QString();
    QTest::newRow("short text") << u"A \n ferry."_s << u"A ferry."_s;
    QTest::newRow("at the start") << u"ferry "_s + many
                                  << u"ferry One two three four five. One two…"_s;
    QTest::newRow("in the middle")
        << many + u"the ferry left. "_s + many << u"…four five. the ferry left. One two three…"_s;
    QTest::newRow("at the end") << many + u"the last ferry"_s
                                << u"…five. One two three four five. the last ferry"_s;
    QTest::newRow("the first two") << many + u"ferry to a far away ferry "_s + many
                                   << u"…five. ferry to a far away ferry One two…"_s;
    QTest::newRow("unspaced") << u"字"_s.repeated(90) + u"ferry"_s + u"字"_s.repeated(90)
                              << u'…' + u"字"_s.repeated(11) + u"ferry"_s + u"字"_s.repeated(24)
            + u'…';
}

void TestMatches::showsAPassage()
{
    QFETCH(QString, text);

    QTEST(Matches(all({word(u"ferry"_s)})).passage(text, 40), "passage");
}

void TestMatches::keepsWordsWholeInAPassage()
{
    const auto text = u"😀"_s.repeated(200) + u" ferry "_s + u"😀"_s.repeated(200);

    const auto passage = Matches(all({word(u"ferry"_s)})).passage(text, 41);

    QVERIFY(passage.contains(u" ferry"_s));
    QVERIFY2(passage.isValidUtf16(), "half a character is left");
    QVERIFY(passage.size() <= 44);
}

void TestMatches::survives_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("half characters") << QString(QChar(0xD800)).repeated(3) + QChar(0xDC00);
    QTest::newRow("null characters") << QString(QChar(0)).repeated(5) + u"ferry"_s;
    QTest::newRow("marks alone") << u"\u0301\u0302"_s.repeated(9);
    QTest::newRow("joiners") << u"\u200D\u200C\uFE0F"_s.repeated(9);
    QTest::newRow("one that becomes many") << u"\uFDFA"_s.repeated(9);
}

void TestMatches::survives()
{
    QFETCH(QString, text);
    const auto places
        = Matches(all({word(u"ferry"_s), word(text), beginning(text.left(1))})).in(text);

    qsizetype end = -1;
    for (const auto &place : places) {
        QVERIFY(place.at > end && place.length > 0);
        end = place.at + place.length;
    }
    QVERIFY(end <= text.size());
}

void TestMatches::growsWithTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sought");

    QTest::newRow("nearly there") << u"a "_s << u"a "_s.repeated(400) + u'b';
    QTest::newRow("nearly there, unspaced") << u"字"_s << u"字"_s.repeated(900) + u'橋';
    QTest::newRow("everywhere") << u"a b "_s << u"a b a b"_s;
    QTest::newRow("marks without end") << u"\u0315\u0301"_s << u"a"_s;
}

void TestMatches::growsWithTheText()
{
    QFETCH(QString, text);
    QFETCH(QString, sought);
    const Matches matches(all({word(sought)}));
    constexpr qsizetype size = 200'000;
    const auto time = [&](qsizetype characters) {
        const auto whole = text.repeated(characters / text.size());
        QElapsedTimer clock;
        clock.start();
        const auto places = matches.in(whole);
        Q_UNUSED(places)
        return clock.nsecsElapsed();
    };

    time(size); // Warm.
    const auto once = time(size);
    const auto eightTimes = time(8 * size);

    QVERIFY2(eightTimes < 24 * once, qPrintable(u"%1 ns, %2 ns"_s.arg(once).arg(eightTimes)));
}

void TestMatches::normalisesAnyNumberOfMarks()
{
    const auto marks = u"a"_s + u"\u0316\u0315\U00010A0D"_s.repeated(30'000);
    QElapsedTimer clock;
    clock.start();

    const auto indexable = searchwords::indexable(marks + u" cafe\u0301"_s);

    QVERIFY2(clock.elapsed() < 5'000, "it takes time in proportion to the square of the marks");
    QVERIFY(indexable.startsWith(u'a') && indexable.endsWith(u" café"_s));
    QCOMPARE(search::normalised(u"😀"_s.repeated(100), QString::NormalizationForm_KC),
             u"😀"_s.repeated(100));
}

QTEST_GUILESS_MAIN(TestMatches)
#include "tst_matches.moc"
