#include "theme/colours.h"
#include "theme/flatstyle.h"
#include "theme/focusring.h"

#include <QApplication>
#include <QListWidget>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QTest>

class TestFlatStyle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void standsAScrollBarOnWhatItScrolls_data();
    void standsAScrollBarOnWhatItScrolls();
    void showsTheFocus_data();
    void showsTheFocus();
    void ringsOnlyWhatTheKeyboardLedTo();
    void partsMenusWithHairlines_data();
    void partsMenusWithHairlines();
};

namespace {

constexpr double marks = 3; // WCAG 2.1, 1.4.11.

// Whether a part of the picture can be told from the same place in another.
bool differs(const QImage &one, const QImage &other)
{
    for (auto y = 0; y < one.height(); ++y) {
        for (auto x = 0; x < one.width(); ++x) {
            if (theme::contrast(one.pixelColor(x, y), other.pixelColor(x, y)) >= marks)
                return true;
        }
    }
    return false;
}

QImage button(const QPalette &palette, QStyle::State state,
              QStyleOptionButton::ButtonFeatures features)
{
    QImage image(96, 32, QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Window));
    QPainter painter(&image);
    QStyleOptionButton option;
    option.rect = image.rect();
    option.palette = palette;
    option.state = QStyle::State_Enabled | state;
    option.features = features;
    QApplication::style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter);
    return image;
}

} // namespace

void TestFlatStyle::initTestCase()
{
    QApplication::setStyle(new FlatStyle);
}

void TestFlatStyle::standsAScrollBarOnWhatItScrolls_data()
{
    QTest::addColumn<QPalette::ColorRole>("ground");

    QTest::newRow("a list") << QPalette::Base;
    QTest::newRow("the sidebar, or a dialog") << QPalette::Window;
}

void TestFlatStyle::standsAScrollBarOnWhatItScrolls()
{
    QFETCH(QPalette::ColorRole, ground);
    const auto palette = theme::palette(page::Theme::Light);
    QListWidget list;
    list.setPalette(palette);
    list.viewport()->setBackgroundRole(ground);
    for (auto row = 0; row < 100; ++row)
        list.addItem(QString::number(row));
    list.resize(200, 200);
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));

    const auto image = list.verticalScrollBar()->grab().toImage();

    QVERIFY(image.height() > 100);
    QCOMPARE(image.pixelColor(0, image.height() / 2), palette.color(ground));
    // The handle, at the top.
    QVERIFY(image.pixelColor(image.width() / 2, 12) != palette.color(ground));
}

void TestFlatStyle::showsTheFocus_data()
{
    QTest::addColumn<page::Theme>("theme");
    QTest::addColumn<bool>("filled");

    for (const auto theme : page::themes) {
        QTest::addRow("a button, %s", qPrintable(page::themeName(theme))) << theme << false;
        QTest::addRow("a filled button, %s", qPrintable(page::themeName(theme))) << theme << true;
    }
}

void TestFlatStyle::showsTheFocus()
{
    QFETCH(page::Theme, theme);
    QFETCH(bool, filled);
    const auto palette = theme::palette(theme);
    const auto features = filled ? QStyleOptionButton::DefaultButton : QStyleOptionButton::None;

    const auto without = button(palette, {}, features);
    const auto with = button(palette, QStyle::State_HasFocus, features);

    QVERIFY(differs(without, with));
}

// Whoever points with the mouse sees where that is.
void TestFlatStyle::ringsOnlyWhatTheKeyboardLedTo()
{
    const auto paintedWith = [](QStyle::State state) {
        QImage image(64, 32, QImage::Format_RGB32);
        const auto palette = theme::palette(page::Theme::Light);
        image.fill(theme::selection(palette));
        QPainter painter(&image);
        QStyleOption option;
        option.palette = palette;
        option.state = state;
        theme::paintFocusRing(&painter, option, image.rect());
        painter.end();
        return image;
    };
    const auto bare = paintedWith(QStyle::State_Selected);

    QCOMPARE(paintedWith(QStyle::State_Selected | QStyle::State_HasFocus), bare);
    QCOMPARE(paintedWith(QStyle::State_Selected | QStyle::State_KeyboardFocusChange), bare);
    QVERIFY(differs(paintedWith(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange), bare));
}

void TestFlatStyle::partsMenusWithHairlines_data()
{
    QTest::addColumn<page::Theme>("theme");

    for (const auto theme : page::themes)
        QTest::newRow(qPrintable(page::themeName(theme))) << theme;
}

void TestFlatStyle::partsMenusWithHairlines()
{
    QFETCH(page::Theme, theme);
    const auto palette = theme::palette(theme);
    QImage image(96, 9, QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    QStyleOptionMenuItem option;
    option.rect = image.rect();
    option.palette = palette;
    option.menuItemType = QStyleOptionMenuItem::Separator;

    QApplication::style()->drawControl(QStyle::CE_MenuItem, &option, &painter);

    QCOMPARE(image.pixelColor(48, 4), theme::hairline(palette));
    QCOMPARE(image.pixelColor(48, 3), palette.color(QPalette::Base));
    QCOMPARE(image.pixelColor(48, 5), palette.color(QPalette::Base));
}

QTEST_MAIN(TestFlatStyle)
#include "tst_flatstyle.moc"
