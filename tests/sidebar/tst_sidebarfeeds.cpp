#include "library/feedstore.h"
#include "sidebarcase.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// Feeds in the sidebar, over a real library in a temporary folder.
class TestSidebarFeeds : public SidebarCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void offersToSubscribe();
    void walksAndFoldsByKey();
    void foldsByMouse();
    void asksForAFeedsMenu();
    void keepsItsPlaceWhenCountsChange();
    void keepsWhatIsFolded();
    void leavesDeleteToTheListElsewhere();
    void selectsWhatIsNotThereYet();
    void goesBackWhenALibraryRefuses();

private:
    void subscribe(const QList<NewFeed> &feeds);
};

namespace {

NewFeed feed(const QString &title, const QStringList &folder = {})
{
    return {.url = QUrl(u"https://feeds.example/"_s + title), .title = title, .folder = folder};
}

} // namespace

void TestSidebarFeeds::subscribe(const QList<NewFeed> &feeds)
{
    m_library->write([feeds](Library &library) { return library.feeds().subscribe(feeds, now); });
    QTRY_VERIFY(row(feeds.last().title).isValid());
}

void TestSidebarFeeds::offersToSubscribe()
{
    QSignalSpy asked(m_sidebar.get(), &Sidebar::subscribeAsked);
    QTRY_VERIFY(row(u"Subscribe to a feed…"_s).isValid());

    const auto place = m_sidebar->visualRect(row(u"Subscribe to a feed…"_s)).center();
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(asked.count(), 1);

    // The heading has a button for it, too.
    const auto heading = m_sidebar->visualRect(row(u"Feeds"_s));
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {},
                      QPoint(heading.right() - 24, heading.bottom() - 12));
    QCOMPARE(asked.count(), 2);
}

void TestSidebarFeeds::walksAndFoldsByKey()
{
    subscribe({feed(u"Notes"_s, {u"Science"_s}), feed(u"Times"_s)});
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);
    QSignalSpy expansions(m_sidebar.get(), &Sidebar::expansionAsked);
    QSignalSpy entered(m_sidebar.get(), &Sidebar::entered);
    const auto science = row(u"Science"_s);
    QVERIFY(m_sidebar->isExpanded(science));

    m_sidebar->go(science);
    QCOMPARE(selected.last().first().value<StoryQuery>().scope, Scope::FeedFolder);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Down);
    QCOMPARE(m_sidebar->currentIndex(), row(u"Notes"_s));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Left);
    QCOMPARE(m_sidebar->currentIndex(), science);
    QTest::keyClick(m_sidebar.get(), Qt::Key_Left);
    QVERIFY(!m_sidebar->isExpanded(science));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Right);
    QVERIFY(m_sidebar->isExpanded(science));
    QTest::keyClick(m_sidebar.get(), Qt::Key_Return);

    QCOMPARE(expansions.count(), 2);
    QCOMPARE(expansions.first().at(1).toBool(), false);
    QCOMPARE(entered.count(), 1);
}

void TestSidebarFeeds::foldsByMouse()
{
    subscribe({feed(u"Notes"_s, {u"Science"_s})});
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);
    const auto place = m_sidebar->visualRect(row(u"Science"_s));

    // The arrow folds and selects nothing; the name selects.
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, {26, place.center().y()});
    QVERIFY(!m_sidebar->isExpanded(row(u"Science"_s)));
    QCOMPARE(selected.count(), 0);
    QTest::mouseClick(m_sidebar->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(selected.count(), 1);
}

void TestSidebarFeeds::asksForAFeedsMenu()
{
    subscribe({feed(u"Times"_s)});
    QSignalSpy asked(m_sidebar.get(), &Sidebar::menuAsked);
    const auto place = m_sidebar->visualRect(row(u"Times"_s)).center();

    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, place, m_sidebar->mapToGlobal(place));
    QApplication::sendEvent(m_sidebar->viewport(), &byMouse);
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked.first().first().value<FeedNode>().feed != FeedId::None);

    m_sidebar->go(row(u"Times"_s));
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_sidebar->viewport(), &byKey);
    QCOMPARE(asked.count(), 2);

    // Elsewhere the menu is about more feeds and folders.
    QContextMenuEvent below(QContextMenuEvent::Mouse, {100, 560}, m_sidebar->mapToGlobal(place));
    QApplication::sendEvent(m_sidebar->viewport(), &below);
    QCOMPARE(asked.count(), 2);
    auto *menu = m_sidebar->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 5);
    menu->close();
}

void TestSidebarFeeds::keepsItsPlaceWhenCountsChange()
{
    QList<NewFeed> many;
    for (auto number = 0; number < 200; ++number)
        many << feed(u"Feed %1"_s.arg(number), {u"Folder %1"_s.arg(number % 10)});
    subscribe(many);
    m_sidebar->go(row(u"Feed 123"_s));
    m_sidebar->verticalScrollBar()->setValue(m_sidebar->verticalScrollBar()->value() + 7);
    const auto scrolled = m_sidebar->verticalScrollBar()->value();
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);

    const FeedStory story{.guid = u"1"_s,
                          .article = {.title = u"New"_s, .text = u"New."_s},
                          .html = u"<p>New.</p>"_s};
    m_library->write([story](Library &library) {
        const auto feed = library.feeds().tree()->feeds.last().id;
        return library.feeds().update(feed, {.title = u"Renamed by itself"_s},
                                      FeedStore::prepare({story}), {}, now);
    });
    QTRY_COMPARE(m_sidebar->places().feeds().last().unread, 1);

    QCOMPARE(m_sidebar->verticalScrollBar()->value(), scrolled);
    QCOMPARE(m_sidebar->currentIndex(), row(u"Feed 123"_s));
    QCOMPARE(selected.count(), 0);
}

void TestSidebarFeeds::keepsWhatIsFolded()
{
    subscribe({feed(u"Notes"_s, {u"Science"_s}), feed(u"Goal"_s, {u"Sport"_s})});
    m_sidebar->collapse(row(u"Science"_s));

    // Nobody has told the library yet, and the tree changes for another reason.
    subscribe({feed(u"Times"_s)});

    QTRY_VERIFY(row(u"Times"_s).isValid());
    QVERIFY(!m_sidebar->isExpanded(row(u"Science"_s)));
    QVERIFY(m_sidebar->isExpanded(row(u"Sport"_s)));
}

void TestSidebarFeeds::leavesDeleteToTheListElsewhere()
{
    subscribe({feed(u"Times"_s)});
    QSignalSpy asked(m_sidebar.get(), &Sidebar::removeAsked);
    const auto takesDelete = [this] {
        QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
        key.ignore();
        QApplication::sendEvent(m_sidebar.get(), &key);
        return key.isAccepted();
    };

    m_sidebar->go(m_sidebar->places().everything());
    QVERIFY(!takesDelete());
    m_sidebar->go(row(u"Times"_s));
    QVERIFY(takesDelete());
    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete);
    QCOMPARE(asked.count(), 1);
}

void TestSidebarFeeds::selectsWhatIsNotThereYet()
{
    // What is missing from the first tree has left since the last session.
    QTRY_VERIFY(m_sidebar->places().answered());
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);
    m_sidebar->select({.scope = Scope::Feed, .feed = FeedId(1)});
    QVERIFY(!m_sidebar->currentIndex().isValid());

    subscribe({feed(u"Times"_s)});

    QTRY_COMPARE(m_sidebar->currentIndex(), row(u"Times"_s));
    QVERIFY(row(u"Times"_s).isValid());
    QCOMPARE(selected.count(), 0);
}

void TestSidebarFeeds::goesBackWhenALibraryRefuses()
{
    subscribe({feed(u"Times"_s)});
    m_sidebar->places().setData(row(u"Times"_s), u"Never kept"_s, Qt::EditRole);
    QVERIFY(!row(u"Times"_s).isValid());

    m_sidebar->reload();

    QTRY_VERIFY(row(u"Times"_s).isValid());
}

QTEST_MAIN(TestSidebarFeeds)
#include "tst_sidebarfeeds.moc"
