#include "articles/operatorwords.h"
#include "articles/suggestions.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using suggestions::Suggestion;
using suggestions::Typed;

// What the search field offers, and what it makes of a choice.
class TestSuggestions : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void offersEverythingAtTheStart();
    void takesAChoice_data();
    void takesAChoice();
    void explainsEveryOperator();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void countsInWords_data();
    void countsInWords();
};

namespace {

const QDate today(2024, 5, 17);

const suggestions::Known known{.authors = {u"Ada Marsh"_s, u"Bo Finch"_s, u"Marla Adams"_s},
                               .outlets = {u"The Coast"_s, u"gazette.example"_s},
                               .languages = {u"en"_s, u"de"_s}};

// What was typed, with "|" for the cursor.
Typed typed(QString text)
{
    const auto cursor = text.indexOf(u'|');
    return {.text = text.remove(u'|'), .cursor = cursor < 0 ? text.size() : cursor};
}

QStringList textsOf(const QList<Suggestion> &list)
{
    QStringList texts;
    for (const auto &suggestion : list)
        texts.append(suggestion.text);
    return texts;
}

} // namespace

void TestSuggestions::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("offered");

    const auto row = [](const QString &text, const QStringList &offered) {
        QTest::newRow(qPrintable(text)) << text << offered;
    };
    row(u"b"_s, {u"by:"_s, u"before:"_s});
    row(u"B"_s, {u"by:"_s, u"before:"_s});
    row(u"-b"_s, {u"by:"_s, u"before:"_s});
    row(u"(b"_s, {u"by:"_s, u"before:"_s});
    row(u"ferry b"_s, {u"by:"_s, u"before:"_s});
    row(u"b| ferry"_s, {u"by:"_s, u"before:"_s});
    row(u"boat"_s, {});
    row(u"ferry "_s, {});
    row(u"\"b"_s, {});
    row(u"is:"_s,
        {u"is:unread"_s, u"is:read"_s, u"is:bookmarked"_s, u"is:started"_s, u"is:opened"_s});
    row(u"is:un"_s, {u"is:unread"_s});
    row(u"is:unread"_s, {});
    row(u"has:"_s, {u"has:photo"_s});
    row(u"by:"_s, {u"by:\"Ada Marsh\""_s, u"by:\"Bo Finch\""_s, u"by:\"Marla Adams\""_s});
    row(u"by:mar"_s, {u"by:\"Ada Marsh\""_s, u"by:\"Marla Adams\""_s});
    row(u"by:\"ada m"_s, {u"by:\"Ada Marsh\""_s});
    row(u"by:arsh"_s, {});
    row(u"from:"_s, {u"from:\"The Coast\""_s, u"from:gazette.example"_s});
    row(u"lang:"_s, {u"lang:en"_s, u"lang:de"_s});
    row(u"lang:ger"_s, {u"lang:de"_s});
    row(u"after:"_s,
        {u"after:today"_s, u"after:yesterday"_s, u"after:2024-05"_s, u"after:2024"_s,
         u"after:2023"_s});
    row(u"new:y"_s, {u"new:yesterday"_s});
    row(u"after:202"_s, {u"after:2024-05"_s, u"after:2024"_s, u"after:2023"_s});
    row(u"https://coast.example"_s, {});
}

void TestSuggestions::offers()
{
    QFETCH(QString, text);

    QTEST(textsOf(suggestions::offer(typed(text), {u"quay"_s}, known, today).list), "offered");
}

void TestSuggestions::offersEverythingAtTheStart()
{
    const QStringList recent{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s};

    const auto first = suggestions::offer({}, {}, known, today).list;
    const auto later = suggestions::offer({}, recent, known, today).list;

    QCOMPARE(first.first().kind, Suggestion::Kind::Heading);
    QVERIFY(textsOf(first).contains(u"by:"_s));
    QCOMPARE(later.size(), first.size() + 7); // A heading, five searches, and how to forget them.
    QCOMPARE(later.at(1), (Suggestion{.kind = Suggestion::Kind::Recent, .text = u"1"_s}));
    QCOMPARE(later.at(6).kind, Suggestion::Kind::ForgetRecent);
}

void TestSuggestions::takesAChoice_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("result");

    const auto row = [](const QString &text, const QString &choice, const QString &result) {
        QTest::newRow(qPrintable(text + u' ' + choice)) << text << choice << result;
    };
    row({}, u"by:"_s, u"by:|"_s);
    row({}, u"\"…\""_s, u"\"|\""_s);
    row({}, u"-…"_s, u"-|"_s);
    row({}, u"OR"_s, u"OR |"_s);
    row(u"b"_s, u"by:"_s, u"by:|"_s);
    row(u"ferry -b"_s, u"by:"_s, u"ferry -by:|"_s);
    row(u"by:mar"_s, u"by:\"Ada Marsh\""_s, u"by:\"Ada Marsh\" |"_s);
    row(u"is:| ferry"_s, u"is:unread"_s, u"is:unread | ferry"_s.replace(u" | "_s, u" |"_s));
}

void TestSuggestions::takesAChoice()
{
    QFETCH(QString, text);
    QFETCH(QString, choice);
    QFETCH(QString, result);
    const auto offer = suggestions::offer(typed(text), {}, known, today);
    const auto chosen = std::ranges::find(offer.list, choice, &Suggestion::text);
    QVERIFY(chosen != offer.list.end());

    QCOMPARE(suggestions::chosen(typed(text), offer, *chosen), typed(result));
}

void TestSuggestions::explainsEveryOperator()
{
    QStringList explained;
    for (const auto &one : operatorwords::all()) {
        QVERIFY(!one.note.isEmpty());
        explained.append(one.text);
    }
    for (const auto &operation : search::operators())
        QVERIFY2(explained.contains(operation), qPrintable(operation));
    // What is offered as an example can be understood.
    for (const auto &one : operatorwords::all())
        QVERIFY2(!search::parse(one.example.section(u"  "_s, 0, 0), today).problem,
                 qPrintable(one.example));
}

void TestSuggestions::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");

    QTest::newRow("no value") << u"by:"_s << u"behind"_s;
    QTest::newRow("state") << u"is:odd"_s << u"is:opened"_s;
    QTest::newRow("part") << u"has:odd"_s << u"has:photo"_s;
    QTest::newRow("date") << u"before:soon"_s << u"2021-12-04"_s;
    QTest::newRow("period") << u"last:long"_s << u"7d"_s;
    QTest::newRow("language") << u"lang:1"_s << u"code"_s;
    QTest::newRow("quote") << u"\"slow boat"_s << u"closed"_s;
    QTest::newRow("bracket") << u"(slow"_s << u"closed"_s;
    QTest::newRow("stray bracket") << u")slow"_s << u"closes none"_s;
    QTest::newRow("or") << u"slow OR"_s << u"both sides"_s;
    QTest::newRow("long") << u"a "_s.repeated(600) << u"too long"_s;
    QTest::newRow("words") << u"a "_s.repeated(40) << u"too many words"_s;
    QTest::newRow("deep") << u"("_s.repeated(40) + u"a"_s + u")"_s.repeated(40) << u"brackets"_s;
}

void TestSuggestions::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(QString, part);

    const auto problem = search::parse(text, today).problem;

    QVERIFY(problem);
    const auto sentence = operatorwords::sentence(*problem);
    QVERIFY2(sentence.contains(part) && sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestSuggestions::countsInWords_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("words");

    QTest::newRow("none") << 0 << u"Nothing found"_s;
    QTest::newRow("one") << 1 << u"1 story"_s;
    QTest::newRow("some") << 1'234 << u"1,234 stories"_s;
    QTest::newRow("many") << 10'001 << u"More than 10,000 stories"_s;
}

void TestSuggestions::countsInWords()
{
    QFETCH(int, count);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    QTEST(operatorwords::count(count, 10'000), "words");
}

QTEST_GUILESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
