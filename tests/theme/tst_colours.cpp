#include "theme/colours.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestColours : public QObject
{
    Q_OBJECT

private slots:
    void keepsAccentsReadable_data();
    void keepsAccentsReadable();
    void leavesAloneWhatCanBeRead();
};

void TestColours::keepsAccentsReadable_data()
{
    QTest::addColumn<page::Theme>("theme");
    QTest::addColumn<QColor>("accent");

    for (const auto theme : page::themes) {
        for (const auto *name : {"#3584e4", "#f6d32d", "#ffffff", "#000000", "#777777", "#e01b24"})
            QTest::addRow("%s on %s", name, qPrintable(page::themeName(theme)))
                << theme << QColor(name);
    }
}

// As text on all grounds, and with text upon it: WCAG 2.1, 1.4.3.
void TestColours::keepsAccentsReadable()
{
    QFETCH(page::Theme, theme);
    QFETCH(QColor, accent);
    constexpr auto text = 4.5;
    constexpr auto marks = 3.0;

    const auto palette = theme::palette(theme, accent);

    const auto shown = theme::accent(palette);
    const auto page = page::colours(theme);
    for (const auto &ground : {QColor(page.paper), QColor(page.card), palette.color(QPalette::Base),
                               palette.color(QPalette::Window)})
        QVERIFY(theme::contrast(shown, ground) >= text);
    QVERIFY(theme::contrast(palette.color(QPalette::HighlightedText), shown) >= text);
    const auto selected = theme::selection(palette);
    QVERIFY(theme::contrast(palette.color(QPalette::Text), selected) >= text);
    QVERIFY(theme::contrast(theme::secondaryText(palette), selected) >= text);
    QVERIFY(theme::contrast(shown, selected) >= marks);
}

void TestColours::leavesAloneWhatCanBeRead()
{
    const QColor blue(0x1a, 0x5f, 0xb4);
    QCOMPARE(theme::accentOn(blue, page::Theme::Light), blue);
    QVERIFY(theme::accentOn(blue, page::Theme::Dark) != blue);
}

QTEST_MAIN(TestColours)
#include "tst_colours.moc"
