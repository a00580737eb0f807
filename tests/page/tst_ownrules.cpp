#include "page/light.h"
#include "page/ownrules.h"
#include "page/typescale.h"

#include <QTest>

using namespace Qt::StringLiterals;
using page::Theme;
using page::Voice;

// What the view that knows no CSS takes of a person's own style sheet.
class TestOwnRules : public QObject
{
    Q_OBJECT

private slots:
    void takesVariables();
    void takesWhatIsForTheTheme_data();
    void takesWhatIsForTheTheme();
    void leavesTheScaleOfOtherScripts();
    void saysWhatItCanOfTheParts_data();
    void saysWhatItCanOfTheParts();
    void takesWhatThereIsOfBrokenSheets_data();
    void takesWhatThereIsOfBrokenSheets();
};

namespace {

page::Look applied(const QString &css, const page::Look &look = {})
{
    return page::OwnRules::read(css).applied(look);
}

} // namespace

void TestOwnRules::takesVariables()
{
    const auto look = applied(u":root { --size-text: 22px; --line-text: 33px; --q2: 9px; "
                              "--paper: #fbf7f0; --ink: var(--headline); --line-width: 60; "
                              "--alignment: justify; --hyphens: none }"_s);
    const page::TypeScale scale(look);

    QCOMPARE(scale.size(Voice::Text), 22);
    QCOMPARE(scale.line(Voice::Text), 33);
    QCOMPARE(scale.quarters(2), 9);
    QCOMPARE(scale.quarters(4), page::TypeScale({}).quarters(4));
    QCOMPARE(scale.size(Voice::Headline), page::TypeScale({}).size(Voice::Headline));
    QCOMPARE(page::colours(look).paper, u"#fbf7f0"_s);
    QCOMPARE(page::colours(look).ink, page::colours(Theme::Light).headline);
    QCOMPARE(look.lineWidth, 60);
    QCOMPARE(look.alignment, page::Alignment::Justified);
    QVERIFY(!look.hyphenation);
}

void TestOwnRules::takesWhatIsForTheTheme_data()
{
    QTest::addColumn<QString>("css");
    QTest::addColumn<QString>("light");
    QTest::addColumn<QString>("dark");

    const auto usual = page::colours(Theme::Dark).paper;
    QTest::newRow("one") << u":root[data-theme=light] { --paper: #fff }"_s << u"#fff"_s << usual;
    QTest::newRow("quoted, and another for all")
        << u"html[data-theme='light'] { --paper: #fff } :root { --paper: #eee }"_s << u"#fff"_s
        << u"#eee"_s;
    QTest::newRow("a property") << u"body { background: rgb(1, 2, 255) }"_s << u"#0102ff"_s
                                << u"#0102ff"_s;
    QTest::newRow("two selectors")
        << u":root[data-theme=light], :root[data-theme=dark] { --paper: snow }"_s << u"snow"_s
        << u"snow"_s;
    QTest::newRow("no colour") << u"body { background: url(x) } :root { color: inherit }"_s
                               << page::colours(Theme::Light).paper << usual;
}

void TestOwnRules::takesWhatIsForTheTheme()
{
    QFETCH(QString, css);

    QTEST(page::colours(applied(css)).paper, "light");
    QTEST(page::colours(applied(css, {.theme = Theme::Dark})).paper, "dark");
}

// In the page those have a scale of their own, which the root's does not reach.
void TestOwnRules::leavesTheScaleOfOtherScripts()
{
    const auto look = applied(u":root { --size-text: 30px }"_s);

    QCOMPARE(page::TypeScale(look, u"arabic"_s).size(Voice::Text),
             page::TypeScale({}, u"arabic"_s).size(Voice::Text));
    QCOMPARE(page::TypeScale(look, u"latin"_s).size(Voice::Text), 30);
}

void TestOwnRules::saysWhatItCanOfTheParts_data()
{
    QTest::addColumn<QString>("css");
    QTest::addColumn<QString>("light");

    const auto row = [](const char *name, const QString &css, const QString &light) {
        QTest::newRow(name) << css << light;
    };
    row("a headline", u"h1 { text-align: center; color: #123456 }"_s,
        u".h1{text-align:center;color:#123456;}\n"_s);
    row("in sizes of the text", u"h1 { font-size: 2em; line-height: 1.5; margin-bottom: 1em }"_s,
        u".h1{font-size:38px;line-height:57px;margin-bottom:38px;}\n"_s);
    row("margins", u".body p { margin: 0 0 10px }"_s,
        u".body p{margin-top:0px;margin-right:0px;margin-bottom:10px;margin-left:0px;}\n"_s);
    row("one behind another", u".body p+p { text-indent: 1em }"_s,
        u".body p + p{text-indent:19px;}\n"_s);
    row("an element with a class", u"figure.lead > figcaption { font-size: 12pt }"_s,
        u".lead > .figcaption{font-size:16px;}\n"_s);
    row("several", u"blockquote, .pullquote { font-style: normal }"_s,
        u"blockquote{font-style:normal;}\n.pullquote{font-style:normal;}\n"_s);
    row("a state", u"a:hover { color: red }"_s, QString());
    row("an attribute", u"a[href] { color: red }"_s, QString());
    row("what is not there", u"video { color: red }"_s, QString());
    row("another property", u"p { display: grid; columns: 2; float: left }"_s, QString());
    row("what nobody can tell", u"p { font-size: calc(1px + 2vw); line-height: inherit }"_s,
        QString());
    row("what would get out of a rule", u"p { font-weight: bold}x; font-family: 'a\\\\'b' }"_s,
        u"p{font-weight:bold;}\n"_s);
    row("for a medium", u"@media print { p { color: red } } @import 'x'; p { color: blue }"_s,
        u"p{color:blue;}\n"_s);
}

void TestOwnRules::saysWhatItCanOfTheParts()
{
    QFETCH(QString, css);
    const auto rules = page::OwnRules::read(css);

    QTEST(rules.lightStyle(rules.applied({}), 800), "light");
}

void TestOwnRules::takesWhatThereIsOfBrokenSheets_data()
{
    QTest::addColumn<QString>("css");

    for (const auto *css :
         {"", "{", "}", "p", "p {", "p { color", "p { color: }", "/*", "@", "@media", "@media {",
          "@media { p {", ";;;", "{}{}", ": {}", ",,, { color: red }",
          ":root { --a: var(--b); --b: var(--a); --size-text: var(--a) }",
          ":root { --size-text: -4px; --line-text: 99999999px; --q2: px }"})
        QTest::newRow(*css ? css : "empty") << QString::fromLatin1(css);
}

void TestOwnRules::takesWhatThereIsOfBrokenSheets()
{
    QFETCH(QString, css);
    const auto rules = page::OwnRules::read(css);
    const auto look = rules.applied({});

    QVERIFY(page::TypeScale(look).size(Voice::Text) >= 1);
    QVERIFY(page::TypeScale(look).line(Voice::Text) <= 400);
    QVERIFY(!rules.lightStyle(look, 800).contains(u"color"_s));
}

QTEST_GUILESS_MAIN(TestOwnRules)
#include "tst_ownrules.moc"
