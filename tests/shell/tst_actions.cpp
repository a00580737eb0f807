#include "shell/actions.h"
#include "theme/colours.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>

#include <map>
#include <utility>

using namespace Qt::StringLiterals;

class TestActions : public QObject
{
    Q_OBJECT

private slots:
    void givesNoKeyTwice();
    void understandsEveryKey();
    void putsEveryActionInAMenu();
    void givesNoMnemonicTwiceInAMenu();
    void keepsTextReadable_data();
    void keepsTextReadable();
};

void TestActions::givesNoKeyTwice()
{
    QHash<QString, QString> owners;
    for (const auto &spec : Actions::table()) {
        for (const auto &key : QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)) {
            QVERIFY2(!owners.contains(key),
                     qPrintable(key + u" is both "_s + owners.value(key) + u" and "_s
                                + QString::fromUtf8(spec.text)));
            owners.insert(key, QString::fromUtf8(spec.text));
        }
    }
    for (const auto *key : {"J", "K", "N", "P", "Space", "O", "V", "M", "B", "S", "/", "?",
                            "Ctrl+O", "Ctrl+Z", "Del", "F11", "Esc"})
        QVERIFY2(owners.contains(QString::fromUtf8(key)), key);
}

void TestActions::understandsEveryKey()
{
    for (const auto &spec : Actions::table()) {
        for (const auto &key : QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)) {
            const auto sequence = QKeySequence::fromString(key, QKeySequence::PortableText);
            QCOMPARE(sequence.count(), 1);
            QVERIFY2(sequence[0].key() != Qt::Key_unknown, qPrintable(key));
        }
    }
}

void TestActions::putsEveryActionInAMenu()
{
    QMainWindow window;
    const Actions actions(&window);

    actions.fill(window.menuBar());

    QSet<QAction *> inMenus;
    for (const auto *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (auto *action : menu->actions())
            inMenus.insert(action);
    }
    for (const auto &spec : Actions::table())
        QVERIFY2(inMenus.contains(actions[spec.command]), spec.text);
}

void TestActions::givesNoMnemonicTwiceInAMenu()
{
    std::map<std::pair<Menu, QString>, QSet<QChar>> taken;
    for (const auto &spec : Actions::table()) {
        const auto text = QString::fromUtf8(spec.text);
        const auto at = text.indexOf(u'&');
        QVERIFY2(at >= 0, spec.text);
        const auto letter = text.at(at + 1).toLower();
        auto &letters = taken[{spec.menu, QString::fromUtf8(spec.submenu)}];
        QVERIFY2(!letters.contains(letter), spec.text);
        letters.insert(letter);
    }
}

void TestActions::keepsTextReadable_data()
{
    QTest::addColumn<page::Theme>("theme");

    for (const auto theme : page::themes)
        QTest::newRow(qPrintable(page::themeName(theme))) << theme;
}

void TestActions::keepsTextReadable()
{
    QFETCH(page::Theme, theme);
    const auto palette = theme::palette(theme);
    // WCAG 2.1, 1.4.3: text, level AA; and 1.4.11: marks.
    constexpr auto text = 4.5;
    constexpr auto marks = 3.0;

    for (const auto role : {QPalette::Window, QPalette::Base}) {
        const auto ground = palette.color(role);
        QVERIFY(theme::contrast(palette.color(QPalette::Text), ground) >= text);
        QVERIFY(theme::contrast(theme::secondaryText(palette), ground) >= text);
        QVERIFY(theme::contrast(theme::accent(palette), ground) >= text);
        QVERIFY(theme::contrast(theme::bookmark(palette), ground) >= marks);
    }
    for (const auto &ground : {theme::selection(palette), theme::quietSelection(palette)}) {
        QVERIFY(theme::contrast(palette.color(QPalette::Text), ground) >= text);
        QVERIFY(theme::contrast(theme::secondaryText(palette), ground) >= text);
        QVERIFY(theme::contrast(theme::accent(palette), ground) >= marks);
    }
    QVERIFY(theme::contrast(palette.color(QPalette::Text), theme::found(palette)) >= text);
    const auto page = page::colours(theme);
    QVERIFY(theme::contrast(QColor(page.hitInk), QColor(page.hit)) >= text);
    QVERIFY(theme::contrast(QColor(page.hitHereInk), QColor(page.hitHere)) >= text);
    QVERIFY(theme::contrast(palette.color(QPalette::HighlightedText),
                            palette.color(QPalette::Highlight))
            >= text);
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
