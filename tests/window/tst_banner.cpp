#include "shell/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

// The line of words over the window's lower edge, in windows of all widths.
class TestBanner : public QObject
{
    Q_OBJECT

private slots:
    void hasRoomForItsWords_data();
    void hasRoomForItsWords();
};

void TestBanner::hasRoomForItsWords_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("below");

    QTest::newRow("wide") << 1200 << u"Look for it…"_s << false;
    QTest::newRow("a telephone's width") << 340 << u"Look for it…"_s << true;
    QTest::newRow("the same without a button") << 340 << QString() << false;
}

void TestBanner::hasRoomForItsWords()
{
    QFETCH(int, width);
    QFETCH(QString, action);
    QFETCH(bool, below);
    QWidget window;
    window.resize(width, 600);
    Banner banner(&window);
    window.show();

    // What came before leaves no trace.
    banner.show({.text = u"Bookmarked"_s, .action = u"Undo"_s});
    banner.show({.text = u"“the harbour lights.html” could not be opened. It is not there any "
                         "more. It may have been moved or renamed."_s,
                 .action = action});
    QTest::qWait(20);

    QVERIFY(window.rect().contains(banner.geometry()));
    const auto *words = banner.findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const auto *label : banner.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            words = label;
    }
    QVERIFY(words->height() >= words->heightForWidth(words->width()));
    const auto *button = banner.findChild<QPushButton *>();
    QCOMPARE(button->isVisible(), !action.isEmpty());
    QCOMPARE(button->isVisible() && button->y() >= words->geometry().bottom(), below);
    QVERIFY(banner.rect().contains(button->geometry()) || action.isEmpty());
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
