#include "articles/articlelist.h"
#include "articles/listsearch.h"
#include "articles/searchadvice.h"
#include "articles/searchfield.h"
#include "articles/searchnote.h"
#include "articles/searchpopup.h"
#include "theme/colours.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using suggestions::Suggestion;

// The search field as a person meets it: keys, mouse, what it says.
class TestSearchField : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatCanBeTyped();
    void completesWithTheKeys();
    void completesWithTheMouse();
    void keepsTheKeyboard();
    void leavesTabAloneWithoutAnOffer();
    void remembersWhatWasMeant();
    void forgetsWhatIsToBeForgotten();
    void saysWhatIsWrongAfterAPause();
    void saysWhatIsWrongAtEnter();
    void keepsTheListWhileSomethingIsWrong();
    void countsWhatIsFound();
    void offersNearerSearchesWhereNothingIsFound();
    void marksWhatIsFound();
    void offersToClearOnlyWhatIsThere();
};

namespace {

struct Window
{
    QWidget window;
    SearchField field;
    QLineEdit other;

    Window()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&field);
        layout->addWidget(&other);
        layout->addStretch(1);
        window.resize(500, 600);
        window.setPalette(theme::palette(page::Theme::Light));
        field.setKnown({.authors = {u"Ada Marsh"_s, u"Bo Finch"_s}});
        window.show();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not come up");
        other.setFocus();
        field.setFocus(Qt::ShortcutFocusReason);
    }

    ~Window()
    {
        field.setParent(nullptr);
        other.setParent(nullptr);
    }

    void press(Qt::Key key) { QTest::keyClick(&field, key); }
    void type(const QString &text) { QTest::keyClicks(&field, text); }
    QPoint centreOf(int row)
    {
        auto &view = field.popup().view();
        return view.visualRect(view.model()->index(row, 0)).center();
    }
};

Article story(int number)
{
    return {.url = QUrl(u"https://coast.example/%1"_s.arg(number)),
            .title = u"Story %1 about harbours"_s.arg(number),
            .authors = {{.name = u"Ada Marsh"_s}},
            .site = u"The Coast"_s,
            .text = u"Words of the story with the number %1."_s.arg(number)};
}

// A list over a library with stories.
struct Shelf
{
    QTemporaryDir folder;
    SharedLibrary library{folder.path()};
    ArticleList list{library};

    explicit Shelf(int count)
    {
        auto stored = 0;
        for (auto number = 0; number < count; ++number) {
            library.write(
                [article = story(number)](Library &opened) {
                    return opened.add(article, Library::Occasion::Found,
                                      QDateTime(QDate(2021, 12, 4), QTime(8, 0), Qt::UTC));
                },
                &library, [&](const Result<Added> &) { ++stored; });
        }
        list.resize(400, 700);
        list.QWidget::show();
        list.show({});
        if (!QTest::qWaitForWindowActive(&list)
            || !QTest::qWaitFor([&] { return stored == count && list.model().answered(); }))
            qFatal("the list does not come up");
        list.focusSearch();
    }

    SearchField &field() { return list.searchField(); }
    QString note() { return list.findChild<SearchNote *>()->text(); }
};

} // namespace

void TestSearchField::offersWhatCanBeTyped()
{
    Window desk;

    QVERIFY(desk.field.isOffering()); // Somebody went there to search.
    desk.type(u"ferry "_s);
    QVERIFY(!desk.field.isOffering());
    desk.type(u"b"_s);
    QVERIFY(desk.field.isOffering());
    desk.press(Qt::Key_Escape);
    QVERIFY(!desk.field.isOffering());
    QCOMPARE(desk.field.text(), u"ferry b"_s);
}

void TestSearchField::completesWithTheKeys()
{
    Window desk;

    desk.type(u"b"_s);
    desk.press(Qt::Key_Tab);
    QCOMPARE(desk.field.text(), u"by:"_s);
    QVERIFY(desk.field.isOffering());
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down);
    QCOMPARE(desk.field.accessibleDescription(), u"by:\"Bo Finch\""_s);
    desk.press(Qt::Key_Up);
    desk.press(Qt::Key_Return);

    QCOMPARE(desk.field.text(), u"by:\"Ada Marsh\" "_s);
    QVERIFY(!desk.field.isOffering());
}

void TestSearchField::completesWithTheMouse()
{
    Window desk;
    desk.type(u"is:"_s);

    QTest::mouseClick(desk.field.popup().view().viewport(), Qt::LeftButton, {}, desk.centreOf(2));

    QCOMPARE(desk.field.text(), u"is:bookmarked "_s);
    QVERIFY(desk.field.hasFocus());
}

void TestSearchField::keepsTheKeyboard()
{
    Window desk;
    desk.press(Qt::Key_Down);
    QVERIFY(desk.field.popup().current());
    QVERIFY(desk.field.hasFocus());

    desk.type(u"x"_s);
    QCOMPARE(desk.field.text(), u"x"_s);
    desk.other.setFocus();

    QVERIFY(!desk.field.isOffering());
}

void TestSearchField::leavesTabAloneWithoutAnOffer()
{
    Window desk;
    desk.type(u"ferry "_s);

    desk.press(Qt::Key_Tab);

    QVERIFY(desk.other.hasFocus());
}

void TestSearchField::remembersWhatWasMeant()
{
    Window desk;
    QSignalSpy changes(&desk.field, &SearchField::recentChanged);
    desk.type(u"ferry "_s);
    QVERIFY(desk.field.recent().isEmpty()); // Typed, not meant.
    desk.press(Qt::Key_Return);
    desk.field.setText(u"by:"_s);
    desk.press(Qt::Key_Escape);
    desk.press(Qt::Key_Return); // Not understood.
    desk.field.setText(u"quay"_s);
    desk.field.remember();
    desk.field.setText(u"ferry"_s);
    desk.field.remember();

    QCOMPARE(desk.field.recent(), (QStringList{u"ferry"_s, u"quay"_s}));
    QCOMPARE(changes.count(), 3);
}

void TestSearchField::forgetsWhatIsToBeForgotten()
{
    Window desk;
    desk.field.setRecent({u"one"_s, u"two"_s, u"three"_s});
    desk.type(u"x"_s);
    desk.press(Qt::Key_Backspace);

    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Delete);
    QCOMPARE(desk.field.recent(), (QStringList{u"two"_s, u"three"_s}));
    auto &view = desk.field.popup().view();
    const auto row = view.visualRect(view.model()->index(1, 0));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      QPoint(row.right() - 14, row.center().y()));
    QCOMPARE(desk.field.recent(), QStringList{u"three"_s});
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, desk.centreOf(2));

    QVERIFY(desk.field.recent().isEmpty());
    QVERIFY(desk.field.text().isEmpty());
}

void TestSearchField::saysWhatIsWrongAfterAPause()
{
    Window desk;

    desk.type(u"ferry lang:1 "_s);
    QVERIFY(desk.field.problem()); // It cannot become right any more.
    desk.field.clear();
    desk.type(u"\"slow boat"_s);
    QVERIFY(!desk.field.problem()); // The rest may come.

    QTRY_VERIFY(desk.field.problem());
    QCOMPARE(desk.field.problem()->kind, search::Problem::Kind::OpenQuote);
    desk.type(u"\""_s);
    QVERIFY(!desk.field.problem());
}

void TestSearchField::saysWhatIsWrongAtEnter()
{
    Window desk;
    QSignalSpy left(&desk.field, &SearchField::left);
    desk.type(u"ferry OR"_s);
    QVERIFY(!desk.field.problem());

    desk.press(Qt::Key_Return);

    QVERIFY(desk.field.problem());
    QVERIFY(left.isEmpty());
    // The wave is in a colour that no text has there.
    const auto before = desk.field.grab().toImage();
    desk.field.setText(u"ferry"_s);
    desk.field.setText(u"ferry OR"_s);
    QVERIFY(before != desk.field.grab().toImage());
}

void TestSearchField::keepsTheListWhileSomethingIsWrong()
{
    Shelf shelf(5);
    QTest::keyClicks(&shelf.field(), u"number 3"_s);
    QTRY_COMPARE(shelf.list.model().rowCount(), 1);

    QTest::keyClicks(&shelf.field(), u" lang:1 "_s);

    QTRY_VERIFY(shelf.note().contains(u"no language"_s));
    QCOMPARE(shelf.list.model().rowCount(), 1);
    shelf.list.clearSearch();
    QTRY_COMPARE(shelf.list.model().rowCount(), 5);
    QCOMPARE(shelf.note(), QString());
}

void TestSearchField::countsWhatIsFound()
{
    Shelf shelf(12);

    QTest::keyClicks(&shelf.field(), u"harbours"_s);
    QTRY_COMPARE(shelf.note(), u"12 stories"_s);
    QTest::keyClicks(&shelf.field(), u" 7"_s);
    QTRY_COMPARE(shelf.note(), u"1 story"_s);
    QTest::keyClicks(&shelf.field(), u" parrot"_s);

    QTRY_COMPARE(shelf.note(), u"Nothing found"_s);
}

void TestSearchField::offersNearerSearchesWhereNothingIsFound()
{
    Shelf shelf(3);
    QSignalSpy wanted(&shelf.list, &ArticleList::placeWanted);
    shelf.list.show({.scope = StoryQuery::Scope::Bookmarks, .words = u"harbours parrot"_s});
    auto *advice = shelf.list.findChild<SearchAdvice *>();

    QTRY_VERIFY(shelf.list.model().answered());
    // In the bookmarks nothing helps, and everywhere there is no parrot either.
    QVERIFY(!advice->findChild<QPushButton *>());
    shelf.list.show({.words = u"harbours parrot"_s});

    QTRY_VERIFY(advice->findChild<QPushButton *>());
    auto *button = advice->findChild<QPushButton *>();
    QCOMPARE(button->text(), u"Without “parrot”: 3 stories"_s);
    button->click();
    QCOMPARE(wanted.first().first().value<StoryQuery>().words, u"harbours"_s);
}

void TestSearchField::marksWhatIsFound()
{
    Shelf shelf(1);
    QTRY_COMPARE(shelf.list.model().rowCount(), 1);
    const auto ground = theme::found(shelf.list.palette()).rgb();
    const auto count = [&] {
        const auto image = shelf.list.view().grab().toImage();
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixel(x, y) == ground ? 1 : 0;
        }
        return pixels;
    };
    QCOMPARE(count(), 0);

    QTest::keyClicks(&shelf.field(), u"harbours"_s);
    QTRY_VERIFY(count() > 200);
    QCOMPARE(shelf.list.search().listed().root.children.size(), 1);
    shelf.list.clearSearch();

    QTRY_COMPARE(count(), 0);
}

void TestSearchField::offersToClearOnlyWhatIsThere()
{
    Window desk;
    const auto *clear = desk.field.findChild<QAction *>(u"_q_qlineeditclearaction"_s);
    QVERIFY(clear);
    QToolButton *button = nullptr;
    for (auto *const each : desk.field.findChildren<QToolButton *>()) {
        if (each->defaultAction() == clear)
            button = each;
    }
    QVERIFY(button);
    QSignalSpy wanted(&desk.field, &SearchField::wanted);

    desk.field.showWords(u"ferry"_s);
    QTRY_COMPARE(button->property("opacity").toReal(), 1.0);
    desk.field.showWords({});
    QTRY_COMPARE(button->property("opacity").toReal(), 0.0);
    QCOMPARE(wanted.size(), 0);
}

QTEST_MAIN(TestSearchField)
#include "tst_searchfield.moc"
