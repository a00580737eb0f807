#include "page/light.h"
#include "reading/lightstoryview.h"
#include "reading/notepopover.h"
#include "reading/readingpane.h"
#include "reading/storyfixture.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>

#include <cstdlib>

using namespace Qt::StringLiterals;

class TestLightStoryView : public QObject
{
    Q_OBJECT

private slots:
    void paintsAStory();
    void tellsItsPosition();
    void returnsToASentence_data();
    void returnsToASentence();
    void pagesToTheEnd();
    void showsPicturesWhenTheyCome();
    void loadsNothingElse();
    void followsLinksToNotes();
    void findsAndSelects();
    void paintsBarsBesideQuotations();
    void paintsHairlinesOfOnePixel();
    void strikesWhatIsDeleted_data();
    void strikesWhatIsDeleted();
    void keepsThePlaceInAnotherLook();
    void holdsAPartOfAPage();
    void keepsTheKeyboardInAPartOfAPage();
    void isThePaneAlone();
    void marksRelatedStories();
};

namespace {

Shown story(const Article &article, const ReadingPosition &position = {})
{
    return {.kind = Shown::Kind::Story, .article = article, .position = position, .serial = 7};
}

ReadingPosition positionOf(LightStoryView &view)
{
    ReadingPosition position;
    view.askPosition([&](const ReadingPosition &here) { position = here; });
    return position;
}

// Shows the view and waits until it has painted.
void paint(LightStoryView &view, const Shown &shown)
{
    QSignalSpy painted(&view, &StoryView::painted);
    view.resize(900, 700);
    view.show();
    view.showContent(shown);
    QVERIFY(painted.wait());
    QCOMPARE(painted.first().first().toInt(), shown.serial);
}

QString textOf(const LightStoryView &view)
{
    return view.findChild<QTextBrowser *>()->toPlainText();
}

} // namespace

void TestLightStoryView::paintsAStory()
{
    LightStoryView view({}, {});
    Article article = fixture::shortStory(u"<p>One &lt;b&gt;.</p><ul><li>Two</li></ul>"_s);
    article.site = u"The Gazette"_s;
    article.lead = {.src = u"https://p.example/1.jpg"_s, .alt = u"A boat"_s, .credit = u"Jo"_s};

    paint(view, story(article));

    const auto text = textOf(view);
    for (const auto &part : {u"The Gazette"_s, u"Short"_s, u"A boat"_s, u"Picture not saved"_s,
                             u"Jo"_s, u"One <b>."_s, u"Two"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
}

void TestLightStoryView::tellsItsPosition()
{
    LightStoryView view({}, {});
    paint(view, story(fixture::longStory()));
    QSignalSpy moved(&view, &StoryView::positionChanged);

    QCOMPARE(positionOf(view), ReadingPosition());
    view.scrollPixels(3000);

    QVERIFY(moved.wait());
    const auto position = moved.last().first().value<ReadingPosition>();
    QVERIFY(position.block > 3);
    QVERIFY(position.fraction > 0 && position.fraction < 1);
    QVERIFY(fixture::longStory().text.contains(position.quote) && !position.quote.isEmpty());
}

void TestLightStoryView::returnsToASentence_data()
{
    QTest::addColumn<int>("screens");

    QTest::newRow("one screen") << 1;
    QTest::newRow("four screens") << 4;
}

void TestLightStoryView::returnsToASentence()
{
    QFETCH(int, screens);
    LightStoryView view({}, {});
    paint(view, story(fixture::longStory()));
    for (int i = 0; i < screens; ++i)
        view.scrollScreens(1);
    const auto before = positionOf(view);

    // Another width and size: other lines, the same sentence.
    LightStoryView other({}, {.textSize = 130, .lineWidth = 50});
    paint(other, story(fixture::longStory(), before));

    other.scrollPixels(0); // A reader's move: what was asked for no longer counts.
    QCOMPARE(positionOf(other).quote, before.quote);
}

void TestLightStoryView::pagesToTheEnd()
{
    LightStoryView view({}, {});
    paint(view, story(fixture::longStory(20)));
    QSignalSpy end(&view, &StoryView::pagedPastEnd);

    int pages = 0;
    while (end.isEmpty() && ++pages < 50)
        view.scrollScreens(1);

    QVERIFY(pages > 3 && pages < 30);
    QVERIFY(positionOf(view).fraction > 0.99);
}

void TestLightStoryView::showsPicturesWhenTheyCome()
{
    std::function<void(const Picture &)> later;
    LightStoryView view([&](const QString &, auto answer) { later = std::move(answer); }, {});
    paint(view, story(fixture::shortStory(fixture::pictureElement())));
    QTRY_VERIFY(later);
    QVERIFY(!fixture::showsRed(view.grab().toImage()));

    later(fixture::redPicture(fixture::pictureName()));

    QTRY_VERIFY(fixture::showsRed(view.grab().toImage()));
}

void TestLightStoryView::loadsNothingElse()
{
    QStringList asked;
    LightStoryView view([&](const QString &name, const auto &) { asked.append(name); }, {});
    Shown shown = story(fixture::shortStory(fixture::pictureElement()));
    shown.article.lead = {.src = u"file:///etc/passwd"_s};

    paint(view, shown);

    QCOMPARE(asked, QStringList{fixture::pictureName()});
}

void TestLightStoryView::followsLinksToNotes()
{
    LightStoryView view({}, {});
    QString html = u"<p><a href='#n'>1</a></p>"_s;
    for (int i = 0; i < 60; ++i)
        html += u"<p>"_s + fixture::paragraph(i) + u"</p>"_s;
    paint(view, story(fixture::shortStory(html + u"<ol><li id=n>note</li></ol>"_s)));
    auto *browser = view.findChild<QTextBrowser *>();
    QSignalSpy activated(&view, &StoryView::linkActivated);

    emit browser->anchorClicked(QUrl(u"#user-content-n"_s));

    // The note comes up first, and leads to its place.
    auto *note = view.findChild<NotePopover *>();
    QVERIFY(note->isVisible());
    QCOMPARE(browser->verticalScrollBar()->value(), 0);
    emit note->noteAsked(u"user-content-n"_s);
    QVERIFY(browser->verticalScrollBar()->value() > browser->height());
    QVERIFY(note->isHidden());
    QCOMPARE(activated.count(), 0);
}

void TestLightStoryView::findsAndSelects()
{
    LightStoryView view({}, {});
    paint(view, story(fixture::longStory()));

    view.find(u"crossing 40"_s, StoryView::Direction::Forwards);

    QCOMPARE(view.selectedText(), u"crossing 40"_s);
    QVERIFY(positionOf(view).fraction > 0.3);
}

void TestLightStoryView::paintsBarsBesideQuotations()
{
    LightStoryView view({}, {});
    paint(view,
          story(fixture::shortStory(u"<p>Before</p><blockquote><p>Quoted</p><p>Twice</p>"
                                    "</blockquote><p>After</p>"_s)));
    const auto *browser = view.findChild<QTextBrowser *>();
    const auto *document = browser->document();
    const auto left = int(document->rootFrame()->frameFormat().leftMargin()) + 1;
    const auto image = browser->viewport()->grab().toImage();
    const auto beside = [&](const QString &words) {
        return image.pixelColor(left, browser->cursorRect(document->find(words)).center().y());
    };

    const auto rule = QColor(page::colours(page::Theme::Light).rule);
    QCOMPARE(beside(u"Quoted"_s), rule);
    QCOMPARE(beside(u"Twice"_s), rule);
    QVERIFY(beside(u"Before"_s) != rule);
    QVERIFY(beside(u"After"_s) != rule);
}

void TestLightStoryView::paintsHairlinesOfOnePixel()
{
    auto article = fixture::shortStory(u"<figure><img alt=\"A boat\"></figure><p>Before</p>"_s);
    article.authors = {{.name = u"Ada Holm"_s}};
    LightStoryView view({}, {});
    view.setOwnRules(page::OwnRules::read(u".body p { line-height: 40px; font-size: 22px }"_s));
    paint(view, story(article));
    const auto *browser = view.findChild<QTextBrowser *>();
    const auto image = browser->viewport()->grab().toImage();
    const auto rule = QColor(page::colours(page::Theme::Light).rule);
    const auto left = int(browser->document()->rootFrame()->frameFormat().leftMargin());

    for (const auto column : {left, left + 1}) {
        auto rows = 0;
        for (int y = 0; y < browser->cursorRect(browser->document()->find(u"Before"_s)).top(); ++y)
            rows += image.pixelColor(column, y) == rule;
        QCOMPARE(rows, 3); // Below the headline, and around the words of the lost picture.
    }
}

void TestLightStoryView::strikesWhatIsDeleted_data()
{
    QTest::addColumn<QString>("element");
    QTest::addColumn<bool>("strikes");
    QTest::addColumn<bool>("marks");

    QTest::newRow("deleted") << u"del"_s << true << false;
    QTest::newRow("no longer so") << u"s"_s << true << false;
    QTest::newRow("struck") << u"strike"_s << true << false;
    QTest::newRow("marked") << u"mark"_s << false << true;
    QTest::newRow("strong") << u"strong"_s << false << false;
}

void TestLightStoryView::strikesWhatIsDeleted()
{
    QFETCH(QString, element);
    QFETCH(bool, strikes);
    QFETCH(bool, marks);
    LightStoryView view({}, {});

    paint(view, story(fixture::shortStory(u"<p>At <%1>five</%1> six.</p>"_s.arg(element))));

    const auto found = view.findChild<QTextBrowser *>()->document()->find(u"five"_s);
    QVERIFY(!found.isNull());
    QCOMPARE(found.charFormat().fontStrikeOut(), strikes);
    QCOMPARE(found.charFormat().background().style() != Qt::NoBrush, marks);
}

void TestLightStoryView::keepsThePlaceInAnotherLook()
{
    LightStoryView view({}, {});
    paint(view, story(fixture::longStory()));
    view.scrollScreens(3);
    const auto before = positionOf(view);

    view.setLook({.theme = page::Theme::Dark, .textSize = 140});

    view.scrollPixels(0);
    QCOMPARE(positionOf(view).quote, before.quote);
    QCOMPARE(view.grab().toImage().pixelColor(5, 5),
             QColor(page::colours(page::Theme::Dark).paper));
}

void TestLightStoryView::holdsAPartOfAPage()
{
    const auto pageOf = [](int linesAbove, int serial) {
        QString html = u"<div class=\"story\"><div class=\"body\">"_s;
        for (int line = 0; line < linesAbove; ++line)
            html += u"<p>Line %1</p>"_s.arg(line);
        html += u"<div class=\"part left\" data-part=\"9\"><p>Held</p></div>"_s;
        for (int line = 0; line < 80; ++line)
            html += u"<p>Below %1</p>"_s.arg(line);
        return Shown{.kind = Shown::Kind::Page,
                     .html = html + u"</div></div>"_s,
                     .part = serial > 1 ? 9 : -1,
                     .serial = serial};
    };
    LightStoryView view({}, {});
    paint(view, pageOf(40, 1));
    view.scrollPixels(1200);
    const auto *browser = view.findChild<QTextBrowser *>();
    const auto top = [&] {
        auto held = browser->document()->find(u"Held"_s);
        return browser->cursorRect(held).top();
    };
    const auto before = top();

    view.showContent(pageOf(60, 2));

    QVERIFY(before > 0 && before < view.height());
    QVERIFY2(std::abs(top() - before) <= 2, qPrintable(u"%1, %2"_s.arg(before).arg(top())));
}

void TestLightStoryView::keepsTheKeyboardInAPartOfAPage()
{
    const auto pageOf = [](const QString &verb, int part) {
        QString html = u"<div class=\"story\"><div class=\"body\">"_s;
        for (const auto &number : {u"7"_s, u"9"_s})
            html += u"<div class=\"part left\" data-part=\"%1\"><p><a class=\"deed\" "
                    "href=\"broadsheet:left-out/%2/%1\">%2</a></p><p>Held</p></div>"_s.arg(number,
                                                                                           verb);
        return Shown{.kind = Shown::Kind::Page,
                     .html = html + u"</div></div>"_s,
                     .part = part,
                     .serial = part + 2};
    };
    LightStoryView view({}, {});
    paint(view, pageOf(u"keep"_s, -1));
    auto *browser = view.findChild<QTextBrowser *>();
    QTest::keyClick(browser, Qt::Key_Tab);
    QTest::keyClick(browser, Qt::Key_Tab);
    QCOMPARE(browser->textCursor().charFormat().anchorHref(), u"broadsheet:left-out/keep/9"_s);

    view.showContent(pageOf(u"drop"_s, 9));

    QCOMPARE(browser->textCursor().charFormat().anchorHref(), u"broadsheet:left-out/drop/9"_s);
    QSignalSpy activated(&view, &StoryView::linkActivated);
    QTest::keyClick(browser, Qt::Key_Return);
    QCOMPARE(activated.value(0).value(0).toUrl(), QUrl(u"broadsheet:left-out/drop/9"_s));
}

void TestLightStoryView::isThePaneAlone()
{
    ReadingPane pane({}, nullptr, ReadingPane::Engine::Light);
    QSignalSpy painted(&pane, &ReadingPane::painted);
    pane.resize(800, 600);
    pane.QWidget::show();
    pane.show(fixture::longStory(), {});

    QVERIFY(painted.wait());
    pane.find(u"crossing 3"_s);

    QVERIFY(!pane.webViewInCharge());
    QCOMPARE(pane.selectedText(), u"crossing 3"_s);
}

void TestLightStoryView::marksRelatedStories()
{
    LightStoryView view({}, {});
    auto shown = story(fixture::longStory());
    shown.article.related = {{.title = u"Unknown"_s}, {.title = u"Kept"_s}};
    paint(view, shown);
    view.scrollScreens(3);
    const auto before = positionOf(view);
    QVERIFY(!textOf(view).contains(u"In your library"_s));

    shown.context.relatedInLibrary = {1};
    view.setRelated(shown);

    QVERIFY(textOf(view).simplified().contains(u"Kept In your library"_s));
    QVERIFY(textOf(view).simplified().contains(u"Unknown Look for this story"_s));
    QCOMPARE(positionOf(view), before);
}

QTEST_MAIN(TestLightStoryView)
#include "tst_lightstoryview.moc"
