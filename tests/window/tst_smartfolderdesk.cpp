#include "desk.h"
#include "dialogs/smartfolderdialog.h"
#include "shell/banner.h"
#include "sidebar/sidebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Scope = StoryQuery::Scope;

// Smart folders in a window with a real library: as a person makes, changes and leaves them.
class TestSmartFolderDesk : public QObject
{
    Q_OBJECT

private slots:
    void keepsASearch();
    void countsWhatComesMeanwhile();
    void namesWhatIsTyped();
    void saysWhatIsWrong();
    void changesAFolder();
    void removesAndBringsBack();
    void bringsBackTheUsualOnes();
    void searchesInsideAFolder();
    void comesBackToItAfterARestart();
};

namespace {

QModelIndex row(const Desk &desk, const QString &title)
{
    auto &model = desk.window->sidebar().places();
    return model.match(model.index(0), Qt::DisplayRole, title, 1, Qt::MatchExactly).value(0);
}

QLineEdit *searchField(const Desk &desk)
{
    const auto fields = desk.window->list().findChildren<QLineEdit *>();
    for (auto *field : fields) {
        if (field->accessibleName() == u"Search stories"_s)
            return field;
    }
    return nullptr;
}

SmartFolderDialog *dialog(const Desk &desk)
{
    return desk.window->findChild<SmartFolderDialog *>();
}

QLineEdit *fieldOf(SmartFolderDialog *dialog, int number)
{
    // The name was made first, then the search.
    return dialog->findChildren<QLineEdit *>().at(number);
}

QPushButton *saveButton(SmartFolderDialog *dialog)
{
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (auto *button : buttons) {
        if (button->text() == u"&Save"_s)
            return button;
    }
    return nullptr;
}

// What its labels say.
QString words(SmartFolderDialog *dialog)
{
    QStringList texts;
    const auto labels = dialog->findChildren<QLabel *>();
    for (const auto *label : labels)
        texts << label->text();
    return texts.join(u'\n');
}

void keep(const Desk &desk, const QString &search)
{
    searchField(desk)->setText(search);
    QTRY_COMPARE(desk.window->list().query().words, search);
    desk.trigger(Command::SmartFolder);
    QTest::keyClick(dialog(desk), Qt::Key_Return);
    QTRY_VERIFY(!dialog(desk));
}

} // namespace

void TestSmartFolderDesk::keepsASearch()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    searchField(desk)->setText(u"number 2"_s);
    QTRY_COMPARE(desk.window->list().query().words, u"number 2"_s);

    desk.trigger(Command::SmartFolder);
    QVERIFY(dialog(desk));
    QCOMPARE(fieldOf(dialog(desk), 0)->text(), u"Number 2"_s);
    QCOMPARE(fieldOf(dialog(desk), 1)->text(), u"number 2"_s);
    QTRY_VERIFY(words(dialog(desk)).contains(u"One story now"_s));
    const auto icons = dialog(desk)->findChildren<QToolButton *>();
    icons.at(1)->click();
    saveButton(dialog(desk))->click();

    QTRY_VERIFY(row(desk, u"Number 2"_s).isValid());
    QTRY_COMPARE(desk.window->list().query(), StoryQuery{.filter = u"number 2"_s});
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QCOMPARE(desk.window->sidebar().currentIndex(), row(desk, u"Number 2"_s));
    QCOMPARE(row(desk, u"Number 2"_s).data(SidebarModel::IconRole).toString(), u"star"_s);
    QCOMPARE(searchField(desk)->text(), QString());

    desk.trigger(Command::Undo);
    QTRY_VERIFY(!row(desk, u"Number 2"_s).isValid());
    desk.trigger(Command::Redo);
    QTRY_VERIFY(row(desk, u"Number 2"_s).isValid());
}

// Files that were read are stored after that, one by one: whoever is quick counts none of them yet.
void TestSmartFolderDesk::countsWhatComesMeanwhile()
{
    const Desk desk;
    desk.trigger(Command::SmartFolder);
    fieldOf(dialog(desk), 1)->setText(u"number"_s);
    QTRY_VERIFY(words(dialog(desk)).contains(u"No story now"_s));

    QVERIFY(desk.open({desk.file(1)}));

    QTRY_VERIFY(words(dialog(desk)).contains(u"One story now"_s));
    QVERIFY(desk.open({desk.file(2), desk.file(3)}));
    QTRY_VERIFY(words(dialog(desk)).contains(u"3 stories now, 1 unread"_s));
}

void TestSmartFolderDesk::namesWhatIsTyped()
{
    const Desk desk;
    desk.trigger(Command::SmartFolder);
    auto *name = fieldOf(dialog(desk), 0);
    auto *search = fieldOf(dialog(desk), 1);
    QVERIFY(!saveButton(dialog(desk))->isEnabled());

    QTest::keyClicks(search, u"is:unread ferry from:\"Bay Times\""_s);
    QCOMPARE(name->text(), u"Ferry Bay Times"_s);
    QVERIFY(
        words(dialog(desk)).contains(u"Stories not read yet, with “ferry”, from “Bay Times”."_s));
    QVERIFY(saveButton(dialog(desk))->isEnabled());

    // A name given by hand stays.
    name->selectAll();
    QTest::keyClicks(name, u"Boats"_s);
    QTest::keyClicks(search, u" tide"_s);
    QCOMPARE(name->text(), u"Boats"_s);
}

void TestSmartFolderDesk::saysWhatIsWrong()
{
    const Desk desk;
    desk.trigger(Command::SmartFolder);
    auto *search = fieldOf(dialog(desk), 1);
    QTest::keyClicks(fieldOf(dialog(desk), 0), u"Odd"_s);

    QTest::keyClicks(search, u"ferry is:odd"_s);

    QVERIFY(words(dialog(desk)).contains(u"is:odd"_s));
    QVERIFY(!saveButton(dialog(desk))->isEnabled());
}

void TestSmartFolderDesk::changesAFolder()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    keep(desk, u"number 2"_s);
    QTRY_COMPARE(desk.window->sidebar().currentIndex(), row(desk, u"Number 2"_s));
    QTRY_COMPARE(desk.rows().rowCount(), 1);

    desk.trigger(Command::FeedSettings);
    QVERIFY(dialog(desk));
    fieldOf(dialog(desk), 1)->setText(u"number"_s);
    QCOMPARE(fieldOf(dialog(desk), 0)->text(), u"Number 2"_s);
    saveButton(dialog(desk))->click();

    QTRY_COMPARE(desk.window->list().query(), StoryQuery{.filter = u"number"_s});
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.rows().rowCount(), 1);
}

void TestSmartFolderDesk::removesAndBringsBack()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    keep(desk, u"number"_s);
    QTRY_VERIFY(row(desk, u"Number"_s).isValid());
    QTRY_COMPARE(desk.window->sidebar().currentIndex(), row(desk, u"Number"_s));

    desk.trigger(Command::Unsubscribe);

    QTRY_VERIFY(!row(desk, u"Number"_s).isValid());
    // What stands above it is listed now.
    QTRY_COMPARE(desk.window->list().query(), StoryQuery{.scope = Scope::RecentlyOpened});
    desk.trigger(Command::Undo);
    QTRY_VERIFY(row(desk, u"Number"_s).isValid());
}

void TestSmartFolderDesk::bringsBackTheUsualOnes()
{
    const Desk desk;
    desk.window->sidebar().go(row(desk, u"Today"_s));
    QTRY_VERIFY(desk.window->sidebar().currentSmart() != SmartFolderId::None);
    desk.trigger(Command::Unsubscribe);
    QTRY_VERIFY(!row(desk, u"Today"_s).isValid());
    QTRY_VERIFY(desk.window->sidebar().hidesBuiltIns());

    emit desk.window->sidebar().restoreAsked();

    // Above it stand the front page and all stories.
    QTRY_COMPARE(row(desk, u"Today"_s).row(), 2);
    QTRY_VERIFY(!desk.window->sidebar().hidesBuiltIns());
}

void TestSmartFolderDesk::searchesInsideAFolder()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(12)));
    keep(desk, u"number"_s);
    // All of them were listed before, too.
    QTRY_COMPARE(desk.window->list().query(), StoryQuery{.filter = u"number"_s});
    QTRY_COMPARE(desk.rows().rowCount(), 12);

    searchField(desk)->setText(u"12"_s);

    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QCOMPARE(desk.window->list().query(), (StoryQuery{.filter = u"number"_s, .words = u"12"_s}));
    desk.trigger(Command::SmartFolder);
    QCOMPARE(fieldOf(dialog(desk), 1)->text(), u"number 12"_s);
}

void TestSmartFolderDesk::comesBackToItAfterARestart()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    keep(desk, u"number 2"_s);
    QTRY_COMPARE(desk.window->list().query(), StoryQuery{.filter = u"number 2"_s});
    desk.window->close();

    desk.start();

    QTRY_COMPARE(desk.window->sidebar().currentIndex(), row(desk, u"Number 2"_s));
    QVERIFY(row(desk, u"Number 2"_s).isValid());
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QCOMPARE(desk.window->list().query(), StoryQuery{.filter = u"number 2"_s});
}

QTEST_MAIN(TestSmartFolderDesk)
#include "tst_smartfolderdesk.moc"
