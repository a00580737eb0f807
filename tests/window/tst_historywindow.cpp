#include "dialogs/historydialog.h"
#include "dialogs/versionsdialog.h"
#include "shell/banner.h"
#include "window/historyflow.h"
#include "window/newsdesk.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTreeView>

// Looking back in the window: the history, the texts of a story, and what is brought back.
class TestHistoryWindow : public QObject
{
    Q_OBJECT

private slots:
    void opensByItsKey();
    void bringsARemovedStoryBack();
    void opensAStoryByEnter();
    void opensTheStoriesOfAChange();
    void findsByWords();
    void newChangesComeOnTop();
    void undoWorksInIt();
    void saysWhatIsEmpty();
    void undoShowsTheTextBefore();
    void looksAtAnOldTextAndGoesBackToIt();

private:
    // Both windows can be open at once; this is the history's.
    static HistoryDialog *open(const NewsDesk &desk)
    {
        desk.trigger(Command::History);
        auto *dialog = desk.window->history().history();
        if (dialog && !QTest::qWaitFor([&] { return dialog->model().answered(); }, 20'000))
            qWarning("the history does not answer");
        return dialog;
    }
    static QTreeView *list(const HistoryDialog *dialog) { return dialog->findChild<QTreeView *>(); }
    static QStringList rows(HistoryDialog *dialog)
    {
        QStringList rows;
        for (auto row = 0; row < dialog->model().rowCount(); ++row) {
            const auto index = dialog->model().index(row);
            rows << index.data().toString() + QStringLiteral(" | ")
                    + index.data(HistoryModel::DetailRole).toString();
        }
        return rows;
    }
    static QPushButton *button(const QDialog *dialog, const QString &words)
    {
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == words)
                return button;
        }
        return nullptr;
    }
    static QString title(int number)
    {
        return QStringLiteral("Harbour Story Number %1").arg(number);
    }
    // A file of this name with other words in it.
    static QString changed(const NewsDesk &desk, int number)
    {
        auto text = support::storyText(number);
        text.replace("with care.", "with care.\n\nThat night the lamps were green, they said.");
        return support::writeFile(desk.files.path(), QStringLiteral("changed.txt"), text);
    }
    static bool shows(const NewsDesk &desk, const QString &words)
    {
        return desk.window->flow().article().text.contains(words);
    }
};

void TestHistoryWindow::opensByItsKey()
{
    NewsDesk desk;
    QVERIFY(desk.open(desk.makeFiles(1)));
    QTest::keyClick(desk.window.get(), Qt::Key_H, Qt::ControlModifier);

    auto *dialog = desk.window->history().history();
    QVERIFY(dialog);
    PATIENTLY_COMPARE(rows(dialog).value(0),
                      title(1) + QStringLiteral(" | Added to the library · You"));
    // Asked for again it is the same one.
    desk.trigger(Command::History);
    QCOMPARE(desk.window->history().history(), dialog);
}

void TestHistoryWindow::bringsARemovedStoryBack()
{
    NewsDesk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 2);
    desk.trigger(Command::Remove);
    PATIENTLY_COMPARE(desk.rows().rowCount(), 1);
    auto *dialog = open(desk);
    dialog->setKind(HistoryKind::Removed);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 1);

    PATIENTLY_VERIFY(button(dialog, QStringLiteral("Bring back")));
    QTest::mouseClick(button(dialog, QStringLiteral("Bring back")), Qt::LeftButton);

    PATIENTLY_COMPARE(desk.rows().rowCount(), 2);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 2);
    PATIENTLY_VERIFY(rows(dialog).value(0).contains(QStringLiteral("Brought back")));
    desk.trigger(Command::Undo);
    PATIENTLY_COMPARE(desk.rows().rowCount(), 1);
}

void TestHistoryWindow::opensAStoryByEnter()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QVERIFY(desk.open({desk.file(2)}));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 2);
    PATIENTLY_COMPARE(desk.window->flow().headline().title, title(2));
    auto *dialog = open(desk);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 2);

    PATIENTLY_COMPARE(list(dialog)->currentIndex().row(), 0);

    QTest::keyClick(list(dialog), Qt::Key_Down);
    QCOMPARE(list(dialog)->currentIndex().data().toString(), title(1));
    QTest::keyClick(list(dialog), Qt::Key_Return);

    PATIENTLY_COMPARE(desk.title(), title(1));
}

void TestHistoryWindow::opensTheStoriesOfAChange()
{
    NewsDesk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    PATIENTLY_COMPARE(desk.rows().rowCount(), 3);
    auto *dialog = open(desk);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 1);
    const auto change = dialog->model().index(0);
    QVERIFY(dialog->model().hasChildren(change));

    QTest::keyClick(list(dialog), Qt::Key_Return);

    PATIENTLY_COMPARE(dialog->model().rowCount(change), 3);
    QTest::keyClick(list(dialog), Qt::Key_Down);
    QTest::keyClick(list(dialog), Qt::Key_Down);
    PATIENTLY_VERIFY(button(dialog, QStringLiteral("Remove"))->isEnabled());
    QTest::keyClick(list(dialog), Qt::Key_Return, Qt::ControlModifier);
    PATIENTLY_COMPARE(desk.rows().rowCount(), 2);
}

void TestHistoryWindow::findsByWords()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QVERIFY(desk.open({desk.file(2)}));
    auto *dialog = open(desk);
    auto *words = dialog->findChild<QLineEdit *>();

    QTest::keyClick(list(dialog), Qt::Key_Slash);
    QVERIFY(words->hasFocus());
    QTest::keyClicks(words, QStringLiteral("number 1"));

    PATIENTLY_COMPARE(dialog->model().rowCount(), 1);
    QCOMPARE(dialog->model().index(0).data().toString(), title(1));
    QTest::keyClick(words, Qt::Key_Escape);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 2);
    QVERIFY(dialog->isVisible());
}

void TestHistoryWindow::newChangesComeOnTop()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    PATIENTLY_VERIFY(desk.window->flow().headline().id != ArticleId::None);
    auto *dialog = open(desk);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 1);
    PATIENTLY_VERIFY(list(dialog)->currentIndex().isValid());

    desk.trigger(Command::Bookmark);

    PATIENTLY_COMPARE(dialog->model().rowCount(), 2);
    QCOMPARE(rows(dialog).value(0), title(1) + QStringLiteral(" | Bookmarked · You"));
    // What was chosen stays so.
    QCOMPARE(list(dialog)->currentIndex().row(), 1);
    QVERIFY(!dialog->model().index(1).data(HistoryModel::DayRole).isValid());
}

void TestHistoryWindow::undoWorksInIt()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    PATIENTLY_VERIFY(desk.window->flow().headline().id != ArticleId::None);
    desk.trigger(Command::Bookmark);
    PATIENTLY_VERIFY(desk.window->flow().headline().bookmarked());
    auto *dialog = open(desk);
    PATIENTLY_COMPARE(dialog->model().rowCount(), 2);
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));

    QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);

    PATIENTLY_VERIFY(rows(dialog).value(0).endsWith(QStringLiteral("taken back")));
    QCOMPARE(desk.window->flow().headline().bookmarked(), false);
}

void TestHistoryWindow::saysWhatIsEmpty()
{
    NewsDesk desk;
    auto *dialog = open(desk);

    dialog->setKind(HistoryKind::Removed);

    QStringList labels;
    PATIENTLY_VERIFY(dialog->model().answered());
    for (const auto *label : dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            labels << label->text();
    }
    QVERIFY2(labels.join(u' ').contains(QStringLiteral("Nothing was removed")),
             qPrintable(labels.join(u' ')));
}

void TestHistoryWindow::undoShowsTheTextBefore()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    PATIENTLY_VERIFY(desk.window->flow().id() != ArticleId::None);
    const auto id = desk.window->flow().id();
    QVERIFY(desk.open({changed(desk, 1)}));
    PATIENTLY_COMPARE(desk.window->flow().id(), id);
    QVERIFY(shows(desk, QStringLiteral("the lamps were green")));

    desk.trigger(Command::Undo);

    PATIENTLY_VERIFY(!shows(desk, QStringLiteral("the lamps were green")));
    QCOMPARE(desk.window->flow().id(), id);
    desk.trigger(Command::Redo);
    PATIENTLY_VERIFY(shows(desk, QStringLiteral("the lamps were green")));
}

void TestHistoryWindow::looksAtAnOldTextAndGoesBackToIt()
{
    NewsDesk desk;
    QVERIFY(desk.open({desk.file(1)}));
    PATIENTLY_VERIFY(desk.window->flow().id() != ArticleId::None);
    QVERIFY(desk.open({changed(desk, 1)}));
    PATIENTLY_VERIFY(desk.window->flow().id() != ArticleId::None);
    desk.trigger(Command::Versions);
    auto *dialog = desk.window->history().versions();
    QVERIFY(dialog);
    auto *texts = dialog->findChild<QListWidget *>();
    PATIENTLY_COMPARE(texts->count(), 2);
    QVERIFY(texts->item(0)->text().contains(QStringLiteral("the text you read now")));
    QVERIFY(texts->item(0)->text().contains(QStringLiteral("more than before")));

    texts->setCurrentRow(1);

    PATIENTLY_VERIFY(desk.window->flow().showsOld());
    QVERIFY(shows(desk, QStringLiteral("the lamps were green"))); // Still the story's text.
    auto *back = button(dialog, QStringLiteral("Go back to this text"));
    QVERIFY(back->isEnabled());
    QTest::mouseClick(back, Qt::LeftButton);
    PATIENTLY_VERIFY(!shows(desk, QStringLiteral("the lamps were green")));
    PATIENTLY_VERIFY(!desk.window->flow().showsOld());
    PATIENTLY_VERIFY(!back->isEnabled());
    desk.trigger(Command::Undo);
    PATIENTLY_VERIFY(shows(desk, QStringLiteral("the lamps were green")));
}

QTEST_MAIN(TestHistoryWindow)
#include "tst_historywindow.moc"
