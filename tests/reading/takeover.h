#pragma once

#include "page/hyphens.h"
#include "page/light.h"
#include "page/ownrules.h"
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

// Where the lines of a story stand in the light view and in the web view.
namespace takeover {

inline constexpr double allowed = 4; // Pixels.

struct Line
{
    QString text;
    double top = 0; // Of its letters.
    double left = 0;
    double width = 0;
};

// As both views say it: hyphens that may be, marks of direction and the width of gaps left out.
inline QString plain(QString text)
{
    for (const auto c :
         {QChar(0x00ad), QChar(0x2068), QChar(0x2069), QChar(QChar::ObjectReplacementCharacter)})
        text.remove(c);
    return text.replace(QChar::Nbsp, u' ').simplified();
}

// What the program shows of it. What has no headline has no date either.
inline QString pageOf(const Article &article)
{
    const auto date = article.title.isEmpty() ? QString() : u"3 September 2024"_s;
    return page::hyphenated(page::story(article, {.provenance = u"harbour.html"_s, .date = date}),
                            page::Patterns::load(article.language));
}

inline Shown shownPage(const QString &html, int serial)
{
    return {.kind = Shown::Kind::Page, .html = html, .serial = serial};
}

// Of the first letter of a line.
inline QFont faceOf(const QTextBlock &block, const QTextLine &line)
{
    const auto from = block.position() + line.textStart();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const auto piece = it.fragment();
        const auto words = piece.text().mid(std::max(0, from - piece.position()));
        if (piece.position() + piece.length() > from
            && std::ranges::any_of(words, [](QChar c) { return c.isLetterOrNumber(); }))
            return piece.charFormat().font();
    }
    return block.charFormat().font();
}

inline QList<Line> linesOf(const LightStoryView &view)
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
            // The web page's ornament is no text of it.
            if (text.isEmpty() || text == u"\u2217 \u2217 \u2217"_s)
                continue;
            lines.append({.text = text,
                          .top = corner.y() + line.y() + line.ascent()
                              - std::round(QFontMetricsF(faceOf(block, line)).ascent())
                              - browser->verticalScrollBar()->value(),
                          .left = corner.x() + line.naturalTextRect().left(),
                          .width = line.naturalTextWidth()});
        }
    }
    return lines;
}

// By the rectangles of the letters of every block.
inline constexpr auto lineScript = R"((() => {
  const lines = [];
  const leaf = 'p, h1, h2, h3, h4, li, dt, dd, td, th, caption, pre, figcaption, blockquote';
  for (const block of document.querySelectorAll(leaf)) {
    let line = null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(leaf) !== block)
        continue;
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

inline QList<Line> linesOf(const WebStoryView &view)
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

inline QString told(const Line &line)
{
    return u"%1/%2+%4 “%3”"_s.arg(line.top).arg(line.left).arg(line.text).arg(line.width);
}

inline bool picturesAreThere(const WebStoryView &view)
{
    std::optional<bool> answer;
    auto *page = qobject_cast<StoryPage *>(view.findChild<QWebEngineView *>()->page());
    page->ask(u"[...document.images].every((image) => image.complete && image.naturalWidth > 0)"_s,
              [&](const QVariant &value) { answer = value.toBool(); });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) && *answer;
}

// Shows stories in both views and says whether their lines stand in the same places.
class Comparison
{
public:
    // Of the views, whose whole story is compared as far as they reach.
    int height = 900;
    PictureSource pictures = {};
    QString ownStyle = {}; // The person's.

    void run(const Article &article, const page::Look &look, int width)
    {
        const auto html = pageOf(article);
        LightStoryView light(pictures, look);
        light.setOwnRules(page::OwnRules::read(ownStyle));
        light.resize(width, height);
        light.show();
        QSignalSpy lightPainted(&light, &StoryView::painted);
        light.showContent(shownPage(html, ++m_serial));
        QVERIFY(lightPainted.wait());

        WebStoryView web(pictures, look);
        web.resize(width, height);
        web.setOwnStyle(ownStyle);
        web.show();
        QSignalSpy webPainted(&web, &StoryView::painted);
        web.showContent(shownPage(html, m_serial));
        QVERIFY(webPainted.wait(20'000));

        QVERIFY(QTest::qWaitFor([&] { return picturesAreThere(web); }, 20'000));
        // The light view decodes as many pictures behind that.
        if (html.contains("<img"_L1))
            QTest::qWait(500);
        compare(linesOf(light), linesOf(web), html.contains("dir=\"rtl\""_L1));
    }

private:
    void compare(const QList<Line> &before, const QList<Line> &after, bool rightToLeft)
    {
        QVERIFY(before.size() > 12);
        auto seen = 0;
        for (; seen < std::min(before.size(), after.size()); ++seen) {
            const auto &one = before.at(seen);
            const auto &other = after.at(seen);
            if (one.top > height && other.top > height)
                break;
            const auto both = told(one) + u" | "_s + told(other);
            if (qEnvironmentVariableIsSet("BROADSHEET_TELL_LINES"))
                qInfo("%6.2f  %s", one.top - other.top, qPrintable(both));
            QVERIFY2(one.text == other.text, qPrintable(both));
            QVERIFY2(std::abs(one.top - other.top) <= allowed, qPrintable(both));
            // Where it begins, in the story's direction.
            const auto apart = rightToLeft ? one.left + one.width - other.left - other.width
                                           : one.left - other.left;
            QVERIFY2(std::abs(apart) <= allowed, qPrintable(both));
            m_furthest = std::max(m_furthest, std::abs(one.top - other.top));
        }
        m_lines += seen;
        QVERIFY(seen > 12);
        qInfo("%d lines so far, at most %.2f pixels apart", m_lines, m_furthest);
    }

    int m_serial = 0;
    int m_lines = 0;
    double m_furthest = 0;
};

// What main() of such a test is.
template<typename Test>
int run(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    QApplication::setStyle(new FlatStyle); // Its scroll bars are as wide as the page's.
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace takeover
