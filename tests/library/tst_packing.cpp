#include "library/packing.h"
#include "library/packingwords.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace Qt::StringLiterals;

// Texts made small and large again.
class TestPacking : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItPacks_data();
    void keepsWhatItPacks();
    void readsWhatWasPackedBefore_data();
    void readsWhatWasPackedBefore();
    void makesShortStoriesSmall();
    void tellsDamage();
    void isNotFooledByASize();
};

namespace {

constexpr qint64 most = 100'000'000;

QByteArray noise(int size)
{
    QRandomGenerator random(3);
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes.append(char(random.bounded(256)));
    return bytes;
}

const auto story = R"({"authors":[{"name":"Mara Quill"}],"published":"2024-05-06T07:08:09Z",)"
                   R"("raw":"<p>The ferry came in at dawn, and the people of the town were there.)"
                   R"(</p>","text":"The ferry came in at dawn, and the people of the town were )"
                   R"(there.","title":"The ferry","url":"https://times.example/ferry"})"_ba;

} // namespace

void TestPacking::keepsWhatItPacks_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one byte") << "a"_ba;
    QTest::newRow("zeroes") << QByteArray(100'000, '\0');
    QTest::newRow("a story") << story;
    QTest::newRow("many") << story.repeated(5'000);
    QTest::newRow("noise") << noise(70'000);
}

void TestPacking::keepsWhatItPacks()
{
    QFETCH(QByteArray, bytes);

    const auto unpacked = packing::unpacked(packing::packed(bytes), most);

    QVERIFY(unpacked);
    QCOMPARE(*unpacked, bytes);
}

// As older versions packed it.
static QByteArray deflatedWithDictionary(const QByteArray &bytes)
{
    const auto words = packing::dictionary();
    const auto *const in = reinterpret_cast<const Bytef *>(bytes.constData());
    z_stream stream{};
    deflateInit2(&stream, 4, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    deflateSetDictionary(&stream, reinterpret_cast<const Bytef *>(words.constData()),
                         uInt(words.size()));
    QByteArray result(5 + qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    result[0] = char(0xD1);
    qToBigEndian(quint32(bytes.size()), result.data() + 1);
    stream.next_in = const_cast<Bytef *>(in);
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data()) + 5;
    stream.avail_out = uInt(result.size() - 5);
    deflate(&stream, Z_FINISH);
    result.chop(qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return result;
}

void TestPacking::readsWhatWasPackedBefore_data()
{
    QTest::addColumn<QByteArray>("packed");

    QTest::newRow("by qCompress()") << qCompress(story, 4);
    QTest::newRow("with a dictionary") << deflatedWithDictionary(story);
}

void TestPacking::readsWhatWasPackedBefore()
{
    QFETCH(QByteArray, packed);

    const auto unpacked = packing::unpacked(packed, most);

    QVERIFY(unpacked);
    QCOMPARE(*unpacked, story);
}

void TestPacking::makesShortStoriesSmall()
{
    QVERIFY2(packing::packed(story).size() < qCompress(story, 9).size() * 8 / 10,
             qPrintable(QString::number(packing::packed(story).size())));
}

void TestPacking::tellsDamage()
{
    const auto whole = packing::packed(story);
    // Cut off anywhere, or with any byte turned round.
    for (qsizetype at = 0; at < whole.size(); ++at) {
        const auto cut = packing::unpacked(whole.left(at), most);
        QVERIFY(!cut);
        QCOMPARE(cut.error().kind, Error::Kind::Storage);
        auto turned = whole;
        turned[at] = char(turned.at(at) ^ 0xFF);
        const auto result = packing::unpacked(turned, most);
        QVERIFY(!result || *result == story);
    }
}

void TestPacking::isNotFooledByASize()
{
    auto packed = packing::packed(story);
    packed.replace(1, 4, QByteArray(4, char(0xFF)));
    QVERIFY(!packing::unpacked(packed, most));
    QVERIFY(!packing::unpacked(QByteArray(4, char(0xFF)), most));
    QVERIFY(!packing::unpacked(packing::packed(story), story.size() - 1));
}

QTEST_GUILESS_MAIN(TestPacking)
#include "tst_packing.moc"
