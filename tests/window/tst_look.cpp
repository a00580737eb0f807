#include "articles/storylistview.h"
#include "desk.h"
#include "desk/lookpanel.h"
#include "page/limits.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/popover.h"
#include "shell/swatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSettings>
#include <QSlider>

using namespace Qt::StringLiterals;

// How stories and the list look, as a person changes it in a window.
class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void opensAndCloses();
    void keepsTheTabKeyInside();
    void staysInsideTheWindow_data();
    void staysInsideTheWindow();
    void showsAtOnceWhatIsMoved();
    void showsWhatKeysChange();
    void choosesColours();
    void goesBackToTheUsual();
    void undoesInThePanelFirst();
    void keepsWhatWasChosen();
    void readsOldAndOddSettings();
    void makesTheListCompact();
    void keepsThePlaceWhenRowsAreCompact();
};

namespace {

Popover *popover(const Desk &desk)
{
    return desk.window->findChild<Popover *>();
}

LookPanel *panel(const Desk &desk)
{
    if (!popover(desk) || !popover(desk)->isVisible())
        desk.trigger(Command::TextAndColours);
    return desk.window->findChild<LookPanel *>();
}

QSlider *slider(const Desk &desk, const QString &name)
{
    const auto sliders = panel(desk)->findChildren<QSlider *>();
    for (auto *one : sliders) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

Swatch *swatch(const Desk &desk, const QString &name)
{
    const auto swatches = panel(desk)->findChildren<Swatch *>();
    for (auto *one : swatches) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

QCheckBox *box(const Desk &desk, const QString &text)
{
    const auto boxes = panel(desk)->findChildren<QCheckBox *>();
    for (auto *one : boxes) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

page::Look look(const Desk &desk)
{
    return desk.window->pane().look();
}

} // namespace

void TestLook::opensAndCloses()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    auto *before = QApplication::focusWidget();
    QVERIFY(before);

    QTest::keyClick(before, Qt::Key_A);
    QVERIFY(popover(desk)->isVisible());
    QVERIFY(popover(desk)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(popover(desk)->isHidden());
    QCOMPARE(QApplication::focusWidget(), before);

    desk.trigger(Command::TextAndColours);
    QVERIFY(popover(desk)->isVisible());
    desk.trigger(Command::TextAndColours);
    QVERIFY(popover(desk)->isHidden());

    desk.trigger(Command::TextAndColours);
    QTest::mouseClick(desk.window->list().view().viewport(), Qt::LeftButton);
    QVERIFY(popover(desk)->isHidden());
}

void TestLook::keepsTheTabKeyInside()
{
    const Desk desk;
    desk.trigger(Command::TextAndColours);
    auto *first = QApplication::focusWidget();
    QSet<QWidget *> passed;

    for (const auto key : {Qt::Key_Tab, Qt::Key_Backtab}) {
        for (auto times = 0; times < 20; ++times) {
            QTest::keyClick(QApplication::focusWidget(), key);
            QVERIFY(popover(desk)->isAncestorOf(QApplication::focusWidget()));
            passed.insert(QApplication::focusWidget());
        }
    }
    // The swatches are one stop, as radio buttons are.
    QVERIFY(passed.contains(first));
    QVERIFY(passed.contains(slider(desk, u"Size"_s)));
    QVERIFY(passed.contains(box(desk, u"Divide words"_s)));
    QVERIFY(!passed.contains(swatch(desk, u"Sepia"_s)));
}

void TestLook::staysInsideTheWindow_data()
{
    QTest::addColumn<QSize>("size");

    QTest::newRow("telephone") << QSize(360, 640);
    QTest::newRow("low") << QSize(700, 340);
    QTest::newRow("usual") << QSize(1200, 800);
}

void TestLook::staysInsideTheWindow()
{
    QFETCH(QSize, size);
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    desk.trigger(Command::TextAndColours);

    desk.window->resize(size);

    QTRY_VERIFY2(desk.window->rect().contains(popover(desk)->geometry()),
                 qPrintable(QDebug::toString(popover(desk)->geometry())));
    QCOMPARE(desk.window->size(), size);
}

void TestLook::showsAtOnceWhatIsMoved()
{
    const Desk desk;

    slider(desk, u"Size"_s)->setValue(128);
    QCOMPARE(look(desk).textSize, 130);
    slider(desk, u"Line width"_s)->setValue(100);
    QCOMPARE(look(desk).lineWidth, 100);
    slider(desk, u"Line spacing"_s)->setValue(180);
    QCOMPARE(look(desk).leading, 180);
    box(desk, u"Even right edge"_s)->click();
    QCOMPARE(look(desk).alignment, page::Alignment::Justified);
    box(desk, u"Divide words"_s)->click();
    QCOMPARE(look(desk).hyphenation, false);
    auto *faces = panel(desk)->findChild<QComboBox *>();
    QVERIFY(faces->count() > 0);
    const auto last = faces->count() - 1;
    faces->setCurrentIndex(last);
    emit faces->activated(last);
    QCOMPARE(look(desk).face, last > 0 ? faces->itemText(last) : QString());
}

void TestLook::showsWhatKeysChange()
{
    const Desk desk;
    auto *size = slider(desk, u"Size"_s);
    auto *width = slider(desk, u"Line width"_s);
    const page::Look usual;

    desk.trigger(Command::TextLarger);
    QCOMPARE(size->value(), usual.textSize + 10);
    desk.trigger(Command::LinesNarrower);
    QCOMPARE(width->value(), look(desk).lineWidth);
    // As far as it goes.
    for (auto step = 0; step < 40; ++step)
        desk.trigger(Command::TextSmaller);
    QCOMPARE(look(desk).textSize, page::limits::smallestText);
    QCOMPARE(size->value(), size->minimum());
}

void TestLook::choosesColours()
{
    const Desk desk;
    QVERIFY(swatch(desk, u"Light"_s)->isChecked());

    swatch(desk, u"Sepia"_s)->click();
    QCOMPARE(look(desk).theme, page::Theme::Sepia);
    QVERIFY(desk.window->actions()[Command::ThemeSepia]->isChecked());

    desk.trigger(Command::ThemeBlack);
    QVERIFY(swatch(desk, u"Black"_s)->isChecked());
    QVERIFY(!swatch(desk, u"Sepia"_s)->isChecked());
    QCOMPARE(look(desk).theme, page::Theme::Black);

    // By key, as among radio buttons.
    swatch(desk, u"Black"_s)->setFocus();
    QTest::keyClick(swatch(desk, u"Black"_s), Qt::Key_Right);
    QCOMPARE(look(desk).theme, page::Theme::Contrast);
}

void TestLook::goesBackToTheUsual()
{
    const Desk desk;
    QPushButton *usual = panel(desk)->findChild<QPushButton *>();
    QVERIFY(!usual->isEnabled());
    swatch(desk, u"Dark"_s)->click();
    slider(desk, u"Size"_s)->setValue(150);
    slider(desk, u"Line spacing"_s)->setValue(200);
    const auto before = look(desk);
    QVERIFY(usual->isEnabled());

    usual->click();
    // Nobody who asks for usual letters wants to be dazzled.
    const page::Look expected{.theme = page::Theme::Dark};
    QCOMPARE(look(desk), expected);

    desk.window->banner().findChild<QPushButton *>()->click();
    QTRY_COMPARE(look(desk), before);
    QCOMPARE(slider(desk, u"Size"_s)->value(), 150);
}

// A story that was opened before must not leave the library for it.
void TestLook::undoesInThePanelFirst()
{
    const Desk desk;
    QVERIFY(desk.open({desk.file(1)}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    const auto usual = look(desk);

    box(desk, u"Divide words"_s)->click();
    desk.trigger(Command::Undo);
    QTRY_COMPARE(look(desk), usual);
    desk.trigger(Command::Undo); // Nothing is left to take back in the panel.
    QTest::qWait(300);
    QCOMPARE(desk.rows().rowCount(), 1);

    slider(desk, u"Size"_s)->setValue(150);
    const auto larger = look(desk);
    panel(desk)->findChild<QPushButton *>()->click();
    QCOMPARE(look(desk), usual);
    desk.trigger(Command::TextAndColours);
    QVERIFY(popover(desk)->isHidden());
    desk.trigger(Command::Undo);
    QTRY_COMPARE(look(desk), larger);
    desk.trigger(Command::Undo);
    QTRY_COMPARE(look(desk), usual);
    QCOMPARE(desk.rows().rowCount(), 1);

    desk.trigger(Command::Undo);
    QTRY_COMPARE(desk.rows().rowCount(), 0);
}

void TestLook::keepsWhatWasChosen()
{
    Desk desk;
    slider(desk, u"Size"_s)->setValue(140);
    slider(desk, u"Line spacing"_s)->setValue(170);
    box(desk, u"Even right edge"_s)->click();
    box(desk, u"Divide words"_s)->click();
    const auto before = look(desk);

    desk.start();

    QCOMPARE(look(desk), before);
    QCOMPARE(slider(desk, u"Size"_s)->value(), 140);
}

void TestLook::readsOldAndOddSettings()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"settings.ini"_s);
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(u"theme"_s, u"Mauve"_s);
        settings.setValue(u"textSize"_s, 120);
        settings.setValue(u"lineWidth"_s, 100'000);
        settings.setValue(u"leading"_s, u"much"_s);
    }

    const auto preferences = Preferences::load(file);

    QCOMPARE(preferences.theme, Theme::Choice::Automatic);
    QCOMPARE(preferences.look.textSize, 120);
    QCOMPARE(preferences.look.lineWidth, page::limits::widestLine);
    QCOMPARE(preferences.look.leading, page::Look().leading);
    QVERIFY(preferences.look.hyphenation);
}

void TestLook::makesTheListCompact()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(3)));
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    const auto comfortable = desk.window->list().view().visualRect(desk.rows().index(0)).height();

    desk.trigger(Command::CompactList);

    const auto compact = desk.window->list().view().visualRect(desk.rows().index(0)).height();
    QVERIFY2(2 * compact < comfortable, qPrintable(u"%1 of %2"_s.arg(compact).arg(comfortable)));
    desk.start();
    QTRY_COMPARE(desk.rows().rowCount(), 3);
    QVERIFY(desk.window->actions()[Command::CompactList]->isChecked());
    QCOMPARE(desk.window->list().view().visualRect(desk.rows().index(0)).height(), compact);
    desk.trigger(Command::CompactList);
    QCOMPARE(desk.window->list().view().visualRect(desk.rows().index(0)).height(), comfortable);
}

void TestLook::keepsThePlaceWhenRowsAreCompact()
{
    const Desk desk;
    QVERIFY(desk.open(desk.makeFiles(40)));
    QTRY_COMPARE(desk.rows().rowCount(), 40);
    auto &view = desk.window->list().view();
    const auto topOf = [&](int row) { return view.visualRect(desk.rows().index(row)).top(); };

    // What is read stays where it is.
    view.setCurrentIndex(desk.rows().index(20));
    const auto before = topOf(20);
    QVERIFY(view.viewport()->rect().contains(0, before));
    desk.trigger(Command::CompactList);
    QCOMPARE(topOf(20), before);
    QCOMPARE(view.currentIndex().row(), 20);
    desk.trigger(Command::CompactList);
    QCOMPARE(topOf(20), before);

    // Scrolled away from it, the first on the screen does.
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 8);
    auto first = view.indexAt(QPoint(10, 60)).row();
    QVERIFY(first >= 0 && first < 20);
    const auto nearTop = topOf(first);
    desk.trigger(Command::CompactList);
    QVERIFY(std::abs(topOf(first) - nearTop) < 200);
    QVERIFY(view.viewport()->rect().intersects(view.visualRect(desk.rows().index(first))));
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
