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
    void fillsThePagesOfManyPictures_data();
    void fillsThePagesOfManyPictures();
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

    const auto picture = [](double height, double least = 0) {
        return Slab{.height = height, .floats = true, .least = least};
    };
    QTest::newRow("text fills the column before a picture that finds no room")
        << lines(2) + QList{picture(30)} + lines(3) << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {1, 0, 0}, {0, 0, 20}, {0, 0, 30}, {1, 0, 30}};
    QTest::newRow("a heading goes on before the picture below it")
        << QList<Slab>{{10}, {10, 0, true}, picture(30), {10}, {10}} << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {1, 0, 0}, {0, 0, 20}, {0, 0, 30}};
    QTest::newRow("a heading that has room for its picture keeps it")
        << QList<Slab>{{10}, {10, 0, true}, picture(20), {10}} << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {0, 0, 20}, {1, 0, 0}};
    QTest::newRow("a picture is made smaller where no text fills the column")
        << lines(2) + QList{picture(30, 18)} << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {0, 0, 20, 10}};
    QTest::newRow("so much that it is seen") << lines(1) + QList{picture(31, 11)} << Room{40, 40, 1}
                                             << QList<Place>{{0, 0, 0}, {0, 0, 10, 8}};
    QTest::newRow("but not too small")
        << lines(3) + QList{picture(30, 18)} << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0}, {0, 0, 10}, {0, 0, 20}, {1, 0, 0}};
    QTest::newRow("pictures keep their order")
        << QList{Slab{10}, picture(35), picture(20)} + lines(4) << Room{40, 40, 1}
        << QList<Place>{{0, 0, 0},  {1, 0, 0},  {2, 0, 0}, {0, 0, 10},
                        {0, 0, 20}, {0, 0, 30}, {2, 0, 20}};
    QTest::newRow("a picture that waits stands above the first page's next column")
        << lines(1) + QList{picture(35)} + lines(3) << Room{40, 40, 2}
        << QList<Place>{{0, 0, 0}, {0, 1, 0}, {0, 0, 10}, {0, 0, 20}, {0, 0, 30}};
    QTest::newRow("lines below a picture stand at the heights of those beside it")
        << QList{picture(15)} + lines(7) << Room{40, 40, 2, 10}
        << QList<Place>{{0, 0, 0},  {0, 0, 20}, {0, 0, 30}, {0, 1, 0},
                        {0, 1, 10}, {0, 1, 20}, {0, 1, 30}, {1, 0, 0}};
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

void TestPageBreaks::fillsThePagesOfManyPictures_data()
{
    QTest::addColumn<int>("lines"); // Between two pictures.
    QTest::addColumn<double>("height"); // Of a picture.

    for (const auto lines : {0, 1, 3, 8, 30}) {
        for (const auto height : {300.0, 400.0, 540.0})
            QTest::addRow("%d lines, %.0f high", lines, height) << lines << height;
    }
}

void TestPageBreaks::fillsThePagesOfManyPictures()
{
    QFETCH(int, lines);
    QFETCH(double, height);
    QList<Slab> slabs;
    for (auto picture = 0; picture < 12; ++picture) {
        slabs += ::lines(lines, 18);
        slabs += {.height = height, .above = 9, .floats = true, .least = 0.6 * height};
    }

    const Room room{1000, 700, 1};
    const auto places = printing::places(slabs, room);

    QHash<int, double> filled;
    auto pages = 0;
    for (qsizetype at = 0; at < places.size(); ++at) {
        const auto &place = places.at(at);
        pages = std::max(pages, place.page);
        filled[place.page]
            = std::max(filled[place.page], place.y + slabs.at(at).height - place.less);
        QVERIFY(slabs.at(at).height - place.less >= slabs.at(at).least);
    }
    for (auto page = 0; page < pages; ++page)
        QVERIFY2(filled[page] >= 0.65 * (page == 0 ? room.first : room.height),
                 qPrintable(QStringLiteral("page %1 of %2 ends at %3")
                                .arg(page + 1)
                                .arg(pages + 1)
                                .arg(filled[page])));
}

void TestPageBreaks::losesNothingWhateverTheSizes_data()
{
    QTest::addColumn<Room>("room");

    for (const auto columns : {1, 2, 3}) {
        QTest::addRow("%d columns", columns) << Room{200, 200, columns};
        QTest::addRow("%d columns, little room at first", columns) << Room{200, 5, columns};
    }
}

// Each stands below the one before or in a later column, and within its column if it fits there;
// so do pictures among themselves.
void TestPageBreaks::losesNothingWhateverTheSizes()
{
    QFETCH(Room, room);
    QList<Slab> slabs;
    for (auto number = 0; number < 400; ++number)
        slabs.append({.height = 3.0 + (number * 37) % 60,
                      .above = double((number * 13) % 7),
                      .keepWithNext = number % 5 < 2,
                      .floats = number % 5 == 2});

    const auto places = printing::places(slabs, room);

    QCOMPARE(places.size(), slabs.size());
    qsizetype text = -1;
    qsizetype picture = -1;
    for (qsizetype at = 0; at < places.size(); ++at) {
        const auto &place = places.at(at);
        const auto height = place.page == 0 ? room.first : room.height;
        QVERIFY(place.column < room.columns);
        if (slabs.at(at).height <= height)
            QVERIFY(place.y + slabs.at(at).height <= height + 0.001);
        auto &before = slabs.at(at).floats ? picture : text;
        if (before >= 0) {
            const auto &there = places.at(before);
            const auto later
                = std::tie(place.page, place.column) > std::tie(there.page, there.column);
            QVERIFY(later || place.y >= there.y + slabs.at(before).height - 0.001);
        }
        before = at;
    }
}

QTEST_GUILESS_MAIN(TestPageBreaks)
#include "tst_pagebreaks.moc"
