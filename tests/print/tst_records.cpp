#include "print/records.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

print::Page somePage()
{
    return {.width = 612,
            .height = 792,
            .fonts = {{.name = u"Example-Bold"_s, .size = 12.5}},
            .words = {{.text = u"Ström"_s, .box = {36, 50, 40, 12}, .font = 0, .line = 3}},
            .links = {{.area = {36, 50, 40, 12}, .address = u"https://a.example/"_s}},
            .pictures = {{.id = 7, .area = {1, 2, 300, 400}}}};
}

print::About someFile()
{
    return {.pages = 2,
            .title = u"A title"_s,
            .author = u"Ann Example"_s,
            .created = QDateTime({2025, 4, 3}, {10, 20}, Qt::OffsetFromUTC, 3600)};
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatWasWritten();
    void keepsWhatCameBeforeTheEnd_data();
    void keepsWhatCameBeforeTheEnd();
    void passesErrorsOn();
    void survivesNoise_data();
    void survivesNoise();
};

void TestRecords::readsWhatWasWritten()
{
    const print::Picture picture{
        .page = 1, .id = 7, .mimeType = u"image/png"_s, .bytes = "bytes"_ba};

    const auto file = print::readRecords(print::record(someFile()) + print::record(somePage())
                                         + print::record(picture) + print::endRecord());

    QVERIFY(file);
    QCOMPARE(
        *file,
        (print::File{
            .about = someFile(), .pages = {somePage()}, .pictures = {picture}, .complete = true}));
}

void TestRecords::keepsWhatCameBeforeTheEnd_data()
{
    QTest::addColumn<qsizetype>("missing");

    QTest::newRow("nothing of the third record") << print::record(somePage()).size();
    QTest::newRow("most of it") << qsizetype(1);
}

void TestRecords::keepsWhatCameBeforeTheEnd()
{
    QFETCH(qsizetype, missing);
    const auto stream
        = print::record(someFile()) + print::record(somePage()) + print::record(somePage());

    const auto file = print::readRecords(stream.chopped(missing));

    QVERIFY(file);
    QCOMPARE(file->pages.first(), somePage());
    QVERIFY(!file->complete);
}

void TestRecords::passesErrorsOn()
{
    const Error error{Error::Kind::Refused, u"encrypted"_s};

    const auto file = print::readRecords(print::record(error) + print::endRecord());

    QVERIFY(!file);
    QCOMPARE(file.error(), error);
}

void TestRecords::survivesNoise_data()
{
    QTest::addColumn<QByteArray>("stream");

    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("unknown kind") << "\x63\0\0\0\1x"_ba;
    QTest::newRow("a length beyond the end") << "\x01\x7f\xff\xff\xff"_ba;
    QTest::newRow("a list longer than memory") << "\x02\0\0\0\x14" + QByteArray(20, '\x7f');
}

void TestRecords::survivesNoise()
{
    QFETCH(QByteArray, stream);

    QCOMPARE(print::readRecords(stream).error().kind, Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
