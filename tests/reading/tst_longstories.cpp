#include "page/light.h"
#include "reading/galley.h"
#include "reading/lightlayout.h"
#include "reading/lightstoryview.h"
#include "reading/storyfixture.h"
#include "support/longstories.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>

#include <cstdlib>

using namespace Qt::StringLiterals;

// Stories that come onto the light view in pieces: nobody who reads sees that they do.
class TestLongStories : public QObject
{
    Q_OBJECT

private slots:
    void comeAsTheyWereSet_data();
    void comeAsTheyWereSet();
    void beginWhereReadingStood();
    void findInTheLaterPart();
    void markASearch();
    void keepThePlaceInAnotherLook();
    void keepThePlaceInAnotherWidth();
    void followAnOwnStyle();
    void goToTheEnd();
    void giveALongParagraphInOne();
    void leadToNotesFarAway();
    void giveWayToTheNextStory();
};

namespace {

constexpr int characters = 200'000;
constexpr int far = 607; // The number of a crossing in the middle.

Article longOne(const QString &html = support::longParagraphs(characters))
{
    auto article = fixture::shortStory(html);
    article.language = u"en"_s;
    return article;
}

Shown shownStory(const Article &article, int serial, const ReadingPosition &position = {})
{
    return {.kind = Shown::Kind::Story,
            .article = article,
            .position = position,
            .light = page::lightStory(page::story(article, {})),
            .serial = serial};
}

// What all of it is, set in one go.
Galley galleyOf(const Shown &shown)
{
    return galley::set(
        {.column = {.setting = {.writing = page::writingOf(shown.article), .width = 900}},
         .html = shown.light});
}

void paint(LightStoryView &view, const Shown &shown)
{
    QSignalSpy painted(&view, &StoryView::painted);
    view.resize(900, 700);
    view.show();
    view.showContent(shown);
    QTRY_VERIFY(!painted.isEmpty() && painted.last().first().toInt() == shown.serial);
}

QTextDocument *documentOf(const LightStoryView &view)
{
    return view.findChild<QTextBrowser *>()->document();
}

bool waitForAll(const LightStoryView &view, const Galley &galley)
{
    const auto count = galley.document->characterCount();
    return QTest::qWaitFor([&] { return documentOf(view)->characterCount() >= count; }, 60'000);
}

ReadingPosition positionOf(LightStoryView &view)
{
    ReadingPosition position;
    view.askPosition([&](const ReadingPosition &here) { position = here; });
    return position;
}

ReadingPosition at(int crossing)
{
    return {.block = crossing, .quote = support::longSentence(crossing).left(60), .fraction = 0.5};
}

// From the top of the view.
int topOf(const LightStoryView &view, const QString &words)
{
    const auto *browser = view.findChild<QTextBrowser *>();
    const auto found = browser->document()->find(words);
    return found.isNull() ? -1'000'000 : browser->cursorRect(found).top();
}

QString crossing(int number)
{
    return u"crossing %1 "_s.arg(number);
}

int numberIn(const QTextBlock &block)
{
    return block.textList() ? block.textList()->itemNumber(block) : -1;
}

} // namespace

void TestLongStories::comeAsTheyWereSet_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<ReadingPosition>("position");

    const auto middle = ReadingPosition{.fraction = 0.5};
    const auto paragraphs = support::longParagraphs(characters);
    const auto table = support::longTableOf(900);
    const auto list = support::longListOf(1'500);
    QTest::newRow("paragraphs") << paragraphs << ReadingPosition();
    QTest::newRow("paragraphs from the middle") << paragraphs << at(far);
    QTest::newRow("a paragraph") << support::oneParagraph(characters) << middle;
    QTest::newRow("a table") << table << ReadingPosition();
    QTest::newRow("a table from the middle") << table << middle;
    QTest::newRow("a list") << list << ReadingPosition();
    QTest::newRow("a list from the middle") << list << middle;
    const auto pieces = support::longTableOf(3) + support::longTableOf(300) + support::longListOf(5)
        + u"<blockquote><p>Quoted</p></blockquote><pre>one\ntwo</pre>"_s;
    QTest::newRow("all of that") << pieces.repeated(3) + list << middle;
}

void TestLongStories::comeAsTheyWereSet()
{
    QFETCH(QString, html);
    QFETCH(ReadingPosition, position);
    const auto shown = shownStory(longOne(html), 1, position);
    const auto galley = galleyOf(shown);
    LightStoryView view({}, {});

    paint(view, shown);
    QVERIFY(waitForAll(view, galley));

    const auto &document = *documentOf(view);
    QCOMPARE(document.characterCount(), galley.document->characterCount());
    QCOMPARE(document.blockCount(), galley.document->blockCount());
    auto told = galley.document->begin();
    for (auto block = document.begin(); block.isValid(); block = block.next(), told = told.next()) {
        QCOMPARE(block.text(), told.text());
        QCOMPARE(numberIn(block), numberIn(told));
        QCOMPARE(block.blockFormat().topMargin(), told.blockFormat().topMargin());
        QCOMPARE(block.blockFormat().leftMargin(), told.blockFormat().leftMargin());
        QCOMPARE(block.blockFormat().lineHeight(), told.blockFormat().lineHeight());
        QCOMPARE(block.charFormat().font().pixelSize(), told.charFormat().font().pixelSize());
        QCOMPARE(QTextCursor(block).currentTable() != nullptr,
                 QTextCursor(told).currentTable() != nullptr);
    }
}

void TestLongStories::beginWhereReadingStood()
{
    const auto shown = shownStory(longOne(), 1, at(far));
    LightStoryView view({}, {});

    paint(view, shown);
    const auto first = topOf(view, crossing(far));
    QVERIFY2(std::abs(first - 24) < 8, qPrintable(QString::number(first)));
    QVERIFY(waitForAll(view, galleyOf(shown)));

    QVERIFY2(std::abs(topOf(view, crossing(far)) - first) <= 1,
             qPrintable(QString::number(topOf(view, crossing(far)))));
    view.scrollPixels(0);
    const auto here = positionOf(view);
    QVERIFY2(here.quote.contains(crossing(far).trimmed()), qPrintable(here.quote));
    QVERIFY(here.fraction > 0.3 && here.fraction < 1);
    QVERIFY(here.before.contains(u"trip %1"_s.arg(far - 1)));
}

void TestLongStories::findInTheLaterPart()
{
    const auto shown = shownStory(longOne(), 1);
    LightStoryView view({}, {});
    QSignalSpy found(&view, &StoryView::found);
    paint(view, shown);

    // Whether it has come or not.
    view.find(crossing(far), StoryView::Direction::Forwards);

    QCOMPARE(found.last(), (QVariantList{1, 1}));
    QCOMPARE(view.selectedText(), crossing(far));
    const auto top = topOf(view, crossing(far));
    QVERIFY(top > 0 && top < view.height());
    QVERIFY(waitForAll(view, galleyOf(shown)));
    QCOMPARE(view.selectedText(), crossing(far));
    QVERIFY(std::abs(topOf(view, crossing(far)) - top) <= 1);
    view.find(u"Season 1"_s, StoryView::Direction::Forwards);
    QVERIFY(found.last().at(1).toInt() > 10);
}

void TestLongStories::markASearch()
{
    auto shown = shownStory(longOne(), 1);
    auto marked = shown;
    const auto words = crossing(far).trimmed() + u" the"_s;
    marked.light.replace(words, u"<span class=\"hit\">"_s + words + u"</span>"_s);
    marked.hits = 1;
    marked.hit = 1;
    LightStoryView view({}, {});

    paint(view, marked);

    const auto top = topOf(view, words);
    QVERIFY(top > 0 && top < view.height());
    int hit = -1;
    view.askHit([&](int seen) { hit = seen; });
    QCOMPARE(hit, 1);
    // The marks go, nothing moves.
    QVERIFY(waitForAll(view, galleyOf(shown)));
    view.setHits(shown);
    QTRY_VERIFY(documentOf(view)->find(words).charFormat().background().style() == Qt::NoBrush);
    QTRY_VERIFY2(std::abs(topOf(view, words) - top) <= 1,
                 qPrintable(QString::number(topOf(view, words))));
}

void TestLongStories::keepThePlaceInAnotherLook()
{
    const auto shown = shownStory(longOne(), 1, at(far));
    LightStoryView view({}, {});
    paint(view, shown);

    QSignalSpy painted(&view, &StoryView::painted);
    view.setLook({.theme = page::Theme::Dark, .textSize = 140});
    QVERIFY(painted.wait());

    QVERIFY2(std::abs(topOf(view, crossing(far)) - 24) < 12,
             qPrintable(QString::number(topOf(view, crossing(far)))));
}

void TestLongStories::keepThePlaceInAnotherWidth()
{
    const auto shown = shownStory(longOne(), 1, at(far));
    LightStoryView view({}, {});
    paint(view, shown);
    QVERIFY(waitForAll(view, galleyOf(shown)));

    QSignalSpy painted(&view, &StoryView::painted);
    for (const auto width : {860, 820, 500})
        view.resize(width, 700);
    QVERIFY(painted.wait());
    QTRY_COMPARE(documentOf(view)->pageSize().toSize().width(),
                 view.findChild<QTextBrowser *>()->viewport()->width());

    QTRY_VERIFY2(std::abs(topOf(view, crossing(far)) - 24) < 8,
                 qPrintable(QString::number(topOf(view, crossing(far)))));
}

void TestLongStories::followAnOwnStyle()
{
    const auto shown = shownStory(longOne(), 1, at(far));
    LightStoryView view({}, {});
    paint(view, shown);
    QSignalSpy painted(&view, &StoryView::painted);

    view.setOwnRules(page::OwnRules::read(
        u":root { --size-text: 30px } .body p { color: #123456; font-size: 31px }"_s));
    QVERIFY(painted.wait());

    QCOMPARE(documentOf(view)->defaultFont().pixelSize(), 30);
    const auto found = documentOf(view)->find(crossing(far));
    QCOMPARE(found.charFormat().font().pixelSize(), 31);
    QCOMPARE(found.charFormat().foreground().color(), QColor(0x12, 0x34, 0x56));
    QTRY_VERIFY(std::abs(topOf(view, crossing(far)) - 24) < 12);
}

void TestLongStories::goToTheEnd()
{
    const auto shown = shownStory(longOne(), 1);
    LightStoryView view({}, {});
    paint(view, shown);
    QSignalSpy end(&view, &StoryView::pagedPastEnd);
    auto *browser = view.findChild<QTextBrowser *>();

    // As fast as it goes, past what has come.
    browser->verticalScrollBar()->setValue(browser->verticalScrollBar()->maximum());
    view.scrollScreens(1);
    QCOMPARE(end.count(), 0);
    browser->verticalScrollBar()->triggerAction(QScrollBar::SliderToMaximum);

    QVERIFY(waitForAll(view, galleyOf(shown)));
    QVERIFY(positionOf(view).fraction > 0.95);
    browser->verticalScrollBar()->setValue(browser->verticalScrollBar()->maximum());
    view.scrollScreens(1);
    QCOMPARE(end.count(), 1);
}

void TestLongStories::giveALongParagraphInOne()
{
    const auto html = support::oneParagraph(60'000);
    const auto shown = shownStory(longOne(html), 1);
    LightStoryView view({}, {});
    paint(view, shown);
    QVERIFY(waitForAll(view, galleyOf(shown)));
    QVERIFY(documentOf(view)->blockCount() > 8);

    view.findChild<QTextBrowser *>()->selectAll();

    auto text = html;
    for (const auto &tag : {u"<p>"_s, u"</p>"_s, u"<em>"_s, u"</em>"_s})
        text.remove(tag);
    QVERIFY(view.selectedText().contains(text.trimmed()));
    QVERIFY(!view.selectedText().contains(u"  "_s));
}

void TestLongStories::leadToNotesFarAway()
{
    const auto html = u"<p>See <a href='#late'>the remark at the end</a></p>"_s
        + support::longParagraphs(characters) + u"<p id=late>The remark</p>"_s
        + support::longParagraphs(9'000);
    const auto shown = shownStory(longOne(html), 1);
    LightStoryView view({}, {});
    paint(view, shown);

    emit view.findChild<QTextBrowser *>()->anchorClicked(QUrl(u"#user-content-late"_s));

    const auto top = topOf(view, u"The remark"_s);
    QVERIFY2(top >= -4 && top < 60, qPrintable(QString::number(top)));
}

void TestLongStories::giveWayToTheNextStory()
{
    LightStoryView view({}, {});
    paint(view, shownStory(fixture::shortStory(u"<p>First</p>"_s), 1));
    QSignalSpy painted(&view, &StoryView::painted);

    view.showContent(shownStory(longOne(), 2));
    view.showContent(shownStory(fixture::shortStory(u"<p>Third</p>"_s), 3));
    QVERIFY(painted.wait());
    QTest::qWait(300);

    QCOMPARE(painted.count(), 1);
    QCOMPARE(painted.last().first().toInt(), 3);
    QVERIFY(documentOf(view)->toPlainText().contains(u"Third"_s));
    // And the other way round.
    view.showContent(shownStory(fixture::shortStory(u"<p>Fourth</p>"_s), 4));
    view.showContent(shownStory(longOne(), 5));
    QTRY_COMPARE(painted.last().first().toInt(), 5);
    QVERIFY(documentOf(view)->toPlainText().contains(crossing(1)));
}

QTEST_MAIN(TestLongStories)
#include "tst_longstories.moc"
