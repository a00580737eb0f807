#include "page/hyphens.h"
#include "page/light.h"
#include "reading/lightstoryview.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "theme/flatstyle.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QFontMetricsF>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextLayout>
#include <QWebEngineView>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

// The light view shows a story first, the web view takes over: what is read must not jump.
class TestTakeover : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesTheLinesWhereTheyAre_data();
    void leavesTheLinesWhereTheyAre();
    void leavesTheLinesOfOtherScripts_data();
    void leavesTheLinesOfOtherScripts();

private:
    void compare(const Article &article, const page::Look &look, int width);

    int m_serial = 0;
    int m_lines = 0;
    double m_furthest = 0;
};

namespace {

constexpr int viewHeight = 900;
constexpr double allowed = 4; // Pixels.

struct Line
{
    QString text;
    double top = 0; // Of its letters.
    double left = 0;
    double width = 0;
};

// As both views say it: hyphens that may be, marks of direction and the width of gaps left out.
QString plain(QString text)
{
    for (const auto c : {QChar(0x00ad), QChar(0x2068), QChar(0x2069)})
        text.remove(c);
    return text.replace(QChar::Nbsp, u' ').simplified();
}

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

// What the program shows of it.
QString pageOf(const Article &article)
{
    return page::hyphenated(page::story(article, {.date = u"3 September 2024"_s}),
                            page::Patterns::load(article.language));
}

Shown shownPage(const QString &html, int serial)
{
    return {.kind = Shown::Kind::Page, .html = html, .serial = serial};
}

// Of the first letter.
QFont faceOf(const QTextBlock &block)
{
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const auto words = it.fragment().text();
        if (std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber(); }))
            return it.fragment().charFormat().font();
    }
    return block.charFormat().font();
}

QList<Line> linesOf(const LightStoryView &view)
{
    QList<Line> lines;
    const auto *browser = view.findChild<QTextBrowser *>();
    const auto *document = browser->document();
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    for (auto block = document->begin(); block.isValid(); block = block.next()) {
        const auto corner = document->documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const auto line = block.layout()->lineAt(i);
            const auto text = plain(block.text().mid(line.textStart(), line.textLength()));
            if (text.isEmpty())
                continue;
            lines.append({.text = text,
                          .top = corner.y() + line.y() + line.ascent()
                              - std::round(QFontMetricsF(faceOf(block)).ascent())
                              - browser->verticalScrollBar()->value(),
                          .left = corner.x() + line.naturalTextRect().left(),
                          .width = line.naturalTextWidth()});
        }
    }
    return lines;
}

// By the rectangles of the letters of every block.
constexpr auto lineScript = R"((() => {
  const lines = [];
  const leaf = 'p, h1, h2, h3, h4, li, figcaption, blockquote';
  for (const block of document.querySelectorAll(leaf)) {
    if (block.querySelector(leaf))
      continue;
    let line = null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.data.length; ++i) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const rect = [...range.getClientRects()].pop();
        if (!rect || (rect.width === 0 && !/\S/.test(node.data[i])))
          continue;
        const bottom = rect.bottom;
        if (!line || bottom > line.bottom + 8) {
          line = { text: '', top: rect.top, bottom, left: rect.left, right: rect.right };
          lines.push(line);
        }
        line.left = Math.min(line.left, rect.left);
        line.right = Math.max(line.right, rect.right);
        line.text += node.data[i];
      }
    }
  }
  return lines.map((line) => [line.text, line.top, line.left, line.right - line.left]);
})())";

QList<Line> linesOf(const WebStoryView &view)
{
    std::optional<QVariant> answer;
    auto *page = qobject_cast<StoryPage *>(view.findChild<QWebEngineView *>()->page());
    page->ask(QString::fromLatin1(lineScript), [&](const QVariant &value) { answer = value; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        return {};
    QList<Line> lines;
    for (const auto &value : answer->toList()) {
        const auto parts = value.toList();
        const auto text = plain(parts.value(0).toString());
        if (!text.isEmpty())
            lines.append({text, parts.value(1).toDouble(), parts.value(2).toDouble(),
                          parts.value(3).toDouble()});
    }
    return lines;
}

QString told(const Line &line)
{
    return u"%1/%2+%4 “%3”"_s.arg(line.top).arg(line.left).arg(line.text).arg(line.width);
}

} // namespace

void TestTakeover::initTestCase()
{
    QVERIFY2(!page::Patterns::load(u"en"_s).isEmpty(), "hyphen-en-us is not installed");
}

void TestTakeover::compare(const Article &article, const page::Look &look, int width)
{
    const auto html = pageOf(article);
    const auto rightToLeft = html.contains("dir=\"rtl\""_L1);
    LightStoryView light({}, look);
    light.resize(width, viewHeight);
    light.show();
    QSignalSpy lightPainted(&light, &StoryView::painted);
    light.showContent(shownPage(html, ++m_serial));
    QVERIFY(lightPainted.wait());

    WebStoryView web({}, look);
    web.resize(width, viewHeight);
    web.show();
    QSignalSpy webPainted(&web, &StoryView::painted);
    web.showContent(shownPage(html, m_serial));
    QVERIFY(webPainted.wait(20'000));

    const auto before = linesOf(light);
    const auto after = linesOf(web);
    QVERIFY(before.size() > 12);
    auto seen = 0;
    for (; seen < std::min(before.size(), after.size()); ++seen) {
        const auto &one = before.at(seen);
        const auto &other = after.at(seen);
        if (one.top > viewHeight && other.top > viewHeight)
            break;
        const auto both = told(one) + u" | "_s + told(other);
        QVERIFY2(one.text == other.text, qPrintable(both));
        QVERIFY2(std::abs(one.top - other.top) <= allowed, qPrintable(both));
        // Where it begins, in the story's direction.
        const auto apart
            = rightToLeft ? one.left + one.width - other.left - other.width : one.left - other.left;
        QVERIFY2(std::abs(apart) <= allowed, qPrintable(both));
        m_furthest = std::max(m_furthest, std::abs(one.top - other.top));
    }
    m_lines += seen;
    QVERIFY(seen > 12);
    qInfo("%d lines so far, at most %.2f pixels apart", m_lines, m_furthest);
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

    compare(harbour(), look, width);
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

    compare({.title = title,
             .language = language,
             .body = fixture::safe(body),
             .text = sentence.repeated(9)},
            {}, 700);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    QApplication::setStyle(new FlatStyle); // Its scroll bars are as wide as the page's.
    TestTakeover test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_takeover.moc"
