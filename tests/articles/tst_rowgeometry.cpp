#include "articles/rowgeometry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

// The arithmetic of rows and headings, beside a list of all of them one below the other.
class TestRowGeometry : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithALayout_data();
    void agreesWithALayout();
    void followsRowsThatComeAndGo();
    void holdsAMillionRows();
};

namespace {

constexpr auto rowHeight = 30;
constexpr auto headingHeight = 11;

struct Laid
{
    int row = -1;
    int heading = -1; // The first row below it.
    int top = 0;
    int bottom = 0;
};

QList<Laid> laidOut(int rows, const QList<int> &headings)
{
    QList<Laid> laid;
    auto y = 0;
    for (auto row = 0; row < rows; ++row) {
        if (headings.contains(row)) {
            laid << Laid{.heading = row, .top = y, .bottom = y + headingHeight};
            y += headingHeight;
        }
        laid << Laid{.row = row, .top = y, .bottom = y + rowHeight};
        y += rowHeight;
    }
    return laid;
}

void compare(const RowGeometry &geometry, int rows, const QList<int> &headings)
{
    const auto laid = laidOut(rows, headings);
    QCOMPARE(geometry.rows(), rows);
    QCOMPARE(geometry.headings(), headings);
    QCOMPARE(geometry.height(), laid.isEmpty() ? 0 : laid.last().bottom);
    auto above = -1;
    for (const auto &one : laid) {
        above = one.heading >= 0 ? one.heading : above;
        if (one.row >= 0) {
            QCOMPARE(geometry.top(one.row), one.top);
            QCOMPARE(geometry.headingOf(one.row) ? geometry.headingOf(one.row)->row : -1, above);
        }
        for (const auto y : {one.top, one.bottom - 1}) {
            QCOMPARE(geometry.rowAt(y), one.row);
            QCOMPARE(geometry.nearestRow(y), one.row >= 0 ? one.row : one.heading);
            const auto heading = geometry.headingAt(y);
            QCOMPARE(heading ? heading->row : -1, one.heading);
            QVERIFY(!heading || heading->top == one.top);
        }
    }
    QCOMPARE(geometry.rowAt(-1), -1);
    QCOMPARE(geometry.rowAt(geometry.height()), -1);
}

} // namespace

void TestRowGeometry::agreesWithALayout_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<int>>("headings");
    QTest::newRow("nothing") << 0 << QList<int>{};
    QTest::newRow("no headings") << 5 << QList<int>{};
    QTest::newRow("one heading") << 5 << QList<int>{0};
    QTest::newRow("several") << 9 << QList<int>{0, 3, 4, 8};
    QTest::newRow("each row") << 3 << QList<int>{0, 1, 2};
    QTest::newRow("first without") << 4 << QList<int>{2};
}

void TestRowGeometry::agreesWithALayout()
{
    QFETCH(const int, rows);
    QFETCH(const QList<int>, headings);
    RowGeometry geometry;
    geometry.setHeights(rowHeight, headingHeight);

    geometry.setRows(rows, headings);

    compare(geometry, rows, headings);
    QCOMPARE(geometry.nearestRow(-5), rows == 0 ? -1 : 0);
    QCOMPARE(geometry.nearestRow(1'000'000), rows - 1);
}

void TestRowGeometry::followsRowsThatComeAndGo()
{
    QRandomGenerator random(5);
    RowGeometry geometry;
    geometry.setHeights(rowHeight, headingHeight);
    QList<bool> marked; // Whether a row has a heading.
    const auto headings = [&](int first, int last) {
        QList<int> rows;
        for (auto row = first; row <= last; ++row) {
            if (marked.at(row))
                rows << row;
        }
        return rows;
    };
    for (auto step = 0; step < 300; ++step) {
        const auto first = int(random.bounded(marked.size() + 1));
        if (marked.size() < 4 || random.bounded(3) > 0) {
            const auto count = random.bounded(1, 6);
            for (auto at = 0; at < count; ++at)
                marked.insert(first, random.bounded(4) == 0);
            geometry.insertRows(first, count);
            geometry.setHeadings(first, first + count - 1, headings(first, first + count - 1));
        } else {
            const auto count = int(std::min<qsizetype>(marked.size() - first, 3));
            marked.remove(first, count);
            geometry.removeRows(first, count);
        }
        compare(geometry, int(marked.size()), headings(0, int(marked.size()) - 1));
        if (QTest::currentTestFailed())
            return;
    }
}

void TestRowGeometry::holdsAMillionRows()
{
    constexpr auto rows = 1'000'000;
    QList<int> headings;
    for (auto row = 0; row < rows; row += 250)
        headings << row;
    RowGeometry geometry;
    geometry.setHeights(118, 25);
    geometry.setRows(rows, headings);

    QCOMPARE(geometry.height(), rows * 118 + 4000 * 25);
    for (const auto row : {0, 1, 249, 250, 499'999, 750'000, rows - 1}) {
        QCOMPARE(geometry.rowAt(geometry.top(row)), row);
        QCOMPARE(geometry.rowAt(geometry.top(row) + 117), row);
    }
}

QTEST_APPLESS_MAIN(TestRowGeometry)
#include "tst_rowgeometry.moc"
