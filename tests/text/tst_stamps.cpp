#include "text/dates.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Dates as programs write them into feeds.
class TestStamps : public QObject
{
    Q_OBJECT

private slots:
    void readsStamps_data();
    void readsStamps();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void looksAtNoMoreThanADate();
};

void TestStamps::readsStamps_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("iso");
    const auto row = [](const QString &written, const QString &iso) {
        QTest::addRow("%s", qUtf8Printable(written)) << written << iso;
    };
    // RFC 5322 and its slips.
    row(u"Tue, 04 Mar 2025 10:14:55 +0000"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Tue, 04 Mar 2025 10:14:55 GMT"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Tue, 4 Mar 2025 10:14:55 -0330"_s, u"2025-03-04T10:14:55-03:30"_s);
    row(u"Tue,  4 Mar 2025 10:14 GMT"_s, u"2025-03-04T10:14:00Z"_s);
    row(u"4 Mar 25 10:14:55 EST"_s, u"2025-03-04T10:14:55-05:00"_s);
    row(u"04 Mar 2025"_s, u"2025-03-04"_s);
    row(u"Tue, 04 Mar, 2025 10:14:55 UTC"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Tuesday, 04 March 2025 10:14:55 PT"_s, u"2025-03-04T10:14:55-08:00"_s);
    row(u"Tues, 04 Sept 2025 10:14:55 MESZ"_s, u"2025-09-04T10:14:55+02:00"_s);
    row(u"Tue, 04 Mar 2025 10:14:55 Etc/GMT"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Tue, 04 Mar 2025 10:14:55 GMT-01:01"_s, u"2025-03-04T10:14:55-01:01"_s);
    row(u"Tue, 04 Mar 2025 10:14:55 +0100 (CET)"_s, u"2025-03-04T10:14:55+01:00"_s);
    row(u"Tue, 04 Mar 2025 02:14:55 PM GMT"_s, u"2025-03-04T14:14:55Z"_s);
    row(u"Tue, 04-Mar-2025 10:14:55 GMT"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Sat, 04 Mar 99 10:14:55 Z"_s, u"1999-03-04T10:14:55Z"_s);
    row(u"Tue Mar 04 2025 10:14:55 +0200"_s, u"2025-03-04T10:14:55+02:00"_s);
    row(u"\n  Tue, 04 Mar 2025\n 10:14:55 GMT "_s, u"2025-03-04T10:14:55Z"_s);
    // asctime().
    row(u"Tue Mar  4 10:14:55 2025"_s, u"2025-03-04T10:14:55"_s);
    row(u"Tue Mar  4 10:14:55 PST 2025"_s, u"2025-03-04T10:14:55-08:00"_s);
    // W3CDTF and ISO 8601.
    row(u"2025-03-04T10:14:55Z"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"2025-03-04T10:14:55.538+10:00"_s, u"2025-03-04T10:14:55+10:00"_s);
    row(u"2025-03-04T10:14Z"_s, u"2025-03-04T10:14:00Z"_s);
    row(u"2025-03-04 10:14:55 -00:20"_s, u"2025-03-04T10:14:55-00:20"_s);
    row(u"2025-03-04t10:14:55z"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"2025-03"_s, u"2025-03-01"_s);
    row(u"2025"_s, u"2025-01-01"_s);
    row(u"20250304T101455Z"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"250304"_s, u"2025-03-04"_s);
    row(u"25-03-04"_s, u"2025-03-04"_s);
    row(u"-25-03"_s, u"2025-03-01"_s);
    row(u"-2503"_s, u"2025-03-01"_s);
    row(u"2025-063"_s, u"2025-03-04"_s);
    row(u"25063"_s, u"2025-03-04"_s);
    row(u"2025063"_s, u"2025-03-04"_s);
    row(u"2025-W10-2"_s, u"2025-03-04"_s);
    row(u"2025W102"_s, u"2025-03-04"_s);
    row(u"2025-003-04T10:14:55+00:00"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"2025-03-04T24:00:00Z"_s, u"2025-03-05T00:00:00Z"_s);
    row(u"2016-12-31T23:59:60Z"_s, u"2017-01-01T00:00:00Z"_s);
    // Content systems' own.
    row(u"Tue, 2025/03/04 10:14:55 EDT"_s, u"2025-03-04T10:14:55-04:00"_s);
    row(u"Tue,04 Mar 2025 10:14:55GMT"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"2025-03-04T10:14:55+0000Z"_s, u"2025-03-04T10:14:55Z"_s);
    row(u"Tue, 04 Mar 2025 10:14:55 America/New_York"_s, u"2025-03-04T10:14:55-05:00"_s);
    row(u"2025-03-04 \uc624\ud6c4 10:14:55"_s, u"2025-03-04T22:14:55+09:00"_s);
    row(u"2025\ub144 03\uc6d4 04\uc77c  10:14:55"_s, u"2025-03-04T10:14:55+09:00"_s);
    row(u"Jeu, 04 D\u00e9cembre 2025 10:14:55 +0100"_s, u"2025-12-04T10:14:55+01:00"_s);
    row(u"\u03a4\u03c1\u03b9, 04 \u039c\u03b1\u03c1 2025 10:14:55 EST"_s,
        u"2025-03-04T10:14:55-05:00"_s);
    row(u"2025-m\u00e1rcius-04T9:15-05:00"_s, u"2025-03-04T09:15:00-05:00"_s);
    // People's.
    row(u"4 mars 2025"_s, u"2025-03-04"_s);
    row(u"March 4, 2025"_s, u"2025-03-04"_s);
}

void TestStamps::readsStamps()
{
    QFETCH(QString, written);

    const auto found = text::parseStamp(written);

    QTEST(found.toIso(), "iso");
}

void TestStamps::refusesWhatCannotBe_data()
{
    QTest::addColumn<QString>("written");

    for (const auto *written : {"",
                                "   ",
                                "Tue, 04 Mar 2025 1:2:3:4 GMT",
                                "Tue, 04 Mar xx 10:14:55 GMT",
                                "Tue, Mar x 2025 10:14:55 GMT",
                                "Tue, 04 xyz 2025 10:14:55 GMT",
                                "Tue, 04 Mar 2025 25:14:55 GMT",
                                "Tue, 04 Mar 2025 10:61:55 GMT",
                                "Tue, 04 Mar 2025 10:14:55 +xx:00",
                                "Tue, 99 Mar 2025 10:14:55 GMT",
                                "2025-03-04T25:14:55Z",
                                "2025-13-04T10:14:55Z",
                                "4 Mar 2025 25:00 GMT",
                                "2025-02-30",
                                "2025-03-04T10:14:55 +zz",
                                "no date at all",
                                "-",
                                "-2",
                                "-25",
                                "-250",
                                "2-",
                                "99999999999",
                                "W",
                                "2025-W",
                                "12345678901234567890"})
        QTest::addRow("%s", written) << QString::fromUtf8(written);
}

void TestStamps::refusesWhatCannotBe()
{
    QFETCH(QString, written);

    const auto found = text::parseStamp(written);

    QVERIFY2(!found.isValid(), qPrintable(found.toIso()));
}

void TestStamps::looksAtNoMoreThanADate()
{
    const auto spaced = u"Tue, 04 Mar 2025"_s + QString(1'000'000, u' ') + u"10:14:55 GMT"_s;

    QCOMPARE(text::parseStamp(spaced).toIso(), u"2025-03-04T10:14:55Z"_s);
    QVERIFY(!text::parseStamp(QString(1'000'000, u'1')).isValid());
}

QTEST_GUILESS_MAIN(TestStamps)
#include "tst_stamps.moc"
