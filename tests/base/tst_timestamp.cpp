#include "base/timestamp.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void writesWhatIsKnown_data();
    void writesWhatIsKnown();
    void readsWhatItWrites_data() { writesWhatIsKnown_data(); }
    void readsWhatItWrites();
    void sortsByTheMoment();
    void refusesNonsense();
};

void TestTimestamp::writesWhatIsKnown_data()
{
    QTest::addColumn<Timestamp>("timestamp");
    QTest::addColumn<QString>("rfc3339");
    QTest::addColumn<QString>("iso");

    const QDate day(2021, 12, 4);
    const QTime time(8, 5, 9);
    QTest::newRow("nothing") << Timestamp() << QString() << QString();
    QTest::newRow("a day") << Timestamp{.date = day} << u"2021-12-04"_s << u"2021-12-04"_s;
    QTest::newRow("a time without a zone")
        << Timestamp{.date = day, .time = time} << u"2021-12-04"_s << u"2021-12-04T08:05:09"_s;
    QTest::newRow("UTC") << Timestamp{.date = day, .time = time, .offset = 0}
                         << u"2021-12-04T08:05:09Z"_s << u"2021-12-04T08:05:09Z"_s;
    QTest::newRow("east") << Timestamp{.date = day, .time = time, .offset = 19800}
                          << u"2021-12-04T08:05:09+05:30"_s << u"2021-12-04T08:05:09+05:30"_s;
    QTest::newRow("west") << Timestamp{.date = day, .time = time, .offset = -5 * 3600}
                          << u"2021-12-04T08:05:09-05:00"_s << u"2021-12-04T08:05:09-05:00"_s;
}

void TestTimestamp::writesWhatIsKnown()
{
    QFETCH(Timestamp, timestamp);

    QTEST(timestamp.toRfc3339(), "rfc3339");
    QTEST(timestamp.toIso(), "iso");
}

void TestTimestamp::readsWhatItWrites()
{
    QFETCH(QString, iso);

    QTEST(Timestamp::fromIso(iso), "timestamp");
}

void TestTimestamp::sortsByTheMoment()
{
    const Timestamp morning{.date = {2021, 12, 4}, .time = QTime(1, 0), .offset = 3600};
    const Timestamp midnight{.date = {2021, 12, 4}, .time = QTime(0, 30), .offset = 0};
    const Timestamp day{.date = {2021, 12, 4}};

    QCOMPARE_LT(morning.sortKey(), midnight.sortKey());
    QCOMPARE(day.sortKey(), QDateTime({2021, 12, 4}, {12, 0}, Qt::UTC));
    QVERIFY(!Timestamp().sortKey().isValid());
}

void TestTimestamp::refusesNonsense()
{
    QVERIFY(!Timestamp::fromIso(u"yesterday"_s).isValid());
    QVERIFY(!Timestamp::fromIso(u"2021-13-04"_s).isValid());
    QCOMPARE(Timestamp::fromIso(u"2021-12-04Tnoon"_s), Timestamp{.date = QDate(2021, 12, 4)});
}

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
