#include "reading/notepopover.h"
#include "reading/paneofoneview.h"
#include "reading/webengine.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(StoryWish)

// Looking closer at a story, in both views: its photos and its notes.
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
};

namespace {

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

int main(int argc, char **argv)
{
    webengine::prepare();
    QApplication application(argc, argv);
    TestCloser test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_closer.moc"
