#include "library/library.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What people type finds what they mean: through the whole library, since only the index and the
// query together decide.
class TestSearchWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void survives_data();
    void survives();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Library> m_library;
};

namespace {

const QList<Article> &stories()
{
    static const QList<Article> list{
        {.title = u"Ferry returns to Café Bay"_s,
         .standfirst = u"Nine years on."_s,
         .authors = {{.name = u"Tomás Ødegård"_s}},
         .lead = {.alt = u"A pelican"_s,
                  .caption = u"The Marigold moored"_s,
                  .credit = u"Lena Fjord / Agence Nord"_s},
         .figures = {{.caption = u"A map of shoals"_s, .credit = u"Ordnance Office"_s}},
         .text = u"The ferry came in at dawn; don't ask the U.S. why. COVID-19 kept it away. "
                 u"Straße, naïve, ﬁne print. Marigold returns."_s},
        {.title = u"City council votes on quays"_s,
         .authors = {{.name = u"Mara Quill"_s}},
         .text = u"The council came back from recess. A vote is due, and the ferry quays too."_s},
        {.title = u"東京都知事が発表"_s, .text = u"新しい橋は来年ひらく。コーヒーと茶。"_s},
        {.title = u"ข่าวเช้า"_s, .text = u"เรือข้ามฟากกลับมาแล้ว"_s},
        {.title = u"السَّفينة تعود"_s, .text = u"عادت العبّارة إلى الميناء"_s},
        {.title = u"새 다리"_s, .text = u"서울에서 다리가 열렸다"_s},
        {.title = u"हिन्दी समाचार"_s, .text = u"नौका लौट आई"_s},
    };
    return list;
}

} // namespace

void TestSearchWords::initTestCase()
{
    auto library = Library::open(m_folder.path(), Library::Access::ReadWrite);
    QVERIFY(library);
    m_library = *std::move(library);
    for (const auto &story : stories())
        QVERIFY(m_library->add(story, Library::Occasion::Found, QDateTime(QDate(2024, 1, 1), {})));
}

void TestSearchWords::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<int>>("found"); // Places in stories(), newest first.

    const auto row = [](const char *name, const QString &words, const QList<int> &found) {
        QTest::newRow(name) << words << found;
    };
    const QList<int> all{6, 5, 4, 3, 2, 1, 0};
    row("nothing", u""_s, all);
    row("white space", u"  \t "_s, all);
    row("in the title", u"returns"_s, {0});
    row("byline", u"quill"_s, {1});
    row("standfirst", u"nine"_s, {0});
    row("in a caption", u"moored"_s, {0});
    row("alt", u"pelican"_s, {0});
    row("in a credit", u"fjord"_s, {0});
    row("later caption", u"shoals"_s, {0});
    row("later credit", u"ordnance"_s, {0});
    row("case", u"FERRY"_s, {1, 0});
    row("diacritics typed", u"férry"_s, {1, 0});
    row("diacritics not typed", u"cafe"_s, {0});
    row("name without its marks", u"tomas odegard"_s, {});
    row("name with its marks", u"tomas ødegard"_s, {0});
    row("decomposed", u"cafe\u0301"_s, {0});
    row("ligature", u"fine print"_s, {0});
    row("full width", u"ｆｅｒｒｙ"_s, {1, 0});
    row("beginning", u"fer"_s, {1, 0});
    row("two letters", u"fe"_s, {1, 0});
    row("one letter", u"q"_s, {1});
    row("one letter, capital", u"Q"_s, {1});
    row("one letter after a word", u"ferry q"_s, {1});
    row("one letter that none begins with", u"x"_s, {});
    row("one letter is not whole before others", u"q ferry"_s, {});
    row("not the end of a word", u"erry"_s, {});
    row("only the last is a beginning", u"fer council"_s, {});
    row("every word", u"ferry council"_s, {1});
    row("every word, one missing", u"ferry parrot"_s, {});
    row("phrase", u"\"ferry came in\""_s, {0});
    row("phrase, not in order", u"\"came ferry\""_s, {});
    row("phrase, unfinished", u"\"ferry cam"_s, {0});
    row("phrase, hardly begun", u"\"ferry ca"_s, {1, 0});
    row("phrase in curly quotes", u"“council came”"_s, {1});
    row("phrase ends in a whole word", u"\"ferry ca\""_s, {});
    row("without", u"ferry -council"_s, {0});
    row("without two", u"ferry -council -marigold"_s, {});
    row("without a phrase", u"ferry -\"city council\""_s, {0});
    row("without only", u"-ferry"_s, {6, 5, 4, 3, 2});
    row("without is whole", u"ferry -counc"_s, {1, 0});
    row("apostrophe", u"don't"_s, {0});
    row("hyphen inside", u"covid-19"_s, {0});
    row("dots", u"U.S."_s, {0});
    row("sharp s", u"straße"_s, {0});
    row("operators are words", u"ferry AND council"_s, {1});
    row("or", u"pelican OR council"_s, {1, 0});
    row("or, not beside it", u"ferry pelican OR parrot"_s, {0});
    row("a column of the index is a word", u"facts:q"_s, {});
    row("title", u"title:ferry "_s, {0});
    row("by", u"by:quill "_s, {1});
    row("by, not in the text", u"by:council "_s, {});
    row("credit", u"credit:fjord "_s, {0});
    row("caption", u"caption:moored "_s, {0});
    row("without a credit", u"ferry -credit:fjord "_s, {1});
    row("or of what must not be", u"(pelican OR -ferry) -council "_s, {6, 5, 4, 3, 2, 0});
    row("a state, and words", u"is:unread quays"_s, {1});
    row("a state or words", u"is:read OR quays "_s, {1});
    row("not a state", u"-is:unread "_s, {});
    row("not all of it", u"-(ferry council) ferry "_s, {0});
    row("by, beginning", u"by:qui"_s, {1});
    row("a star", u"mari* ret* "_s, {0});
    row("Chinese, two", u"東京"_s, {2});
    row("Chinese, inside", u"知事"_s, {2});
    row("Chinese, three", u"京都知"_s, {2});
    row("Chinese, one", u"橋"_s, {2});
    row("Chinese, last", u"表"_s, {2});
    row("Chinese, not adjacent", u"東都"_s, {});
    row("Japanese", u"ひらく"_s, {2});
    row("Katakana, long vowel", u"コーヒー"_s, {2});
    row("Chinese, two words", u"東京 来年"_s, {2});
    row("without Chinese", u"-東京 -ferry"_s, {6, 5, 4, 3});
    row("Thai", u"ข้ามฟาก"_s, {3});
    row("Thai, beginning", u"เรือ"_s, {3});
    row("Thai, not there", u"รถไฟ"_s, {});
    row("Arabic without points", u"السفينة"_s, {4});
    row("Arabic with points", u"السَّفينة"_s, {4});
    row("Arabic, beginning", u"المين"_s, {4});
    row("Korean without its ending", u"다리"_s, {5});
    row("Hindi", u"हिन्दी"_s, {6});
    row("Hindi, beginning", u"समा"_s, {6});
}

void TestSearchWords::finds()
{
    QFETCH(QString, words);
    QFETCH(QList<int>, found);

    const auto headlines = m_library->headlines({.words = words}, 50);

    QVERIFY2(headlines, headlines ? "" : qPrintable(headlines.error().detail));
    QStringList titles;
    for (const auto &headline : *headlines)
        titles.append(headline.title);
    QStringList expected;
    for (const int place : found)
        expected.append(stories().at(place).title);
    QCOMPARE(titles, expected);
}

void TestSearchWords::survives_data()
{
    QTest::addColumn<QString>("words");

    const auto pieces = {u"\""_s,
                         u"-"_s,
                         u"*"_s,
                         u"("_s,
                         u")"_s,
                         u":"_s,
                         u"^"_s,
                         u"+"_s,
                         u"{"_s,
                         u"}"_s,
                         u"NOT"_s,
                         u"AND"_s,
                         u"OR"_s,
                         u"NEAR("_s,
                         u"'"_s,
                         u"\\"_s,
                         u"%"_s,
                         u";--"_s,
                         QString(QChar(0)),
                         QString(QChar(0xD800)),
                         u"😀"_s,
                         u"\u0301"_s,
                         u"-\""_s,
                         u"\"\""_s,
                         u"ー"_s,
                         u"東\""_s,
                         u"…"_s};
    int number = 0;
    for (const auto &left : pieces) {
        for (const auto &right : pieces) {
            QTest::addRow("%d", ++number) << left + right;
            QTest::addRow("%d, with words", number) << u"ferry "_s + left + u" x "_s + right;
        }
    }
    QTest::newRow("long") << u"a "_s.repeated(100'000);
    QTest::newRow("long word") << u"a"_s.repeated(100'000);
}

void TestSearchWords::survives()
{
    QFETCH(QString, words);

    const auto headlines = m_library->headlines({.words = words}, 50);

    // What cannot be understood is told.
    QVERIFY2(headlines || headlines.error().kind == Error::Kind::Malformed,
             headlines ? "" : qPrintable(headlines.error().detail));
}

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
