#include "desk.h"
#include "reading/readingpane.h"
#include "reading/readingprogress.h"
#include "shell/panes.h"

#include <cmath>

using namespace Qt::StringLiterals;

// What is as it was when somebody comes back to it.
class TestComingBack : public QObject
{
    Q_OBJECT

private slots:
    void opensAFileWhereReadingStopped();
    void keepsTheWidthsOfFoldedPanes();
};

namespace {

QString longStory(const Desk &desk)
{
    QByteArray text = "The Long Way Round\n\nBy Ada Marsh\n\nDecember 04, 2021\n\n";
    for (auto number = 1; number <= 60; ++number)
        text += "Paragraph " + QByteArray::number(number)
            + " of the story says what the harbour council heard about the pier on Tuesday, and "
              "who would have to pay for what the winter storms had done to it.\n\n";
    return support::writeFile(desk.files.path(), u"long.txt"_s, text);
}

double fraction(const Desk &desk)
{
    return desk.window->pane().findChild<ReadingProgress *>()->fraction();
}

Panes *panes(const Desk &desk)
{
    return desk.window->findChild<Panes *>();
}

} // namespace

void TestComingBack::opensAFileWhereReadingStopped()
{
    Desk desk;
    const auto file = longStory(desk);
    QVERIFY(desk.open({file}));
    QTRY_COMPARE(desk.rows().rowCount(), 1);
    QTRY_VERIFY(desk.window->flow().headline().read);
    for (auto screens = 0; screens < 4; ++screens) {
        desk.trigger(Command::PageDown);
        QTest::qWait(150);
    }
    QTRY_VERIFY(desk.window->flow().headline().progress > 0.1);
    const auto stopped = desk.window->flow().headline().progress;

    desk.start();
    desk.window->open({file});

    QTRY_VERIFY2(std::abs(fraction(desk) - stopped) < 0.12,
                 qPrintable(u"%1 for %2"_s.arg(fraction(desk)).arg(stopped)));
}

void TestComingBack::keepsTheWidthsOfFoldedPanes()
{
    Desk desk;
    QVERIFY(desk.open(desk.makeFiles(2)));
    const auto wide = panes(desk)->widths();
    QCOMPARE(wide.size(), 3);
    desk.window->resize(380, 640);
    QTRY_COMPARE(panes(desk)->fold(), Panes::Fold::AllButOne);
    desk.trigger(Command::Back);
    desk.trigger(Command::Back);
    // The story has whatever is left.
    QCOMPARE(panes(desk)->widths().first(2), wide.first(2));
    desk.window->close();

    desk.start();
    desk.window->resize(1200, 800);

    QTRY_VERIFY(std::abs(panes(desk)->widths().at(0) - wide.at(0)) <= 2);
    QTRY_VERIFY(std::abs(panes(desk)->widths().at(1) - wide.at(1)) <= 2);
}

QTEST_MAIN(TestComingBack)
#include "tst_comingback.moc"
