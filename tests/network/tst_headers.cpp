#include "network/headers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace network;

class TestHeaders : public QObject
{
    Q_OBJECT

private slots:
    void readsDates_data();
    void readsDates();
    void tellsHowLongAnAnswerIsFresh_data();
    void tellsHowLongAnAnswerIsFresh();
    void tellsWhenToComeAgain_data();
    void tellsWhenToComeAgain();
    void letsNoHeaderBeSmuggled_data();
    void letsNoHeaderBeSmuggled();
};

namespace {

using Fields = QHash<QByteArray, QByteArray>;

Header header(const Fields &fields)
{
    return [fields](QByteArrayView name) { return fields.value(name.toByteArray()); };
}

const QDateTime now({2024, 2, 29}, {12, 0}, Qt::UTC);

} // namespace

void TestHeaders::readsDates_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QDateTime>("moment");
    const QDateTime moment({1994, 11, 6}, {8, 49, 37}, Qt::UTC);

    QTest::newRow("as it should be") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba << moment;
    QTest::newRow("RFC 850") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << moment;
    QTest::newRow("RFC 850, this century") << "Thursday, 29-Feb-24 12:00:00 GMT"_ba << now;
    QTest::newRow("asctime") << "Sun Nov  6 08:49:37 1994"_ba << moment;
    QTest::newRow("spaces around") << " Sun, 06 Nov 1994 08:49:37 GMT "_ba << moment;
    QTest::newRow("nothing") << ""_ba << QDateTime();
    QTest::newRow("a number") << "0"_ba << QDateTime();
    QTest::newRow("no day") << "Sun, 31 Feb 1994 08:49:37 GMT"_ba << QDateTime();
}

void TestHeaders::readsDates()
{
    QFETCH(QByteArray, written);

    QTEST(httpDate(written), "moment");
}

void TestHeaders::tellsHowLongAnAnswerIsFresh_data()
{
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<int>("seconds");

    QTest::newRow("not said") << Fields{} << 0;
    QTest::newRow("max-age") << Fields{{"cache-control", "public, max-age=600"}} << 600;
    QTest::newRow("in quotes") << Fields{{"cache-control", "Max-Age=\"600\""}} << 600;
    QTest::newRow("already old") << Fields{{"cache-control", "max-age=600"}, {"age", "500"}} << 100;
    QTest::newRow("too old") << Fields{{"cache-control", "max-age=600"}, {"age", "700"}} << 0;
    QTest::newRow("no-cache") << Fields{{"cache-control", "max-age=600, no-cache"}} << 0;
    QTest::newRow("no-store") << Fields{{"cache-control", "no-store, max-age=600"}} << 0;
    QTest::newRow("only for shared caches") << Fields{{"cache-control", "s-maxage=600"}} << 0;
    QTest::newRow("negative") << Fields{{"cache-control", "max-age=-1"}} << 0;
    QTest::newRow("nonsense") << Fields{{"cache-control", "max-age=soon"}} << 0;
    QTest::newRow("for ever") << Fields{{"cache-control", "max-age=99999999999999999999"}}
                              << 366 * 24 * 60 * 60;
    QTest::newRow("Expires") << Fields{{"expires", "Thu, 29 Feb 2024 12:10:00 GMT"}} << 600;
    QTest::newRow("Expires by the server's clock")
        << Fields{{"expires", "Thu, 29 Feb 2024 12:10:00 GMT"},
                  {"date", "Thu, 29 Feb 2024 12:09:00 GMT"}}
        << 60;
    QTest::newRow("expired") << Fields{{"expires", "0"}} << 0;
    QTest::newRow("long expired") << Fields{{"expires", "Sun, 06 Nov 1994 08:49:37 GMT"}} << 0;
    QTest::newRow("max-age before Expires")
        << Fields{{"cache-control", "max-age=60"}, {"expires", "Thu, 29 Feb 2024 12:10:00 GMT"}}
        << 60;
}

void TestHeaders::tellsHowLongAnAnswerIsFresh()
{
    QFETCH(Fields, fields);

    QTEST(freshness(header(fields), now).maxAgeSeconds, "seconds");
}

void TestHeaders::tellsWhenToComeAgain_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("seconds");

    QTest::newRow("not said") << ""_ba << 0;
    QTest::newRow("seconds") << "120"_ba << 120;
    QTest::newRow("a date") << "Thu, 29 Feb 2024 12:02:00 GMT"_ba << 120;
    QTest::newRow("a date that has passed") << "Thu, 29 Feb 2024 11:00:00 GMT"_ba << 0;
    QTest::newRow("negative") << "-5"_ba << 0;
    QTest::newRow("nonsense") << "later"_ba << 0;
    QTest::newRow("never") << "999999999999"_ba << 366 * 24 * 60 * 60;
}

void TestHeaders::tellsWhenToComeAgain()
{
    QFETCH(QByteArray, written);

    QTEST(retryAfterSeconds(header({{"retry-after", written}}), now), "seconds");
}

void TestHeaders::letsNoHeaderBeSmuggled_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("safe");

    QTest::newRow("plain") << " \"a b\t\xe9\" "_ba
                           << "\"a b\t\xe9\""_ba;
    QTest::newRow("line feed") << "a\nX: y"_ba
                               << ""_ba;
    QTest::newRow("carriage return") << "a\rX: y"_ba
                                     << ""_ba;
    QTest::newRow("null") << "a\0b"_ba
                          << ""_ba;
    QTest::newRow("longer than servers take") << QByteArray(5000, 'a') << ""_ba;
}

void TestHeaders::letsNoHeaderBeSmuggled()
{
    QFETCH(QByteArray, value);

    QTEST(headerValue(value), "safe");
}

QTEST_GUILESS_MAIN(TestHeaders)
#include "tst_headers.moc"
