#include "printing/pagebreaks.h"

#include <QTest>

using printing::Place;
using printing::Room;
using printing::Slab;

class TestPageBreaks : public QObject
{
    Q_OBJECT

private slots:
    void findsPlaces_data();
    void findsPlaces();
    void evensTheLastPagesColumns();
    void losesNothingWhateverTheSizes_data();
    void losesNothingWhateverTheSizes();
};

Q_DECLARE_METATYPE(Room)

namespace {

QList<Slab> lines(int count, double height = 10)
{
    return QList<Slab>(count, Slab{.height = height});
}

} // namespace

void TestPageBreaks::findsPlaces_data()
{
    QTest::addColumn<QList<Slab>>("slabs");
    QTest::addColumn<Room>("room");
    QTest::addColumn<QList<Place>>("places");

    QTest::newRow("nothing") << QList<Slab>() << Room{30, 30, 1} << QList<Place>();
    QTest::newRow("one below the other")
        << lines(2) << Room{30, 30, 1} << QList<Place>{{0, 0, 0}, {0, 0, 10}};
    QTest::newRow("on the next page")
        << lines(3) << Room{20, 20, 1} << QList<Place>{{0, 0, 0}, {0, 0, 10}, {1, 0, 0}};
    QTest::newRow("in the next column")
        << lines(4) << Room{20, 20, 2}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {0, 1, 0}, {0, 1, 10}};
    QTest::newRow("the first page has less room")
        << lines(3) << Room{30, 10, 1} << QList<Place>{{0, 0, 0}, {1, 0, 0}, {1, 0, 10}};
    QTest::newRow("no room above at the top")
        << QList<Slab>{{10, 5}, {10, 5}, {10, 5}} << Room{25, 25, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 15}, {1, 0, 0}};
    QTest::newRow("a heading goes with its text")
        << QList<Slab>{{10}, {10, 0, true}, {10}} << Room{20, 20, 1}
        << QList<Place>{{0, 0, 0}, {1, 0, 0}, {1, 0, 10}};
    QTest::newRow("a picture that the first page cannot hold")
        << QList<Slab>{{25}, {10}} << Room{30, 10, 1} << QList<Place>{{1, 0, 0}, {2, 0, 0}};
    QTest::newRow("what no column holds is parted")
        << QList<Slab>{{10, 0, true}, {10, 0, true}, {10}} << Room{20, 20, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {1, 0, 0}};
}

void TestPageBreaks::findsPlaces()
{
    QFETCH(QList<Slab>, slabs);
    QFETCH(Room, room);

    QTEST(printing::places(slabs, room), "places");
}

void TestPageBreaks::evensTheLastPagesColumns()
{
    // Ten lines where two columns of eight would have room.
    const auto places = printing::places(lines(10), {80, 80, 2});

    QCOMPARE(std::ranges::count(places, 0, &Place::column), 5);
    QCOMPARE(std::ranges::count(places, 1, &Place::column), 5);
    QCOMPARE(places.last().page, 0);
}

void TestPageBreaks::losesNothingWhateverTheSizes_data()
{
    QTest::addColumn<Room>("room");

    for (const auto columns : {1, 2, 3}) {
        QTest::addRow("%d columns", columns) << Room{200, 200, columns};
        QTest::addRow("%d columns, little room at first", columns) << Room{200, 5, columns};
    }
}

// Each stands below the one before or in a later column, and within its column if it fits there.
void TestPageBreaks::losesNothingWhateverTheSizes()
{
    QFETCH(Room, room);
    QList<Slab> slabs;
    for (auto number = 0; number < 400; ++number)
        slabs.append({.height = 3.0 + (number * 37) % 60,
                      .above = double((number * 13) % 7),
                      .keepWithNext = number % 5 < 2});

    const auto places = printing::places(slabs, room);

    QCOMPARE(places.size(), slabs.size());
    for (qsizetype at = 0; at < places.size(); ++at) {
        const auto &place = places.at(at);
        const auto height = place.page == 0 ? room.first : room.height;
        QVERIFY(place.column < room.columns);
        if (slabs.at(at).height <= height)
            QVERIFY(place.y + slabs.at(at).height <= height + 0.001);
        if (at == 0)
            continue;
        const auto &before = places.at(at - 1);
        const auto later
            = std::tie(place.page, place.column) > std::tie(before.page, before.column);
        QVERIFY(later || place.y >= before.y + slabs.at(at - 1).height - 0.001);
    }
}

QTEST_GUILESS_MAIN(TestPageBreaks)
#include "tst_pagebreaks.moc"
