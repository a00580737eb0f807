#include "page/page.h"
#include "reading/paneofoneview.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QScrollBar>

#include <memory>

using namespace Qt::StringLiterals;

// The words of a search in the story, in both views.
class TestHits : public QObject
{
    Q_OBJECT

private slots:
    void beginsAtTheFirst_data() { views(); }
    void beginsAtTheFirst();
    void stepsRoundTheCorner_data() { views(); }
    void stepsRoundTheCorner();
    void staysWhereReadingStopped_data() { views(); }
    void staysWhereReadingStopped();
    void followsTheSearch_data() { views(); }
    void followsTheSearch();
    void keepsThemInAnotherLook_data() { views(); }
    void keepsThemInAnotherLook();
#ifdef BROADSHEET_WEBENGINE
    void takesOverWithTheSameOne();
#endif
    void keepsThePlaceWhenAPictureComes();
};

namespace {

search::Query queryFor(const QString &word)
{
    search::Query query;
    if (!word.isEmpty())
        query.root.children.append({.kind = search::Node::Kind::Term, .term = {.text = word}});
    return query;
}

struct HitReader : Reader
{
    using Reader::Reader;

    int scroll() const
    {
        return web ? ask(u"Math.round(scrollY)"_s).toInt() : light().verticalScrollBar()->value();
    }

    // The text that stands out from the other hits.
    QString here() const
    {
        if (web)
            return ask(u"[...document.querySelectorAll('mark.hit.here')]"
                       ".map((m) => m.textContent).join('|')"_s)
                .toString();
        QString text;
        for (const auto &selection : light().extraSelections())
            text += selection.cursor.selectedText();
        return text;
    }

    int marks() const
    {
        if (web)
            return ask(u"document.querySelectorAll('mark.hit').length"_s).toInt();
        const QColor ground(page::colours(pane.look().theme).hit);
        int count = 0;
        const auto *document = light().document();
        for (auto block = document->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it)
                count += it.fragment().charFormat().background().color() == ground ? 1 : 0;
        }
        return count;
    }
};

} // namespace

void TestHits::beginsAtTheFirst()
{
    QFETCH(bool, web);
    HitReader reader(web);
    QSignalSpy moved(&reader.pane, &ReadingPane::positionChanged);
    reader.pane.setSearch(queryFor(u"40"_s));

    QVERIFY(reader.show(fixture::longStory()));

    QCOMPARE(reader.pane.hits(), 3);
    QCOMPARE(reader.pane.hit(), 1);
    QTRY_COMPARE(reader.here(), u"40"_s);
    QCOMPARE(reader.marks(), 3);
    QTRY_VERIFY(reader.scroll() > 1'000);
    // Nobody has read that far: the place is not kept.
    QTest::qWait(400);
    QVERIFY(moved.isEmpty());
}

void TestHits::stepsRoundTheCorner()
{
    QFETCH(bool, web);
    HitReader reader(web);
    reader.pane.setSearch(queryFor(u"40"_s));
    QVERIFY(reader.show(fixture::longStory()));
    QSignalSpy changes(&reader.pane, &ReadingPane::hitsChanged);

    QList<int> hits;
    for (int step = 0; step < 3; ++step) {
        reader.pane.stepHit();
        hits.append(reader.pane.hit());
    }
    reader.pane.stepHit(true);
    hits.append(reader.pane.hit());

    QCOMPARE(hits, (QList<int>{2, 3, 1, 3}));
    QCOMPARE(changes.count(), 4);
    QTRY_COMPARE(reader.here(), u"40"_s);
}

void TestHits::staysWhereReadingStopped()
{
    QFETCH(bool, web);
    HitReader reader(web);
    reader.pane.setSearch(queryFor(u"ferry"_s));

    QVERIFY(reader.show(fixture::longStory(),
                        {.block = 20, .quote = u"The ferry number 20 left"_s, .fraction = 0.3}));

    QCOMPARE(reader.pane.hit(), 0);
    QCOMPARE(reader.here(), QString());
    QTRY_VERIFY(reader.scroll() > 1'000);
    reader.pane.stepHit();
    QTRY_COMPARE(reader.pane.hit(), 21); // One in each paragraph, the first has number 0.
}

void TestHits::followsTheSearch()
{
    QFETCH(bool, web);
    HitReader reader(web);
    QVERIFY(reader.show(fixture::longStory()));
    QCOMPARE(reader.pane.hits(), 0);
    reader.pane.scrollBy(2'000);
    QTRY_COMPARE(reader.scroll(), 2'000);
    QSignalSpy changes(&reader.pane, &ReadingPane::hitsChanged);

    reader.pane.setSearch(queryFor(u"mate"_s));
    QTRY_COMPARE(reader.marks(), 60);
    reader.pane.setSearch(queryFor(u"quay"_s));
    QTRY_COMPARE(reader.marks(), 60);
    reader.pane.setSearch(queryFor(u"parrot"_s));
    QTRY_COMPARE(reader.marks(), 0);
    reader.pane.setSearch({});

    QCOMPARE(changes.count(), 3);
    QCOMPARE(reader.marks(), 0);
    QCOMPARE(reader.scroll(), 2'000);
}

void TestHits::keepsThemInAnotherLook()
{
    QFETCH(bool, web);
    HitReader reader(web);
    reader.pane.setSearch(queryFor(u"40"_s));
    QVERIFY(reader.show(fixture::longStory()));

    reader.pane.setLook({.theme = page::Theme::Dark, .textSize = 120});

    QTRY_COMPARE(reader.marks(), 3);
    QTRY_COMPARE(reader.here(), u"40"_s);
}

#ifdef BROADSHEET_WEBENGINE
void TestHits::takesOverWithTheSameOne()
{
    HitReader reader(true);
    reader.pane.setSearch(queryFor(u"40"_s));
    QSignalSpy painted(&reader.pane, &ReadingPane::painted);
    reader.pane.show(fixture::longStory(), {});
    QVERIFY(painted.wait());
    reader.pane.stepHit();

    QTRY_VERIFY_WITH_TIMEOUT(reader.pane.webViewInCharge(), 20'000);

    QCOMPARE(reader.pane.hit(), 2);
    QTRY_COMPARE(reader.ask(u"document.querySelector('mark.here').dataset.hit"_s).toString(),
                 u"2"_s);
    QVERIFY(reader.scroll() > 1'000);
}
#endif

void TestHits::keepsThePlaceWhenAPictureComes()
{
    std::function<void(const Picture &)> later;
    ReadingPane pane([&](const QString &, auto answer) { later = std::move(answer); }, nullptr,
                     ReadingPane::Engine::Light);
    pane.resize(900, 700);
    pane.QWidget::show();
    auto story = fixture::longStory();
    story.body = fixture::safe(story.body.toString() + fixture::pictureElement());
    pane.show(story, {});
    QTRY_VERIFY(later);
    pane.scrollBy(500);

    later(fixture::redPicture(fixture::pictureName()));

    QTest::qWait(300);
    QCOMPARE(pane.findChild<QTextBrowser *>()->verticalScrollBar()->value(), 500);
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestHits test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hits.moc"
