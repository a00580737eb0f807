#include "articles/articlelist.h"
#include "articles/articlelistmodel.h"
#include "articles/thumbnails.h"
#include "support/pictures.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// The list over a real library in a temporary folder.
class TestArticleList : public QObject
{
    Q_OBJECT

private slots:
    void readsAPageAtATime();
    void takesNewStoriesInAtTheTop();
    void changesRowsInPlace();
    void keepsAReadStoryAmongTheUnreadUntilListedAnew();
    void listsBookmarksNewestFirst();
    void removesAndRestoresRows();
    void searchesAsWordsAreTyped();
    void keepsTheSelectionWhenStoriesArrive();
    void walksToUnreadStories();
    void showsTheSelectedRowWhenItComesBack();
    void opensNothingByFocusAlone();
    void ringsNoRowThatIsClicked();
    void cropsThumbnailsToASquare();
    void paintsARowWithinAFrame();
};

namespace {

const QDateTime morning(QDate(2021, 12, 4), QTime(8, 0), Qt::UTC);

Article story(int number)
{
    return {.url = QUrl(u"https://coast.example/%1"_s.arg(number)),
            .title = u"Story %1 about harbours"_s.arg(number),
            .published = {.date = QDate(2021, 12, 1)},
            .site = u"The Coast"_s,
            .text = u"Words of the story with the number %1."_s.arg(number)};
}

struct Shelf
{
    QTemporaryDir folder;
    SharedLibrary library{folder.path()};
    int added = 0;

    // Waits until the library has them.
    QList<ArticleId> add(int count, Library::Occasion occasion = Library::Occasion::Found)
    {
        QList<ArticleId> ids;
        const auto before = added;
        for (auto number = before; number < before + count; ++number) {
            library.write(
                [article = story(number), occasion, now = morning.addSecs(number)](
                    Library &opened) { return opened.add(article, occasion, now); },
                &library,
                [&](const Result<Added> &done) { ids << (done ? done->id : ArticleId::None); });
        }
        added += count;
        if (!QTest::qWaitFor([&] { return ids.size() == count; }, 20'000))
            qFatal("the library does not answer");
        return ids;
    }

    template<typename Job>
    void change(Job job)
    {
        auto done = false;
        library.write(job, &library, [&](const auto &result) { done = result.has_value(); });
        if (!QTest::qWaitFor([&] { return done; }))
            qFatal("the library refuses");
    }
};

QStringList titles(const ArticleListModel &model)
{
    QStringList rows;
    for (auto row = 0; row < model.rowCount(); ++row)
        rows << model.index(row).data().toString().section(u' ', 1, 1);
    return rows;
}

void list(ArticleListModel &model, const StoryQuery &query)
{
    QSignalSpy loaded(&model, &ArticleListModel::loaded);
    model.setQuery(query);
    QVERIFY(loaded.wait());
}

} // namespace

void TestArticleList::readsAPageAtATime()
{
    Shelf shelf;
    shelf.add(230);
    ArticleListModel model(shelf.library);
    list(model, {});
    // The first page comes with its headlines, the others as numbers.
    QCOMPARE(model.rowCount(), 100);
    QTRY_COMPARE(model.rowCount(), 230);
    QVERIFY(model.find(99));
    QVERIFY(!model.find(229));
    model.setShown(220, 229);
    QTRY_VERIFY(model.find(229));

    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(0).data().toString(), u"Story 229 about harbours"_s);
    QCOMPARE(model.index(229).data().toString(), u"Story 0 about harbours"_s);
}

void TestArticleList::takesNewStoriesInAtTheTop()
{
    Shelf shelf;
    shelf.add(2);
    ArticleListModel model(shelf.library);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list(model, {});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    shelf.add(1);

    QTRY_COMPARE(titles(model), (QStringList{u"2"_s, u"1"_s, u"0"_s}));
    QVERIFY(resets.isEmpty());
}

void TestArticleList::changesRowsInPlace()
{
    Shelf shelf;
    const auto ids = shelf.add(3);
    ArticleListModel model(shelf.library);
    list(model, {});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    shelf.change([&](Library &library) { return library.setRead({ids[1]}, true, morning); });

    QTRY_COMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 1);
    QVERIFY(model.headline(1).read);
    QVERIFY(!model.headline(0).read);
}

void TestArticleList::keepsAReadStoryAmongTheUnreadUntilListedAnew()
{
    Shelf shelf;
    const auto ids = shelf.add(2);
    ArticleListModel model(shelf.library);
    list(model, {.scope = Scope::Unread});

    shelf.change([&](Library &library) { return library.setRead({ids[0]}, true, morning); });
    QTRY_VERIFY(model.headline(1).read);
    QCOMPARE(model.rowCount(), 2);

    list(model, {});
    list(model, {.scope = Scope::Unread});
    QCOMPARE(titles(model), QStringList{u"1"_s});
}

void TestArticleList::listsBookmarksNewestFirst()
{
    Shelf shelf;
    const auto ids = shelf.add(3);
    ArticleListModel model(shelf.library);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list(model, {.scope = Scope::Bookmarks});

    for (const auto at : {1, 0, 2})
        shelf.change([&,
                      when = morning.addDays(at == 1       ? 1
                                                 : at == 0 ? 2
                                                           : 3)](Library &library) {
            return library.setBookmarked({ids[at]}, true, when);
        });

    QTRY_COMPARE(titles(model), (QStringList{u"2"_s, u"0"_s, u"1"_s}));
}

void TestArticleList::removesAndRestoresRows()
{
    Shelf shelf;
    const auto ids = shelf.add(3);
    ArticleListModel model(shelf.library);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    list(model, {});

    shelf.change([&](Library &library) { return library.remove({ids[1]}, morning.addDays(1)); });
    QTRY_COMPARE(titles(model), (QStringList{u"2"_s, u"0"_s}));
    shelf.change([](Library &library) { return library.undo(morning.addDays(2)); });

    QTRY_COMPARE(titles(model), (QStringList{u"2"_s, u"1"_s, u"0"_s}));
}

void TestArticleList::searchesAsWordsAreTyped()
{
    Shelf shelf;
    shelf.add(20);
    ArticleList list(shelf.library);
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 20);
    auto *field = list.findChild<QLineEdit *>();

    QTest::keyClicks(field, u"number 17"_s);
    QTRY_COMPARE(titles(list.model()), QStringList{u"17"_s});
    QVERIFY(list.clearSearch());

    QTRY_COMPARE(list.model().rowCount(), 20);
    QVERIFY(!list.clearSearch());
}

void TestArticleList::keepsTheSelectionWhenStoriesArrive()
{
    Shelf shelf;
    const auto ids = shelf.add(60);
    ArticleList list(shelf.library);
    list.resize(360, 500);
    list.QWidget::show();
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 60);
    list.select(ids[30]);
    QSignalSpy changes(&list, &ArticleList::currentChanged);
    const auto before = list.view().visualRect(list.view().currentIndex()).top();

    shelf.add(5);

    QTRY_COMPARE(list.model().rowCount(), 65);
    QCOMPARE(list.current(), ids[30]);
    QVERIFY(changes.isEmpty());
    QTRY_COMPARE(list.view().visualRect(list.view().currentIndex()).top(), before);
}

void TestArticleList::walksToUnreadStories()
{
    Shelf shelf;
    const auto ids = shelf.add(4);
    shelf.change([&](Library &library) {
        return library.setRead({ids[1], ids[2]}, true, morning);
    });
    ArticleList list(shelf.library);
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 4);
    list.select(ids[3]);

    QVERIFY(list.step(ArticleList::Step::NextUnread));

    QCOMPARE(list.current(), ids[0]);
    // Nothing unread is further down: it goes on at the top.
    QVERIFY(list.step(ArticleList::Step::NextUnread));
    QCOMPARE(list.current(), ids[3]);
    shelf.change([&](Library &library) { return library.setRead({ids[0]}, true, morning); });
    QTRY_VERIFY(list.model().headline(3).read);
    QVERIFY(!list.step(ArticleList::Step::NextUnread));
    list.select(ids[0]);
    QVERIFY(list.step(ArticleList::Step::Previous));
    QCOMPARE(list.current(), ids[1]);
    QCOMPARE(list.neighbours(), (QList<ArticleId>{ids[0], ids[2]}));
}

void TestArticleList::showsTheSelectedRowWhenItComesBack()
{
    Shelf shelf;
    const auto ids = shelf.add(60);
    ArticleList list(shelf.library);
    list.resize(360, 500);
    list.QWidget::show();
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 60);
    list.select(ids[30]);
    list.hide();
    list.view().verticalScrollBar()->setValue(0);

    list.QWidget::show();

    QTRY_VERIFY(list.view().viewport()->rect().contains(
        list.view().visualRect(list.view().currentIndex()).center()));
}

void TestArticleList::opensNothingByFocusAlone()
{
    Shelf shelf;
    shelf.add(2);
    ArticleList list(shelf.library);
    list.QWidget::show();
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 2);
    QSignalSpy changes(&list, &ArticleList::currentChanged);

    list.focusSearch();
    list.focusList();

    QVERIFY(changes.isEmpty());
    QVERIFY(list.step(ArticleList::Step::Next));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(list.view().currentIndex().row(), 0);
}

void TestArticleList::ringsNoRowThatIsClicked()
{
    Shelf shelf;
    shelf.add(2);
    ArticleList list(shelf.library);
    list.resize(400, 400);
    list.QWidget::show();
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 2);
    auto &view = list.view();
    list.setAttribute(Qt::WA_KeyboardFocusChange);
    list.focusList();
    const auto row = [&] { return view.visualRect(view.currentIndex()); };
    const auto edge
        = [&] { return view.viewport()->grab(row()).toImage().pixelColor(row().width() / 2, 2); };
    view.setCurrentIndex(list.model().index(1));
    const auto ringed = edge();

    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, row().center());

    QCOMPARE(view.currentIndex().row(), 1);
    QVERIFY(edge() != ringed);
}

void TestArticleList::cropsThumbnailsToASquare()
{
    QCOMPARE(thumbnail(support::png(400, 100), 68).size(), QSize(68, 68));
    QCOMPARE(thumbnail(support::png(10, 30), 68).size(), QSize(68, 68));
    QVERIFY(thumbnail("no picture", 68).isNull());
    QVERIFY(thumbnail(support::png(200, 200).left(60), 68).isNull());
    // Cut once, for pixels of any size: whole up to its edges, but for the corners.
    const auto cut = rounded(thumbnail(support::png(200, 200), 102), 9);
    QCOMPARE(cut.size(), QSize(102, 102));
    QCOMPARE(cut.pixelColor(0, 0).alpha(), 0);
    QCOMPARE(cut.pixelColor(101, 101).alpha(), 0);
    for (const auto &place : {QPoint(51, 0), QPoint(0, 51), QPoint(101, 51), QPoint(51, 101)})
        QCOMPARE(cut.pixelColor(place).alpha(), 255);
    QVERIFY(rounded({}, 9).isNull());
}

void TestArticleList::paintsARowWithinAFrame()
{
    Shelf shelf;
    shelf.add(100);
    ArticleList list(shelf.library);
    list.resize(400, 900);
    list.QWidget::show();
    list.show({});
    QTRY_COMPARE(list.model().rowCount(), 100);
    list.grab();

    QElapsedTimer clock;
    clock.start();
    constexpr auto frames = 20;
    for (auto frame = 0; frame < frames; ++frame) {
        list.view().verticalScrollBar()->setValue(frame * 7);
        list.grab();
    }
    const auto each = double(clock.elapsed()) / frames;

    qInfo("a screen of rows: %.1f ms", each);
    QVERIFY2(each < 50, "a screen of rows takes longer than three frames");
}

QTEST_MAIN(TestArticleList)
#include "tst_articlelist.moc"
