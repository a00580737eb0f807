#include "search/limits.h"
#include "search/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using search::Node;
using search::Problem;
using search::Term;
using search::Typing;

// What people type, as the conditions it stands for.
class TestQuery : public QObject
{
    Q_OBJECT

private slots:
    void understands_data();
    void understands();
    void dates_data();
    void dates();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void waitsForTheEnd_data();
    void waitsForTheEnd();
    void isBounded();
    void offersWhatItKnows();
    void survivesAnything();
};

namespace {

const QDate today(2024, 5, 6);

// (a | b) stands for alternatives, [a b] for all, !a for what must not be; "p" is a phrase, w* goes
// on; operators by the number of their kind.
QString written(const Node &node)
{
    QStringList children;
    for (const auto &child : node.children)
        children << written(child);
    switch (node.kind) {
    case Node::Kind::All:
        return u'[' + children.join(u' ') + u']';
    case Node::Kind::Any:
        return u'(' + children.join(u'|') + u')';
    case Node::Kind::Not:
        return u'!' + children.join(u' ');
    case Node::Kind::Term:
        break;
    }
    static const QStringList kinds{u""_s,           u"title:"_s,  u"by:"_s,    u"credit:"_s,
                                   u"caption:"_s,   u"from:"_s,   u"UNREAD"_s, u"READ"_s,
                                   u"BOOKMARKED"_s, u"STARTED"_s, u"OPENED"_s, u"PHOTO"_s,
                                   u"<"_s,          u">="_s,      u"new>="_s,  u"lang:"_s};
    const auto &term = node.term;
    const auto text = term.isPhrase ? u'"' + term.text + u'"' : term.text;
    return kinds.at(int(term.kind)) + text + (term.isBeginning ? u"*"_s : QString())
        + term.date.toString(Qt::ISODate);
}

} // namespace

void TestQuery::understands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meaning");

    const auto row = [](const char *name, const QString &typed, const QString &meaning) {
        QTest::newRow(name) << typed << meaning;
    };
    row("nothing", u""_s, u"[]"_s);
    row("white space", u" \t "_s, u"[]"_s);
    row("a word that goes on", u"ferry"_s, u"[ferry*]"_s);
    row("a whole word", u"ferry "_s, u"[ferry]"_s);
    row("two words", u"ferry quay"_s, u"[ferry quay*]"_s);
    row("a star", u"fer* quay "_s, u"[fer* quay]"_s);
    row("a phrase", u"\"the ferry\" x "_s, u"[\"the ferry\" x]"_s);
    row("curly quotes", u"“the ferry”"_s, u"[\"the ferry\"]"_s);
    row("a phrase with a star", u"\"the fer\"* x "_s, u"[\"the fer\"* x]"_s);
    row("without a word", u"ferry -quay"_s, u"[ferry !quay]"_s);
    row("without a phrase", u"-\"city council\" a "_s, u"[!\"city council\" a]"_s);
    row("without brackets", u"-(a b) c "_s, u"[![a b] c]"_s);
    row("a dash by itself", u"a - b "_s, u"[a b]"_s);
    row("a dash inside", u"covid-19 "_s, u"[covid-19]"_s);
    row("or", u"a OR b "_s, u"[(a|b)]"_s);
    row("or binds more closely", u"a b OR c d "_s, u"[a (b|c) d]"_s);
    row("three", u"a OR b OR c "_s, u"[(a|b|c)]"_s);
    row("small or is a word", u"a or b "_s, u"[a or b]"_s);
    row("a word that begins so", u"ORANGE a "_s, u"[ORANGE a]"_s);
    row("brackets", u"(a b) OR c "_s, u"[([a b]|c)]"_s);
    row("brackets in brackets", u"((a OR b) c) d "_s, u"[[(a|b) c] d]"_s);
    row("empty brackets", u"() a "_s, u"[a]"_s);
    row("a bracket inside a word", u"f(x) a "_s, u"[f(x) a]"_s);
    row("or of what must not be", u"a OR -b "_s, u"[(a|!b)]"_s);
    row("by", u"by:quill "_s, u"[by:quill]"_s);
    row("by, unfinished", u"by:qui"_s, u"[by:qui*]"_s);
    row("by, quoted", u"by:\"Mara Quill\" a "_s, u"[by:\"Mara Quill\" a]"_s);
    row("a space behind the colon", u"by: quill a "_s, u"[by:quill a]"_s);
    row("in capitals", u"BY:quill "_s, u"[by:quill]"_s);
    row("title, from, credit, caption", u"title:a from:b credit:c caption:d "_s,
        u"[title:a from:b credit:c caption:d]"_s);
    row("not by", u"-by:quill "_s, u"[!by:quill]"_s);
    row("states", u"is:unread is:read is:bookmarked is:started is:opened "_s,
        u"[UNREAD READ BOOKMARKED STARTED OPENED]"_s);
    row("states by other names", u"is:starred is:SAVED "_s, u"[BOOKMARKED BOOKMARKED]"_s);
    row("has", u"has:photo has:picture "_s, u"[PHOTO PHOTO]"_s);
    row("language", u"lang:en-GB lang:pt_BR "_s, u"[lang:en-gb lang:pt-br]"_s);
    row("no operator", u"http://times.example/ 12:30 "_s, u"[http://times.example/ 12:30]"_s);
    row("no words at all", u"?! & ferry "_s, u"[ferry]"_s);
    row("an operator of no word", u"by:?? ferry "_s, u"[ferry]"_s);
    row("Chinese", u"東京 "_s, u"[東京]"_s);
}

void TestQuery::understands()
{
    QFETCH(QString, typed);
    QFETCH(QString, meaning);

    for (const auto typing : {Typing::Done, Typing::GoesOn}) {
        const auto query = search::parse(typed, today, typing);

        QCOMPARE(written(query.root), meaning);
        QVERIFY(!query.problem);
        QCOMPARE(query.isEmpty(), meaning == u"[]"_s);
    }
}

void TestQuery::dates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meaning");

    const auto row = [](const QString &typed, const QString &meaning) {
        QTest::newRow(qPrintable(typed)) << typed << meaning;
    };
    row(u"before:2021"_s, u"[<2021-01-01]"_s);
    row(u"before:2021-12"_s, u"[<2021-12-01]"_s);
    row(u"before:2021-12-04"_s, u"[<2021-12-04]"_s);
    row(u"before:2021/12/4"_s, u"[<2021-12-04]"_s);
    row(u"after:2021"_s, u"[>=2021-01-01]"_s);
    row(u"after:2020-02-29"_s, u"[>=2020-02-29]"_s);
    row(u"after:today"_s, u"[>=2024-05-06]"_s);
    row(u"before:Yesterday"_s, u"[<2024-05-05]"_s);
    row(u"last:7d"_s, u"[>=2024-04-29]"_s);
    row(u"last:2w"_s, u"[>=2024-04-22]"_s);
    row(u"last:3M"_s, u"[>=2024-02-06]"_s);
    row(u"last:1y"_s, u"[>=2023-05-06]"_s);
    row(u"new:today"_s, u"[new>=2024-05-06]"_s);
    row(u"new:7d"_s, u"[new>=2024-04-29]"_s);
    row(u"New:2024-05"_s, u"[new>=2024-05-01]"_s);
}

void TestQuery::dates()
{
    QFETCH(QString, typed);
    QFETCH(QString, meaning);

    const auto query = search::parse(typed, today);

    QCOMPARE(written(query.root), meaning);
    QVERIFY(!query.problem);
}

void TestQuery::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("understood");

    using Kind = Problem::Kind;
    const auto row
        = [](const char *name, const QString &typed, const Problem &problem,
             const QString &understood) { QTest::newRow(name) << typed << problem << understood; };
    row("no value", u"a by: "_s, {Kind::NoValue, 2, 4, u"by: "_s}, u"[a]"_s);
    row("no value before another", u"by: is:read "_s, {Kind::NoValue, 0, 3, u"by:"_s}, u"[READ]"_s);
    row("state", u"is:odd a "_s, {Kind::UnknownState, 0, 6, u"is:odd"_s}, u"[a]"_s);
    row("part", u"a has:legs"_s, {Kind::UnknownPart, 2, 8, u"has:legs"_s}, u"[a]"_s);
    row("date", u"before:soon"_s, {Kind::NoDate, 0, 11, u"before:soon"_s}, u"[]"_s);
    row("no such day", u"after:2021-02-30"_s, {Kind::NoDate, 0, 16, u"after:2021-02-30"_s},
        u"[]"_s);
    row("period", u"last:long"_s, {Kind::NoPeriod, 0, 9, u"last:long"_s}, u"[]"_s);
    row("language", u"lang:1"_s, {Kind::NoLanguage, 0, 6, u"lang:1"_s}, u"[]"_s);
    row("open quote", u"a \"b c"_s, {Kind::OpenQuote, 2, 4, u"\"b c"_s}, u"[a \"b c\"*]"_s);
    row("open bracket", u"a (b c "_s, {Kind::OpenBracket, 2, 1, u"("_s}, u"[a [b c]]"_s);
    row("stray bracket", u"a ) b "_s, {Kind::StrayBracket, 2, 1, u")"_s}, u"[a b]"_s);
    row("or without a left side", u"OR a "_s, {Kind::NothingBesideOr, 0, 2, u"OR"_s}, u"[a]"_s);
    row("or without a right side", u"a OR"_s, {Kind::NothingBesideOr, 2, 2, u"OR"_s}, u"[a]"_s);
    row("or in brackets", u"(a OR) b "_s, {Kind::NothingBesideOr, 3, 2, u"OR"_s}, u"[a b]"_s);
    row("signs only", u" ?! 🚢 "_s, {Kind::NoWord, 1, 2, u"?!"_s}, u"[]"_s);
    row("the first of two", u"is:odd has:legs "_s, {Kind::UnknownState, 0, 6, u"is:odd"_s},
        u"[]"_s);
}

void TestQuery::tellsWhatIsWrong()
{
    QFETCH(QString, typed);
    QFETCH(Problem, problem);
    QFETCH(QString, understood);

    const auto query = search::parse(typed, today);

    QVERIFY(query.problem);
    QCOMPARE(int(query.problem->kind), int(problem.kind));
    QCOMPARE(*query.problem, problem);
    QCOMPARE(written(query.root), understood);
}

void TestQuery::waitsForTheEnd_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meaning");

    const auto row = [](const QString &typed, const QString &meaning) {
        QTest::newRow(qPrintable(typed)) << typed << meaning;
    };
    row(u"a by:"_s, u"[a]"_s);
    row(u"a is:unr"_s, u"[a]"_s);
    row(u"a before:20"_s, u"[a]"_s);
    row(u"a last:7"_s, u"[a]"_s);
    row(u"a \"b"_s, u"[a \"b\"*]"_s);
    row(u"a \""_s, u"[a]"_s);
    row(u"a (b"_s, u"[a b*]"_s);
    row(u"a ("_s, u"[a]"_s);
    row(u"a OR"_s, u"[a]"_s);
    row(u"a OR "_s, u"[a]"_s);
    row(u"a -"_s, u"[a]"_s);
    row(u"a -("_s, u"[a]"_s);
}

void TestQuery::waitsForTheEnd()
{
    QFETCH(QString, typed);
    QFETCH(QString, meaning);

    const auto query = search::parse(typed, today, Typing::GoesOn);

    QCOMPARE(written(query.root), meaning);
    QVERIFY(!query.problem);
}

void TestQuery::isBounded()
{
    const auto many = search::parse(u"a "_s.repeated(limits::searchWords + 1), today);
    QCOMPARE(many.root.children.size(), limits::searchWords);
    QVERIFY(many.problem && many.problem->kind == Problem::Kind::TooManyWords);

    const auto text = u"a"_s.repeated(limits::searchLength + 1);
    const auto tooLong = search::parse(text, today);
    QVERIFY(tooLong.problem && tooLong.problem->kind == Problem::Kind::TooLong);

    const auto deep = search::parse(u"("_s.repeated(900) + u"a"_s + u")"_s.repeated(90), today);
    QVERIFY(deep.problem && deep.problem->kind == Problem::Kind::TooDeep);
}

void TestQuery::offersWhatItKnows()
{
    const auto operators = search::operators();
    QVERIFY(operators.contains(u"by:"_s) && operators.contains(u"is:unread"_s));
    for (const auto &offered : operators) {
        const auto query = search::parse(offered, today);
        // Either it stands by itself, or all that is missing is its value.
        QCOMPARE(query.problem.has_value(), offered.endsWith(u':'));
        if (query.problem)
            QCOMPARE(int(query.problem->kind), int(Problem::Kind::NoValue));
    }
}

void TestQuery::survivesAnything()
{
    const QStringList pieces{u"\""_s,
                             u"-"_s,
                             u"("_s,
                             u")"_s,
                             u"OR"_s,
                             u"by:"_s,
                             u"is:"_s,
                             u"*"_s,
                             u" "_s,
                             u"last:"_s,
                             u"a"_s,
                             u"東"_s,
                             u":"_s,
                             QString(QChar(0)),
                             QString(QChar(0xD800))};
    for (const auto &one : pieces) {
        for (const auto &two : pieces) {
            for (const auto &three : pieces) {
                for (const auto typing : {Typing::Done, Typing::GoesOn}) {
                    const auto typed = one + two + three + one;
                    const auto query = search::parse(typed, today, typing);
                    if (query.problem)
                        QVERIFY(query.problem->at + query.problem->length <= typed.size());
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
