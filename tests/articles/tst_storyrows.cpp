#include "articles/limits.h"
#include "articles/storyrows.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

class TestStoryRows : public QObject
{
    Q_OBJECT

private slots:
    void holdsWhatAListHolds();
    void findsRows();
    void findsPlacesByMoment();
    void findsWhereDaysBegin();
    void tellsWhatIsDifferent_data();
    void tellsWhatIsDifferent();
    void tellsWhatIsDifferentInLongLists();
    void takesTwelveBytesARow();
    void keepsWhateverNumbersThereAre_data();
    void keepsWhateverNumbersThereAre();
};

namespace {

QList<ListedStory> numbered(const QList<int> &ids)
{
    QList<ListedStory> stories;
    for (const auto id : ids)
        stories << ListedStory{.id = ArticleId(id), .moment = id};
    return stories;
}

QList<ListedStory> numbered(int from, int to)
{
    QList<ListedStory> stories;
    for (auto id = from; id != to; id += from < to ? 1 : -1)
        stories << ListedStory{.id = ArticleId(id), .moment = id};
    return stories;
}

StoryRows rowsOf(const QList<ListedStory> &stories)
{
    StoryRows rows;
    rows.append(stories);
    return rows;
}

QList<ListedStory> all(const StoryRows &rows)
{
    return rows.mid(0, rows.size());
}

StoryRows edited(StoryRows rows, const QList<RowEdit> &edits)
{
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit) {
        if (edit->removed > 0)
            rows.remove(edit->row, edit->removed);
        rows.insert(edit->row, edit->inserted);
    }
    return rows;
}

} // namespace

void TestStoryRows::holdsWhatAListHolds()
{
    QRandomGenerator random(3);
    StoryRows rows;
    QList<ListedStory> list;
    auto next = 1;
    for (auto step = 0; step < 400; ++step) {
        const auto many = random.bounded(20) == 0;
        const auto count = many ? random.bounded(1, 3 * limits::rowsInBlock) : random.bounded(1, 4);
        const auto first = int(random.bounded(list.size() + 1));
        if (random.bounded(5) > 1 || list.isEmpty()) {
            const auto stories = numbered(next, next + count);
            next += count;
            rows.insert(first, stories);
            list = list.first(first) + stories + list.sliced(first);
        } else {
            const auto some = int(std::min<qsizetype>(count, list.size() - first));
            rows.remove(first, some);
            list.remove(first, some);
        }
        QCOMPARE(rows.size(), list.size());
        if (!list.isEmpty()) {
            const auto at = int(random.bounded(list.size()));
            QCOMPARE(rows.at(at), list.at(at));
        }
    }
    QCOMPARE(all(rows), list);
}

void TestStoryRows::findsRows()
{
    const auto rows = rowsOf(numbered(20'000, 0));

    QCOMPARE(rows.rowOf(ArticleId(20'000)), 0);
    QCOMPARE(rows.rowOf(ArticleId(1)), 19'999);
    QCOMPARE(rows.rowOf(ArticleId(20'001)), -1);
    QCOMPARE(rows.rowsOf({ArticleId(1), ArticleId(19'000), ArticleId(0), ArticleId(20'000)}),
             (QList<int>{0, 1000, 19'999}));
    QCOMPARE(rows.rowsOf({}), QList<int>());
    for (const auto around : {0, 4'095, 4'096, 12'000, 19'999, 50'000}) {
        QCOMPARE(rows.rowsOf({ArticleId(20'000), ArticleId(19'000), ArticleId(1)}, around),
                 (QList<int>{0, 1000, 19'999}));
        QCOMPARE(rows.rowsOf({ArticleId(30'000), ArticleId(8'000)}, around), QList<int>{12'000});
    }
    QCOMPARE(StoryRows().rowsOf({ArticleId(1)}, 7), QList<int>());
}

void TestStoryRows::findsPlacesByMoment()
{
    const auto rows = rowsOf({{.id = ArticleId(9), .moment = 30},
                              {.id = ArticleId(4), .moment = 20},
                              {.id = ArticleId(2), .moment = 20},
                              {.id = ArticleId(7), .moment = 10}});

    QCOMPARE(rows.place({.id = ArticleId(1), .moment = 40}), 0);
    QCOMPARE(rows.place({.id = ArticleId(1), .moment = 30}), 1);
    // At one moment, what came last is first.
    QCOMPARE(rows.place({.id = ArticleId(5), .moment = 20}), 1);
    QCOMPARE(rows.place({.id = ArticleId(3), .moment = 20}), 2);
    QCOMPARE(rows.place({.id = ArticleId(1), .moment = 5}), 4);
}

void TestStoryRows::findsWhereDaysBegin()
{
    const QDateTime noon(QDate(2024, 5, 4), QTime(12, 0));
    QList<ListedStory> stories;
    for (auto hour = 0; hour < 24 * 40; hour += 7)
        stories << ListedStory{.id = ArticleId(1),
                               .moment = noon.addSecs(-3600 * hour).toMSecsSinceEpoch()};
    QList<int> expected;
    QDate day;
    for (auto row = 0; row < stories.size(); ++row) {
        const auto date = QDateTime::fromMSecsSinceEpoch(stories.at(row).moment).date();
        if (date != day)
            expected << row;
        day = date;
    }
    const auto rows = rowsOf(stories);

    QCOMPARE(rows.firstOfDays(0, rows.size() - 1), expected);
    QCOMPARE(rows.firstOfDays(1, rows.size() - 1), expected.mid(1));
    QCOMPARE(rows.firstOfDays(expected.at(3), expected.at(3)), QList<int>{expected.at(3)});
    QCOMPARE(rows.firstOfDays(expected.at(3) + 1, expected.at(4) - 1), QList<int>());
    QCOMPARE(StoryRows().firstOfDays(0, 0), QList<int>());
}

void TestStoryRows::tellsWhatIsDifferent_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QList<int>>("fresh");
    QTest::addColumn<QList<int>>("after");
    using Ids = QList<int>;
    QTest::newRow("nothing") << Ids{3, 2, 1} << Ids{3, 2, 1} << Ids{3, 2, 1};
    QTest::newRow("new ones above") << Ids{3, 2} << Ids{5, 4, 3, 2} << Ids{5, 4, 3, 2};
    QTest::newRow("new ones within and below") << Ids{9, 5} << Ids{9, 7, 5, 1} << Ids{9, 7, 5, 1};
    QTest::newRow("gone") << Ids{4, 3, 2, 1} << Ids{4, 1} << Ids{4, 1};
    QTest::newRow("all gone") << Ids{2, 1} << Ids{} << Ids{};
    QTest::newRow("all new") << Ids{} << Ids{2, 1} << Ids{2, 1};
    QTest::newRow("replaced") << Ids{4, 3, 2} << Ids{4, 9, 2} << Ids{4, 9, 2};
    // What was opened comes first in the library, and stays here until it is listed anew.
    QTest::newRow("moved up") << Ids{4, 3, 2} << Ids{2, 4, 3} << Ids{4, 3, 2};
    QTest::newRow("moved down, one new") << Ids{4, 3, 2} << Ids{3, 8, 2, 4} << Ids{4, 8, 3, 2};
    QTest::newRow("moved, one gone") << Ids{4, 3, 2, 1} << Ids{1, 4, 3} << Ids{4, 3, 1};
}

void TestStoryRows::tellsWhatIsDifferent()
{
    QFETCH(const QList<int>, rows);
    QFETCH(const QList<int>, fresh);
    QFETCH(const QList<int>, after);
    const auto before = rowsOf(numbered(rows));

    const auto edits = rowEdits(before, rowsOf(numbered(fresh)));

    QCOMPARE(all(edited(before, edits)), numbered(after));
}

void TestStoryRows::tellsWhatIsDifferentInLongLists()
{
    QRandomGenerator random(8);
    QList<int> before;
    QList<int> after;
    for (auto id = 60'000; id > 0; --id) {
        const auto where = random.bounded(8);
        if (where != 0)
            before << id;
        if (where != 1)
            after << id;
    }
    const auto rows = rowsOf(numbered(before));

    const auto edits = rowEdits(rows, rowsOf(numbered(after)));

    QCOMPARE(all(edited(rows, edits)), numbered(after));
}

void TestStoryRows::takesTwelveBytesARow()
{
    StoryRows rows;
    for (auto chunk = 0; chunk < 20; ++chunk)
        rows.append(numbered(chunk * 10'000, chunk * 10'000 + 10'000));

    QCOMPARE(rows.size(), 200'000);
    QVERIFY2(rows.bytes() < 200'000 * 13, qPrintable(QString::number(rows.bytes())));
}

void TestStoryRows::keepsWhateverNumbersThereAre_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<qint64>("moment");

    QTest::newRow("none") << Q_INT64_C(0) << Q_INT64_C(0);
    QTest::newRow("now") << Q_INT64_C(1'000'000) << Q_INT64_C(1'714'000'000'123);
    QTest::newRow("before 1970") << Q_INT64_C(7) << Q_INT64_C(-1);
    QTest::newRow("of 1604") << Q_INT64_C(7) << Q_INT64_C(-11'550'000'000'000);
    QTest::newRow("very many") << Q_INT64_C(0xFF'FFFF'FFFF) << Q_INT64_C(0xFF'FFFF'FFFF);
    QTest::newRow("at the ends of time") << Q_INT64_C(1) << -(Q_INT64_C(1) << 55);
}

void TestStoryRows::keepsWhateverNumbersThereAre()
{
    QFETCH(qint64, id);
    QFETCH(qint64, moment);
    const ListedStory story{.id = ArticleId(id), .moment = moment};

    const auto rows = rowsOf({story});

    QCOMPARE(rows.at(0), story);
    QCOMPARE(rows.rowOf(story.id), 0);
}

QTEST_APPLESS_MAIN(TestStoryRows)
#include "tst_storyrows.moc"
