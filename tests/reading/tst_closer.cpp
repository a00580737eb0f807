#include "reading/notepopover.h"
#include "reading/readingpane.h"
#include "reading/storyfixture.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#ifdef BROADSHEET_WEBENGINE
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>
#endif

#include <optional>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(StoryWish)

// Looking closer at a story, in both views: its photos, its notes, words that are looked for.
class TestCloser : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsThePhotoThatWasClicked_data() { views(); }
    void tellsThePhotoThatWasClicked();
    void keepsTheLinkOfAPhotoForCtrl();
    void reachesPhotosWithTheKeyboard();
    void knowsThePhotoInView_data() { views(); }
    void knowsThePhotoInView();
    void bringsNotesUp_data() { views(); }
    void bringsNotesUp();
    void knowsNotesWithoutAWayBack_data() { views(); }
    void knowsNotesWithoutAWayBack();
    void hasNoNameTwice();
    void bringsNotesUpUnderThePointer();
    void leavesOtherLinksWithin_data() { views(); }
    void leavesOtherLinksWithin();
    void countsWhatItFinds_data() { views(); }
    void countsWhatItFinds();
    void mindsCapitals_data() { views(); }
    void mindsCapitals();
    void keepsWhatWasFoundSelected_data() { views(); }
    void keepsWhatWasFoundSelected();
    void findsInTheNextStory_data() { views(); }
    void findsInTheNextStory();
    void findsAfterTakingOver();
    void keepsTheMarksInAnotherLook();

private:
    static void views();
};

namespace {

struct Reader
{
    explicit Reader(bool withWeb)
        : pane([](const QString &name, const auto &answer) { answer(fixture::redPicture(name)); },
               nullptr, withWeb ? ReadingPane::Engine::Best : ReadingPane::Engine::Light)
        , web(withWeb)
    {
        pane.resize(900, 700);
        pane.QWidget::show();
        pane.activateWindow();
    }

    bool show(const Article &article)
    {
        QSignalSpy painted(&pane, &ReadingPane::painted);
        pane.show(article, {});
        return painted.wait(20'000)
            && QTest::qWaitFor([this] { return pane.webViewInCharge() == web; }, 20'000);
    }

    QVariant ask([[maybe_unused]] const QString &script) const
    {
        std::optional<QVariant> result;
#ifdef BROADSHEET_WEBENGINE
        pane.findChild<QWebEngineView *>()->page()->runJavaScript(
            script, QWebEngineScript::ApplicationWorld,
            [&result](const QVariant &answer) { result = answer; });
#endif
        return QTest::qWaitFor([&] { return result.has_value(); }, 5'000) ? *result : QVariant();
    }

    [[nodiscard]] QTextBrowser &light() const
    {
        return *pane.findChild<QTextBrowser *>();
    }

    // Where an element stands, or what has an anchor or is a picture in the light view.
    QPoint placeOf(const QString &selector, const QString &href) const
    {
        if (web) {
            const auto place
                = ask(u"(() => { const r = document.querySelector('%1').getBoundingClientRect(); "
                      "return [r.left + r.width / 2, r.top + r.height / 2]; })()"_s.arg(selector))
                      .toList();
            return {place.value(0).toInt(), place.value(1).toInt()};
        }
        auto &browser = light();
        for (auto block = browser.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const auto format = it.fragment().charFormat();
                const auto wanted
                    = href.isEmpty() ? format.isImageFormat() : format.anchorHref() == href;
                if (!wanted)
                    continue;
                QTextCursor cursor(browser.document());
                cursor.setPosition(it.fragment().position() + 1);
                const auto rect = browser.cursorRect(cursor);
                return {rect.left() - 3, rect.center().y()};
            }
        }
        return {};
    }

    QWidget *target() const
    {
#ifdef BROADSHEET_WEBENGINE
        if (web)
            return pane.findChild<QWebEngineView *>()->focusProxy();
#endif
        return light().viewport();
    }

    void click(QPoint place, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(target(), Qt::LeftButton, modifiers, place);
    }

    [[nodiscard]] QString noteShown() const
    {
        if (web)
            return ask(u"document.querySelector('.note-popover')?.textContent ?? ''"_s).toString();
        const auto *note = pane.findChild<NotePopover *>();
        return note->isVisible() ? note->findChild<QLabel *>()->text() : QString();
    }

    ReadingPane pane;
    bool web;
};

Article withPhoto()
{
    return fixture::shortStory(u"<p>Before.</p><p>"_s + fixture::pictureElement() + u"</p>"_s);
}

Article withNotes()
{
    QString html = u"<p>The pier<sup id=\"r1\"><a href=\"#n1\">1</a></sup> was long. See the "
                   "<a href=\"#end\">end</a>.</p>"_s;
    for (auto number = 0; number < 40; ++number)
        html += u"<p>"_s + fixture::paragraph(number) + u"</p>"_s;
    html += u"<h2 id=\"end\">The end</h2><ol><li id=\"n1\">Since the great storm. "
            "<a href=\"#r1\">↩</a></li></ol>"_s;
    return fixture::shortStory(html);
}

} // namespace

void TestCloser::views()
{
    QTest::addColumn<bool>("web");

    QTest::newRow("light") << false;
#ifdef BROADSHEET_WEBENGINE
    QTest::newRow("web") << true;
#endif
}

void TestCloser::initTestCase()
{
    qRegisterMetaType<StoryWish>();
}

void TestCloser::tellsThePhotoThatWasClicked()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(withPhoto()));
    QSignalSpy wished(&reader.pane, &ReadingPane::wished);
    QTest::qWait(300); // Until the picture has its size.

    reader.click(reader.placeOf(u"#story img"_s, {}));

    QVERIFY(wished.count() == 1 || wished.wait());
    const StoryWish photo{.deed = StoryWish::Deed::ShowPhoto, .words = fixture::pictureName()};
    QCOMPARE(wished.first().first().value<StoryWish>(), photo);
}

void TestCloser::keepsTheLinkOfAPhotoForCtrl()
{
    for (const auto web : {false, true}) {
        Reader reader(web);
        QVERIFY(reader.show(fixture::shortStory(u"<p><a href=\"https://gazette.example/big\">"_s
                                                + fixture::pictureElement() + u"</a></p>"_s)));
        QTest::qWait(300);
        const auto place = reader.placeOf(u"#story img"_s, {});
        QSignalSpy wished(&reader.pane, &ReadingPane::wished);
        QSignalSpy followed(&reader.pane, &ReadingPane::linkActivated);

        reader.click(place);
        QVERIFY(wished.count() == 1 || wished.wait());
        QCOMPARE(followed.count(), 0);
        if (web) // The engine asks where the pointer is.
            QTest::mouseMove(reader.target(), place);
        QTest::qWait(200);
        reader.click(place, Qt::ControlModifier);
        QVERIFY(followed.count() == 1 || followed.wait());
        QCOMPARE(wished.count(), 1);
#ifndef BROADSHEET_WEBENGINE
        break;
#endif
    }
}

void TestCloser::reachesPhotosWithTheKeyboard()
{
#ifdef BROADSHEET_WEBENGINE
    Reader reader(true);
    QVERIFY(reader.show(withPhoto()));
    QSignalSpy wished(&reader.pane, &ReadingPane::wished);

    reader.ask(u"document.querySelector('#story img').focus(); 1"_s);
    reader.pane.setFocus();
    QTest::keyClick(reader.target(), Qt::Key_Return);

    QVERIFY(wished.count() == 1 || wished.wait());
#endif
}

void TestCloser::knowsThePhotoInView()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(withPhoto()));
    std::optional<QString> name;

    reader.pane.askPhoto([&](const QString &answer) { name = answer; });

    QTRY_VERIFY(name.has_value());
    QCOMPARE(*name, fixture::pictureName());
}

void TestCloser::bringsNotesUp()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(withNotes()));
    QCOMPARE(reader.noteShown(), QString());

    reader.click(reader.placeOf(u"sup a"_s, u"#user-content-n1"_s));

    QTRY_VERIFY(reader.noteShown().startsWith("Since the great storm."_L1));
    QVERIFY(!reader.noteShown().contains(u"↩"));
    QVERIFY(QTest::qWaitFor([&] { return reader.pane.dismissNote(); }));
    QTRY_COMPARE(reader.noteShown(), QString());
    QVERIFY(!reader.pane.dismissNote());

    // Scrolling takes it away as well.
    reader.click(reader.placeOf(u"sup a"_s, u"#user-content-n1"_s));
    QTRY_VERIFY(!reader.noteShown().isEmpty());
    reader.pane.scrollBy(200);
    QTRY_COMPARE(reader.noteShown(), QString());
}

// Those who extracted a story have often dropped it.
void TestCloser::knowsNotesWithoutAWayBack()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(
        u"<p>The pier<sup><a href=\"#n1\">[1]</a></sup> was long.</p><p>Indeed.</p>"
        "<ol><li id=\"n1\"><p>Since the great storm.</p></li></ol>"_s)));

    reader.click(reader.placeOf(u"sup a"_s, u"#user-content-n1"_s));

    QTRY_VERIFY(reader.noteShown().startsWith("Since the great storm."_L1));
}

void TestCloser::hasNoNameTwice()
{
#ifdef BROADSHEET_WEBENGINE
    Reader reader(true);
    QVERIFY(reader.show(withNotes()));
    reader.click(reader.placeOf(u"sup a"_s, {}));
    QTRY_VERIFY(!reader.noteShown().isEmpty());

    QCOMPARE(reader.ask(u"document.querySelectorAll('.note-popover [id]').length"_s).toInt(), 0);
    // The text that positions and searches count is not longer for it.
    QVERIFY(!reader.ask(u"document.getElementById('story').textContent"_s)
                 .toString()
                 .contains("Go to the note"_L1));
    // It ends with its story.
    QVERIFY(reader.show(withPhoto()));
    QCOMPARE(reader.noteShown(), QString());
#endif
}

void TestCloser::bringsNotesUpUnderThePointer()
{
#ifdef BROADSHEET_WEBENGINE
    Reader reader(true);
    QVERIFY(reader.show(withNotes()));

    const auto place = reader.placeOf(u"sup a"_s, {});
    QTest::mouseMove(reader.target(), place + QPoint(60, 0));
    QTest::mouseMove(reader.target(), place);

    QTRY_VERIFY(!reader.noteShown().isEmpty());
    QTest::mouseMove(reader.target(), place + QPoint(300, 300));
    QTRY_COMPARE(reader.noteShown(), QString());
#endif
}

// A heading further down is a place to go to.
void TestCloser::leavesOtherLinksWithin()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(withNotes()));

    reader.click(reader.placeOf(u"p > a"_s, u"#user-content-end"_s));

    QTest::qWait(300);
    QCOMPARE(reader.noteShown(), QString());
    if (web)
        QVERIFY(reader.ask(u"window.scrollY"_s).toInt() > 300);
}

void TestCloser::countsWhatItFinds()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat, two boats.</p><p>A boat.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    const auto told
        = [&] { return QList<QVariant>(found.isEmpty() ? QList<QVariant>() : found.last()); };

    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{1, 3}));
    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{2, 3}));
    reader.pane.find(u"boat"_s);
    reader.pane.find(u"boat"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{1, 3})); // Round the corner.
    reader.pane.find(u"boat"_s, true);
    QTRY_COMPARE(told(), (QList<QVariant>{3, 3}));
    reader.pane.find(u"ship"_s);
    QTRY_COMPARE(told(), (QList<QVariant>{0, 0}));
}

void TestCloser::mindsCapitals()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat, the Boat, the BOAT.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);

    reader.pane.find(u"boat"_s);
    QTRY_VERIFY(!found.isEmpty() && found.last() == (QList<QVariant>{1, 3}));
    reader.pane.find(u"Boat"_s);
    QTRY_COMPARE(found.last().at(1).toInt(), 1);
}

void TestCloser::keepsWhatWasFoundSelected()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat, two ships.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    reader.pane.find(u"ships"_s);
    QTRY_VERIFY(!found.isEmpty());

    reader.pane.find({});

    QTRY_COMPARE(reader.pane.selectedText(), u"ships"_s);
}

void TestCloser::findsInTheNextStory()
{
    QFETCH(bool, web);
    Reader reader(web);
    QVERIFY(reader.show(fixture::shortStory(u"<p>One boat.</p>"_s)));
    QSignalSpy found(&reader.pane, &ReadingPane::found);
    reader.pane.find(u"boat"_s);
    QTRY_VERIFY(!found.isEmpty() && found.last() == (QList<QVariant>{1, 1}));

    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s)));

    QTRY_COMPARE(found.last().at(1).toInt(), 2);
}

void TestCloser::findsAfterTakingOver()
{
#ifdef BROADSHEET_WEBENGINE
    ReadingPane pane([](const QString &, const auto &) {});
    pane.resize(900, 700);
    pane.QWidget::show();
    pane.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s), {});
    pane.find(u"boat"_s);
    QSignalSpy found(&pane, &ReadingPane::found);

    QTRY_VERIFY_WITH_TIMEOUT(pane.webViewInCharge(), 20'000);

    QTRY_COMPARE(found.isEmpty() ? 0 : found.last().at(1).toInt(), 2);
#endif
}

void TestCloser::keepsTheMarksInAnotherLook()
{
    Reader reader(false);
    QVERIFY(reader.show(fixture::shortStory(u"<p>A boat and a boat.</p>"_s)));
    reader.pane.find(u"boat"_s);
    QCOMPARE(reader.light().extraSelections().size(), 2);

    reader.pane.setLook({.textSize = 140});

    QCOMPARE(reader.light().extraSelections().size(), 2);
    reader.pane.find({});
    QVERIFY(reader.light().extraSelections().isEmpty());
}

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestCloser test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_closer.moc"
