#include "library/packing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

// Texts made small and large again.
class TestPacking : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItPacks_data();
    void keepsWhatItPacks();
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

void TestPacking::readsWhatWasPackedBefore()
{
    const auto unpacked = packing::unpacked(qCompress(story, 4), most);

    QVERIFY(unpacked);
    QCOMPARE(*unpacked, story);
}

void TestPacking::makesShortStoriesSmall()
{
    QVERIFY2(packing::packed(story).size() < qCompress(story, 9).size() * 7 / 10,
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
