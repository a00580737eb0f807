// What only a web engine can tell: which colour a letter has in the end, and what is behind it.

#include "html/document.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"
#include "web/storypage.h"
#include "web/webstoryview.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebEngineView>

#include <optional>

using namespace Qt::StringLiterals;

class TestReadable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void leavesNoTextUnreadable_data();
    void leavesNoTextUnreadable();
    void takesTheLookAtOnce();
    void takesThePersonsStyle();
    void loadsNothingForThePersonsStyle_data();
    void loadsNothingForThePersonsStyle();

private:
    QVariant ask(const QString &script);
    void show(const Shown &shown);

    std::unique_ptr<WebStoryView> m_view;
    QString m_everything;
    int m_serial = 0;
};

namespace {

// Of every piece of text that is seen, the contrast with what it stands on, as WCAG 2.2 reckons it.
// Words in a drawing stand on the paper the drawing has.
constexpr auto contrastScript = R"((() => {
  const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const luminance = ([r, g, b]) => {
    const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const style = getComputedStyle(e);
      const painted = style.backgroundImage.match(/rgba?\([^)]*\)/);
      const colour = channels(painted ? painted[0] : style.backgroundColor);
      if (colour.length === 3 || colour[3] > 0)
        return colour;
    }
    return [255, 255, 255];
  };
  const worst = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const style = getComputedStyle(element);
    if (!node.data.trim() || style.display === 'none' || element.closest('title, desc'))
      continue;
    const drawn = element.closest('svg');
    const ink = channels(drawn ? style.fill : style.color);
    worst.push([contrast(ink, ground(drawn || element)), node.data.trim().slice(0, 40)]);
  }
  return worst.sort((a, b) => a[0] - b[0]);
})())";

// What a page that means harm to dark schemes writes, and every element a story can have.
QString hostile()
{
    return u"<p><font color=\"#fffffe\">font</font> <span style=\"color:#010101\">style</span></p>"
           "<table bgcolor=\"black\"><tr bgcolor=\"black\"><td bgcolor=\"black\" "
           "style=\"background:#000\">cell</td></tr></table>"
           "<p style=\"color:red;background-color:red\">paragraph</p>"
           "<math><mi mathcolor=\"#fefefe\" mathbackground=\"#fff\" style=\"color:#fff\">x</mi>"
           "</math><svg viewBox=\"0 0 100 20\"><text x=\"1\" y=\"15\">drawing</text></svg>"
           "<pre style=\"color:#fff\">pre</pre><p><code>code</code> <kbd>kbd</kbd> "
           "<mark style=\"background:#000\">mark</mark> <a href=\"https://a.example\">link</a> "
           "<small>small</small> <del>del</del></p><blockquote><p>quote</p><cite>cite</cite>"
           "</blockquote><aside class=\"related\"><p>Aside of many words, so that they stay"
           "</p></aside><details open><summary>summary</summary><p>details</p></details>"
           "<p class=\"footnote\">footnote</p><blockquote class=\"pullquote\"><p>pull</p>"
           "</blockquote><p><img src=\"https://p.example/1.jpg\" alt=\"not saved\"></p>"_s;
}

} // namespace

void TestReadable::initTestCase()
{
    QFile file(QStringLiteral(TEST_DATA "/page/everything.html"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = html::Document::parse(QString::fromUtf8(file.readAll()));
    m_everything = html::sanitise(document->body().firstDescendant(u"article"_s)).toString();
    QVERIFY(m_everything.contains("pullquote"_L1));
    m_view = std::make_unique<WebStoryView>(PictureSource(), page::Look());
    m_view->resize(900, 700);
    m_view->show();
}

QVariant TestReadable::ask(const QString &script)
{
    std::optional<QVariant> answer;
    auto *page = qobject_cast<StoryPage *>(m_view->findChild<QWebEngineView *>()->page());
    page->ask(script, [&](const QVariant &value) { answer = value; });
    return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000) ? *answer : QVariant();
}

void TestReadable::show(const Shown &shown)
{
    QSignalSpy painted(m_view.get(), &StoryView::painted);
    m_view->showContent(shown);
    QVERIFY(painted.wait(20'000));
}

void TestReadable::leavesNoTextUnreadable_data()
{
    QTest::addColumn<page::Theme>("theme");

    for (const auto theme : page::themes)
        QTest::newRow(qPrintable(page::themeName(theme))) << theme;
}

void TestReadable::leavesNoTextUnreadable()
{
    QFETCH(page::Theme, theme);
    auto article = fixture::shortStory(hostile() + m_everything);
    article.site = u"Outlet"_s;
    article.standfirst = u"Standfirst"_s;
    article.authors = {{.name = u"Ada"_s}};
    article.lead = {.caption = u"Caption"_s, .credit = u"Credit"_s};
    article.related = {{.title = u"Related"_s}};
    article.url = QUrl(u"https://a.example/1"_s);
    m_view->setLook({.theme = theme});
    show({.kind = Shown::Kind::Page,
          .html = page::story(article, {.provenance = u"Saved"_s, .date = u"Today"_s}),
          .serial = ++m_serial});

    const auto texts = ask(QString::fromLatin1(contrastScript)).toList();

    QVERIFY(texts.size() > 60);
    const auto least = theme == page::Theme::Contrast ? 7.0 : 4.5;
    for (const auto &text : texts) {
        const auto pair = text.toList();
        QVERIFY2(pair.at(0).toDouble() >= least,
                 qPrintable(pair.at(1).toString() + u' ' + pair.at(0).toString()));
    }
}

void TestReadable::takesTheLookAtOnce()
{
    show({.kind = Shown::Kind::Page,
          .html = page::story(fixture::longStory(3), {}),
          .serial = ++m_serial});
    const auto style = u"(() => { const p = document.querySelector('.body p'); const s = "
                       "getComputedStyle(p); return [s.fontSize, s.lineHeight, s.textAlign, "
                       "s.hyphens, s.fontFamily.split(',')[0], "
                       "document.documentElement.dataset.theme].join('|'); })()"_s;

    m_view->setLook({.theme = page::Theme::Black,
                     .face = u"Noto Sans"_s,
                     .textSize = 150,
                     .leading = 200,
                     .alignment = page::Alignment::Justified,
                     .hyphenation = false});
    QTRY_COMPARE(ask(style).toString(), u"29px|58px|justify|none|\"Noto Sans\"|black"_s);

    m_view->setLook({});
    QTRY_COMPARE(ask(style).toString(), u"19px|29px|start|manual|\"Charis SIL\"|light"_s);
}

void TestReadable::takesThePersonsStyle()
{
    const auto style = u"(() => { const s = getComputedStyle(document.querySelector('h1')); "
                       "return s.fontStyle + ' ' + s.textAlign; })()"_s;
    // With the page, as at the start of the program.
    WebStoryView fresh({}, {});
    fresh.resize(600, 400);
    fresh.setOwnStyle(u"h1 { font-style: italic; text-align: right }"_s);
    fresh.show();
    QSignalSpy painted(&fresh, &StoryView::painted);
    fresh.showContent(
        {.kind = Shown::Kind::Page, .html = page::story(fixture::longStory(3), {}), .serial = 1});
    QVERIFY(painted.wait(20'000));
    std::optional<QString> before;
    auto *page = qobject_cast<StoryPage *>(fresh.findChild<QWebEngineView *>()->page());
    page->ask(style, [&](const QVariant &value) { before = value.toString(); });
    QTRY_VERIFY(before.has_value());
    QCOMPARE(*before, u"italic right"_s);

    // Another is put in its place, also where there was one from the start.
    fresh.setOwnStyle(u"h1 { text-align: center }"_s);
    std::optional<QString> after;
    page->ask(style, [&](const QVariant &value) { after = value.toString(); });
    QTRY_VERIFY(after.has_value());
    QCOMPARE(*after, u"normal center"_s);

    // It stays the last word when the look changes.
    fresh.setOwnStyle(u"body { --size-text: 40px } .story { font-size: 40px }"_s);
    fresh.setLook({.textSize = 120});
    std::optional<QString> size;
    page->ask(u"getComputedStyle(document.querySelector('.story')).fontSize"_s,
              [&](const QVariant &value) { size = value.toString(); });
    QTRY_VERIFY(size.has_value());
    QCOMPARE(*size, u"40px"_s);
}

void TestReadable::loadsNothingForThePersonsStyle_data()
{
    QTest::addColumn<QString>("css");

    QTest::newRow("import") << u"@import \"http://127.0.0.1:%1/a.css\";"_s;
    QTest::newRow("import by url") << u"@import url(http://127.0.0.1:%1/a.css);"_s;
    QTest::newRow("picture") << u"h1 { background: url(http://127.0.0.1:%1/a.png) }"_s;
    QTest::newRow("face") << u"@font-face { font-family: a; src: url(http://127.0.0.1:%1/a.ttf) } "
                             "h1, p { font-family: a }"_s;
    QTest::newRow("mark of a list")
        << u"p { display: list-item; list-style: url(http://127.0.0.1:%1/a.png) }"_s;
    QTest::newRow("inserted picture") << u"p::before { content: url(http://127.0.0.1:%1/a.png) }"_s;
    QTest::newRow("pointer") << u"html { cursor: url(http://127.0.0.1:%1/a.cur), auto }"_s;
}

// Neither with the page nor put in later.
void TestReadable::loadsNothingForThePersonsStyle()
{
    QFETCH(QString, css);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto connections = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] { ++connections; });
    const auto own = css.arg(server.serverPort()) + u" h1 { text-align: right }"_s;
    const auto style = u"getComputedStyle(document.querySelector('h1')).textAlign"_s;
    const Shown shown = {.kind = Shown::Kind::Page,
                         .html = page::story(fixture::longStory(3), {}),
                         .serial = ++m_serial};

    m_view->setOwnStyle(own);
    show(shown);
    QTRY_COMPARE(ask(style).toString(), u"right"_s);
    WebStoryView fresh({}, {});
    fresh.setOwnStyle(own);
    fresh.resize(600, 400);
    fresh.show();
    QSignalSpy painted(&fresh, &StoryView::painted);
    fresh.showContent(shown);
    QVERIFY(painted.wait(20'000));
    QTest::qWait(200);

    QCOMPARE(connections, 0);
    m_view->setOwnStyle({});
}

int main(int argc, char **argv)
{
    webengine::prepare();
    registerStorySchemes();
    QApplication application(argc, argv);
    TestReadable test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readable.moc"
