#include "library/smartfolderstore.h"
#include "sidebarcase.h"
#include "theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// Smart folders in the sidebar, over a real library in a temporary folder.
class TestSidebarSmart : public SidebarCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void countsBesideTheNames();
    void countsNothingBeforeItIsTime();
    void takesDeleteForItself();
    void asksForItsMenu();
    void renamesInPlace();
    void listsAnewWhenItsSearchChanges();
    void goesOnWhenTheListedOneIsRemoved();
    void selectsOneThatIsNotThereYet();

private:
    SmartFolderId add(const QString &title, const QString &search);
    [[nodiscard]] int countOf(const QString &title) const;
};

namespace {

Article story(const QString &title)
{
    return {.url = QUrl(u"https://times.example/"_s + QString(title).replace(u' ', u'-')),
            .title = title,
            .text = u"All about %1."_s.arg(title)};
}

} // namespace

SmartFolderId TestSidebarSmart::add(const QString &title, const QString &search)
{
    auto id = SmartFolderId::None;
    m_library->write(
        [=](Library &library) { return library.smartFolders().add(title, search, {}, now); }, this,
        [&](const auto &added) { id = added->id; });
    [&] { QTRY_VERIFY(row(title).isValid()); }();
    return id;
}

int TestSidebarSmart::countOf(const QString &title) const
{
    return row(title).data(SidebarModel::CountRole).toInt();
}

void TestSidebarSmart::countsBesideTheNames()
{
    m_sidebar->startCounting();
    add(u"Tides"_s, u"tide"_s);
    const auto spring = story(u"Spring tide"_s);
    m_library->write([spring](Library &library) {
        return library.add(spring, Library::Occasion::Found, QDateTime::currentDateTimeUtc());
    });
    m_library->write([](Library &library) {
        return library.add(story(u"Neap tide"_s), Library::Occasion::Found, now);
    });
    QTRY_COMPARE(countOf(u"Tides"_s), 2);
    QTRY_COMPARE(countOf(u"Today"_s), 1);
    QTRY_COMPARE(countOf(u"Unread"_s), 2);

    // Read in part: one unread story less, one more to continue.
    m_library->write(
        [spring](Library &library) { return library.add(spring, Library::Occasion::Opened, now); });
    m_library->write([spring](Library &library) {
        return library.setPosition(*library.find(spring.url), {.fraction = 0.5}, now);
    });

    QTRY_COMPARE(countOf(u"Tides"_s), 1);
    QTRY_COMPARE(countOf(u"Today"_s), 0);
    QTRY_COMPARE(countOf(u"Unread"_s), 1);
    QTRY_COMPARE(countOf(u"Continue reading"_s), 1);
    QCOMPARE(countOf(u"Recently opened"_s), 0);
}

void TestSidebarSmart::countsNothingBeforeItIsTime()
{
    add(u"Tides"_s, u"tide"_s);
    m_library->write([](Library &library) {
        return library.add(story(u"Spring tide"_s), Library::Occasion::Found, now);
    });
    QTRY_COMPARE(countOf(u"Unread"_s), 1);
    QCOMPARE(countOf(u"Tides"_s), 0);

    m_sidebar->startCounting();

    QTRY_COMPARE(countOf(u"Tides"_s), 1);
}

void TestSidebarSmart::takesDeleteForItself()
{
    const auto id = add(u"Tides"_s, u"tide"_s);
    QSignalSpy asked(m_sidebar.get(), &Sidebar::smartRemoveAsked);
    m_sidebar->go(row(u"Tides"_s));
    QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
    key.ignore();
    QApplication::sendEvent(m_sidebar.get(), &key);
    QVERIFY(key.isAccepted());

    QTest::keyClick(m_sidebar.get(), Qt::Key_Delete);

    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<SmartFolderId>(), id);
}

void TestSidebarSmart::asksForItsMenu()
{
    const auto id = add(u"Tides"_s, u"tide"_s);
    QSignalSpy asked(m_sidebar.get(), &Sidebar::smartMenuAsked);
    const auto place = m_sidebar->visualRect(row(u"Tides"_s)).center();

    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, place, m_sidebar->mapToGlobal(place));
    QApplication::sendEvent(m_sidebar->viewport(), &byMouse);

    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<SmartFolderId>(), id);
}

void TestSidebarSmart::renamesInPlace()
{
    add(u"Tides"_s, u"tide"_s);
    QSignalSpy asked(&m_sidebar->places(), &SidebarModel::smartRenameAsked);
    m_sidebar->go(row(u"Tides"_s));
    m_sidebar->rename(m_sidebar->currentSmart());
    auto *field = m_sidebar->findChild<QLineEdit *>();
    QVERIFY(field);

    QTest::keyClicks(field, u"Ebb and flow"_s);
    QTest::keyClick(field, Qt::Key_Return);

    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(1).toString(), u"Ebb and flow"_s);
}

void TestSidebarSmart::listsAnewWhenItsSearchChanges()
{
    const auto id = add(u"Tides"_s, u"tide"_s);
    m_sidebar->go(row(u"Tides"_s));
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);

    m_library->write(
        [id](Library &library) { return library.smartFolders().rename(id, u"Ebb"_s, now); });
    QTRY_VERIFY(row(u"Ebb"_s).isValid());
    QCOMPARE(selected.count(), 0);
    m_library->write([id](Library &library) {
        return library.smartFolders().setUp(id, {.search = u"ebb"_s}, now);
    });

    QTRY_COMPARE(selected.count(), 1);
    QCOMPARE(selected.first().first().value<StoryQuery>(), StoryQuery{.filter = u"ebb"_s});
}

void TestSidebarSmart::goesOnWhenTheListedOneIsRemoved()
{
    const auto id = add(u"Tides"_s, u"tide"_s);
    m_sidebar->go(row(u"Tides"_s));
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);

    m_library->write([id](Library &library) { return library.smartFolders().remove(id, now); });

    QTRY_VERIFY(!row(u"Tides"_s).isValid());
    QCOMPARE(selected.count(), 1);
    QVERIFY(m_sidebar->currentIndex().flags().testFlag(Qt::ItemIsSelectable));
}

void TestSidebarSmart::selectsOneThatIsNotThereYet()
{
    add(u"Tides"_s, u"tide"_s);
    m_sidebar = std::make_unique<Sidebar>(*m_library);
    QSignalSpy selected(m_sidebar.get(), &Sidebar::selected);

    m_sidebar->select({.filter = u"tide"_s});
    QVERIFY(!m_sidebar->currentIndex().isValid());

    QTRY_VERIFY(row(u"Tides"_s).isValid());
    QCOMPARE(m_sidebar->currentIndex(), row(u"Tides"_s));
    QCOMPARE(selected.count(), 0);
}

QTEST_MAIN(TestSidebarSmart)
#include "tst_sidebarsmart.moc"
