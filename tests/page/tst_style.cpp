#include "page/scriptfaces.h"
#include "page/style.h"
#include "page/typescale.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void definesWhatItUses();
    void followsEveryChoice_data();
    void followsEveryChoice();
    void offersFaces();
    void takesNoCodeForAFace();
    void setsEveryScriptInItsOwnFaces_data();
    void setsEveryScriptInItsOwnFaces();
    void readsWell_data();
    void readsWell();
};

namespace {

// Relative luminance, as WCAG 2.2 defines it.
double luminance(const QString &colour)
{
    const auto part = [&](int at) {
        const double value = colour.mid(at, 2).toInt(nullptr, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

double contrast(const QString &one, const QString &other)
{
    const auto a = luminance(one);
    const auto b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

void TestStyle::definesWhatItUses()
{
    const auto css = page::styleSheet({});
    static const QRegularExpression use(u"var\\((--[a-z0-9-]+)"_s);
    static const QRegularExpression definition(u"[{;]\\s*(--[a-z0-9-]+):"_s);

    QSet<QString> defined;
    for (const auto &match : definition.globalMatch(css))
        defined.insert(match.captured(1));
    QVERIFY(defined.size() > 40);
    auto uses = 0;
    for (const auto &match : use.globalMatch(css)) {
        QVERIFY2(defined.contains(match.captured(1)), qPrintable(match.captured(1)));
        ++uses;
    }
    QVERIFY(uses > 100);
}

void TestStyle::followsEveryChoice_data()
{
    QTest::addColumn<page::Look>("look");
    QTest::addColumn<QString>("css");

    QTest::newRow("face") << page::Look{.face = u"Garamond"_s}
                          << u":root{--text-faces:\"EB Garamond\","_s;
    QTest::newRow("text size") << page::Look{.textSize = 200} << u"{--size-text:38px;"_s;
    QTest::newRow("line width") << page::Look{.lineWidth = 50} << u"--line-width:50;"_s;
    QTest::newRow("leading") << page::Look{.leading = 200} << u"--line-text:38px;"_s;
    QTest::newRow("alignment") << page::Look{.alignment = page::Alignment::Justified}
                               << u"--alignment:justify;"_s;
    QTest::newRow("accent") << page::Look{.accent = u"#1a5fb4"_s}
                            << u":root[data-theme]{--accent:#1a5fb4}"_s;
    QTest::newRow("no hyphens") << page::Look{.hyphenation = false} << u"--hyphens:none;"_s;
    QTest::newRow("no hyphens in headlines")
        << page::Look{.hyphenation = false} << u"--headline-hyphens:none;"_s;
}

void TestStyle::followsEveryChoice()
{
    QFETCH(page::Look, look);
    QFETCH(QString, css);

    QVERIFY(page::lookStyle(look).contains(css));
    QVERIFY(page::styleSheet(look).contains(css));
    QVERIFY(!page::lookStyle({}).contains(css));
}

void TestStyle::offersFaces()
{
    QSet<QString> names;
    for (const auto &face : page::faces()) {
        QVERIFY(!names.contains(face.name) && !face.families.isEmpty());
        names.insert(face.name);
        const auto families = page::textFaces({.face = face.name});
        QCOMPARE(families.first(), face.families.first());
        QVERIFY(families.last() == "serif"_L1 || families.last() == "sans-serif"_L1);
    }
    QCOMPARE(page::textFaces(), page::textFaces({.face = page::faces().first().name}));
    QCOMPARE(page::textFaces({.face = u"Some Other Face"_s}).first(), u"Some Other Face"_s);
}

void TestStyle::takesNoCodeForAFace()
{
    for (const auto &face :
         {u"x\"} body{display:none}"_s, u"a;b"_s, u"url(x)"_s, u"a\\62"_s, QString(500, u'a')})
        QCOMPARE(page::textFaces({.face = face}), page::textFaces());
    QCOMPARE(page::lookStyle({.accent = u"#fff}body{display:none"_s}), page::lookStyle({}));
}

void TestStyle::setsEveryScriptInItsOwnFaces_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("furniture");

    QTest::newRow("Arabic") << u"arabic"_s << u"ar"_s << u"Noto Naskh Arabic"_s
                            << u"Noto Sans Arabic"_s;
    QTest::newRow("Urdu") << u"arabic"_s << u"ur-PK"_s << u"Noto Nastaliq Urdu"_s
                          << u"Noto Naskh Arabic"_s;
    QTest::newRow("Hebrew") << u"hebrew"_s << u"he"_s << u"Noto Serif Hebrew"_s
                            << u"Noto Sans Hebrew"_s;
    QTest::newRow("Chinese") << u"cjk"_s << u"zh-CN"_s << u"Noto Serif CJK SC"_s
                             << u"Noto Sans CJK SC"_s;
    QTest::newRow("Taiwan") << u"cjk"_s << u"zh-TW"_s << u"Noto Serif CJK TC"_s
                            << u"Noto Sans CJK TC"_s;
    QTest::newRow("Hong Kong") << u"cjk"_s << u"zh-Hant-HK"_s << u"Noto Serif CJK HK"_s
                               << u"Noto Sans CJK HK"_s;
    QTest::newRow("Japanese") << u"cjk"_s << u"ja"_s << u"Noto Serif CJK JP"_s
                              << u"Noto Sans CJK JP"_s;
    QTest::newRow("Korean") << u"cjk"_s << u"ko-KR"_s << u"Noto Serif CJK KR"_s
                            << u"Noto Sans CJK KR"_s;
    QTest::newRow("Latin") << u"latin"_s << u"de"_s << u"Charis SIL"_s << u"Source Sans 3"_s;
}

void TestStyle::setsEveryScriptInItsOwnFaces()
{
    QFETCH(QString, script);
    QFETCH(QString, language);
    const page::Writing writing = {.language = language, .script = script};

    QTEST(page::textFaces({}, writing).first(), "text");
    QTEST(page::furnitureFaces({}, writing).first(), "furniture");
    // A sans to read in is one in every script.
    if (script != "latin"_L1)
        QTEST(page::textFaces({.face = u"Noto Sans"_s}, writing).first(), "furniture");
}

void TestStyle::readsWell_data()
{
    QTest::addColumn<page::Theme>("theme");

    for (const auto theme : page::themes)
        QTest::newRow(qPrintable(page::themeName(theme))) << theme;
}

// WCAG 2.2, 1.4.3: 4.5 for text, on everything that text stands on; running text gets 7 (1.4.6).
// With more contrast everything does.
void TestStyle::readsWell()
{
    QFETCH(page::Theme, theme);
    const auto colours = page::colours(theme);
    const auto most = theme == page::Theme::Contrast;

    for (const auto &ground : {colours.paper, colours.card}) {
        QVERIFY(contrast(colours.ink, ground) >= (7.0));
        QVERIFY(contrast(colours.headline, ground) >= (7.0));
        QVERIFY(contrast(colours.quiet, ground) >= (most ? 7.0 : 4.5));
        QVERIFY(contrast(colours.accent, ground) >= (most ? 7.0 : 4.5));
    }
    QVERIFY(contrast(colours.headline, colours.selection) >= (most ? 7.0 : 4.5));
    QVERIFY(contrast(colours.hitInk, colours.hit) >= (most ? 7.0 : 4.5));
    QVERIFY(contrast(colours.hitHereInk, colours.hitHere) >= (most ? 7.0 : 4.5));
    // What is only looked at (1.4.11) where it says something: the words of a search stand out.
    QVERIFY(contrast(colours.hitHere, colours.hit) >= (1.5));
    QVERIFY(page::isDark(theme) == (luminance(colours.paper) < luminance(colours.ink)));
}

QTEST_GUILESS_MAIN(TestStyle)
#include "tst_style.moc"
