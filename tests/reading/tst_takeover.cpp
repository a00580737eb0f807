#include "page/hyphens.h"
#include "reading/storyfixture.h"
#include "reading/takeover.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The light view shows a story first, the web view takes over: what is read must not jump.
class TestTakeover : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesTheLinesWhereTheyAre_data();
    void leavesTheLinesWhereTheyAre();
    void leavesLongHeadlines_data();
    void leavesLongHeadlines();
    void leavesWhatStandsBelowAStory_data();
    void leavesWhatStandsBelowAStory();
    void leavesTheLinesOfOtherScripts_data();
    void leavesTheLinesOfOtherScripts();
    void leavesTheLinesOfAnOwnStyle_data();
    void leavesTheLinesOfAnOwnStyle();

private:
    takeover::Comparison m_comparison;
};

namespace {

Article harbour()
{
    Article article
        = {.url = QUrl(u"https://gazette.example/lamps"_s),
           .title = u"The harbour that turns its lamps down for nine nights in the year"_s,
           .standfirst = u"When the young birds leave the cliffs they fly towards whatever shines. "
                         "A town has learned to be dark for them, and found that it likes it."_s,
           .authors = {{.name = u"Ada Holm"_s}, {.name = u"Ib Dahl"_s}},
           .published = {.date = QDate(2024, 9, 3)},
           .language = u"en"_s,
           .site = u"The Harbour Gazette"_s};
    const auto body
        = u"<p>Every evening in the first weeks of September the harbourmaster walks the length of "
          "the mole with a key on a string, and one after another the lamps go out behind her.</p>"
          "<p>It began with a school project: <em>eleven children</em>, a cardboard box and a "
          "notebook in which they counted the fledglings that had come down among the parked "
          "cars. In the first year they carried <strong>four hundred and twelve</strong> of them "
          "to the beach, and let them go in the half light before the ferries.</p>"
          "<h2>A key on a string</h2>"
          "<p>“Nobody believed that it was only the lamps,” says <a href=\"https://a.example/\">"
          "the biologist</a> who read the notebooks. The shearwaters take the moon on the water "
          "for their way out to sea, and where the town is brighter than the moon they take the "
          "town. They cannot rise again from flat ground; most of those that are not found die "
          "under the wheels, or of nothing in particular, within two days.</p>"
          "<ul><li>The petrol station turns its sign off at nine.</li><li>The hotels give their "
          "guests small red torches, which are hardly ever returned and which the manager counts "
          "among the advertising.</li></ul>"
          "<blockquote><p>You see more than you would think, once your eyes have stopped "
          "waiting for somebody to help them.</p></blockquote>"
          "<p>The insurance company asked for a calculation. The children made one, with a column "
          "for broken ankles and a column for birds, and the company, to the surprise of the "
          "council, accepted it without a question. There have been three ankles in fourteen "
          "years, all of them visitors’, and none of those after midnight.</p>"_s;
    article.body = fixture::safe(body);
    article.text = fixture::safe(body).toString();
    return article;
}

} // namespace

void TestTakeover::initTestCase()
{
    QVERIFY2(!page::Patterns::load(u"en"_s).isEmpty(), "hyphen-en-us is not installed");
}

void TestTakeover::leavesTheLinesWhereTheyAre_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<page::Look>("look");

    for (const auto width : {420, 576, 577, 700, 1000, 1400})
        QTest::addRow("%d pixels", width) << width << page::Look();
    QTest::newRow("larger text") << 1000 << page::Look{.textSize = 130};
    QTest::newRow("smaller text") << 700 << page::Look{.textSize = 90};
    QTest::newRow("wider lines") << 1000 << page::Look{.lineWidth = 85};
    QTest::newRow("more leading") << 1000 << page::Look{.leading = 180};
    QTest::newRow("justified") << 700 << page::Look{.alignment = page::Alignment::Justified};
    QTest::newRow("unbroken words") << 420 << page::Look{.hyphenation = false};
    QTest::newRow("another face") << 700 << page::Look{.face = u"Noto Sans"_s};
}

void TestTakeover::leavesTheLinesWhereTheyAre()
{
    QFETCH(int, width);
    QFETCH(page::Look, look);

    m_comparison.run(harbour(), look, width);
}

void TestTakeover::leavesLongHeadlines_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("width");

    const auto sentence
        = u"How a small harbour on the northern coast came to keep a lighthouse that no ship had "
          "needed for forty years, and who went on polishing its lamp"_s;
    for (const auto width : {360, 700, 1000})
        QTest::addRow("a sentence, %d pixels", width) << sentence << width;
    for (const auto width : {360, 700})
        QTest::addRow("a word that is too long, %d pixels", width)
            << u"The counterrevolutionaries and the lamp"_s << width;
}

void TestTakeover::leavesLongHeadlines()
{
    QFETCH(QString, title);
    QFETCH(int, width);
    auto article = harbour();
    article.title = title;

    m_comparison.run(article, {}, width);
}

void TestTakeover::leavesWhatStandsBelowAStory_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hasMore");
    QTest::addColumn<int>("textSize");

    QTest::newRow("narrow") << 420 << true << 100;
    QTest::newRow("usual") << 700 << true << 100;
    QTest::newRow("large") << 1000 << true << 130;
    QTest::newRow("small") << 700 << true << 90;
    QTest::newRow("nothing but its source") << 700 << false << 100;
}

void TestTakeover::leavesWhatStandsBelowAStory()
{
    QFETCH(int, width);
    QFETCH(bool, hasMore);
    QFETCH(int, textSize);
    auto article = harbour();
    if (hasMore) {
        article.related = {
            {.title = u"The notebooks of eleven children"_s,
             .url = QUrl(u"https://gazette.example/notebooks"_s)},
            {.title = u"What a torch is worth"_s, .url = QUrl(u"https://gazette.example/torch"_s)}};
        article.enclosures = {{.url = QUrl(u"https://gazette.example/lamps.mp3"_s),
                               .mimeType = u"audio/mpeg"_s,
                               .title = u"The lamps, read aloud"_s}};
    }
    if (hasMore) {
        const auto aside = u"<aside class=\"related\">The notebooks of eleven children</aside>"
                           "<p>Then they went home.</p>"_s;
        article.body = fixture::safe(article.body.toString() + aside + article.body.toString());
    }
    m_comparison.height = 4'600;

    m_comparison.run(article, {.textSize = textSize}, width);
    m_comparison.height = 900;
}

void TestTakeover::leavesTheLinesOfOtherScripts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("Arabic") << u"ar"_s << u"آخر حرّاس المنارة يسلّم مفاتيحها"_s
                            << u"صعد يونس درجات المنارة للمرة الأخيرة ولم يعدّها، فقد كفّ عن العدّ "
                               "منذ زمن بعيد، والركبتان تعرفان الطريق وحدهما. "_s;
    QTest::newRow("Hebrew") << u"he"_s << u"שומר המגדלור האחרון מוסר את מפתחותיו"_s
                            << u"יונה עלה במדרגות המגדלור בפעם האחרונה ולא ספר אותן, משום שהפסיק "
                               "לספור לפני זמן רב והברכיים מכירות את הדרך לבדן. "_s;
}

void TestTakeover::leavesTheLinesOfOtherScripts()
{
    QFETCH(QString, language);
    QFETCH(QString, title);
    QFETCH(QString, sentence);
    const auto body = u"<p>"_s + sentence.repeated(3) + u"</p><p>"_s + sentence.repeated(2)
        + u"</p><p>"_s + sentence.repeated(4) + u"</p>"_s;

    m_comparison.run({.title = title,
                      .language = language,
                      .body = fixture::safe(body),
                      .text = sentence.repeated(9)},
                     {}, 700);
}

void TestTakeover::leavesTheLinesOfAnOwnStyle_data()
{
    QTest::addColumn<QString>("css");

    const auto row = [](const char *name, const QString &css) { QTest::newRow(name) << css; };
    row("variables",
        u":root { --size-text: 22px; --line-text: 36px; --text-faces: \"Noto Sans\", serif }"_s);
    row("the story", u".story { font-family: 'Noto Sans'; font-size: 21px; line-height: 34px }"_s);
    row("running text", u".body p { font-size: 18px; line-height: 28px; margin: 0 0 20px }"_s);
    row("paragraphs as in a book",
        u"/* a */ h1 { text-align: center }\n.body p + p { margin-top: 0; text-indent: 1.2em; }"_s);
    row("the headline", u"h1 { font-size: 2em; line-height: 46px; font-weight: 400 }"_s);
    row("a narrower column", u"main { max-width: 35em }"_s);
    row("for one theme",
        u":root[data-theme=\"light\"] { --line-width: 50 }"
        " :root[data-theme=dark] { --line-width: 90 }"_s);
    row("with what only the web view does",
        u"@media (min-width: 90em) { p { font-size: 40px } } a:hover { font-size: 60px } "
        ".body { --size-text: 90px } .standfirst { font-style: italic }"_s);
}

void TestTakeover::leavesTheLinesOfAnOwnStyle()
{
    QFETCH(QString, css);
    m_comparison.ownStyle = css;

    m_comparison.run(harbour(), {}, 800);
}

int main(int argc, char **argv)
{
    return takeover::run<TestTakeover>(argc, argv);
}

#include "tst_takeover.moc"
