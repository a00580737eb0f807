#include "formats/pdfsigns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using print::Word;

// What is raised behind a word of a printed page.
class TestPdfSigns : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsRaised_data();
    void readsWhatIsRaised();
    void readsFromTheRight();
    void leavesNoGapBehindASign();
};

namespace {

constexpr double large = 10; // The size of letters, and of signs below.
constexpr double small = 6.6;
constexpr double width = 300; // Of the page.

struct Sign
{
    QString text;
    double gap = 0.2; // Behind its word.
    double raised = 3; // Above the word's middle.
    double size = small;
};

// A page of one word with a sign behind it, and a third word.
print::Page page(const QString &word, const Sign &sign, bool linked = false)
{
    const auto end = 20 + 5.0 * double(word.size());
    const auto middle = 106 - sign.raised;
    const QRectF place(end + sign.gap, middle - sign.size / 2, 3.0 * double(sign.text.size()),
                       sign.size);
    print::Page page{
        .width = width, .height = 400, .fonts = {{.size = large}, {.size = sign.size}}};
    page.words = {{.text = sign.text, .box = place, .font = 1, .line = 0},
                  {.text = word, .box = {20, 100, end - 20, 12}, .font = 0, .line = 1},
                  {.text = u","_s, .box = {place.right() + 0.2, 100, 3, 12}, .font = 0, .line = 1}};
    if (linked)
        page.links = {{.area = place, .address = u"https://a.example/"_s}};
    return page;
}

QStringList textsOf(const QList<Word> &words)
{
    QStringList texts;
    for (const auto &word : words)
        texts.append(word.text);
    return texts;
}

} // namespace

void TestPdfSigns::readsWhatIsRaised_data()
{
    QTest::addColumn<print::Page>("page");
    QTest::addColumn<QStringList>("words");

    const QString comma = u","_s;
    QTest::newRow("a number behind a word")
        << page(u"passengers"_s, {u"12"_s}) << QStringList{u"passengers"_s, comma};
    QTest::newRow("in brackets") << page(u"passengers"_s, {u"[3]"_s})
                                 << QStringList{u"passengers"_s, comma};
    QTest::newRow("a letter") << page(u"passengers"_s, {u"ab"_s})
                              << QStringList{u"passengers"_s, comma};
    QTest::newRow("behind a sentence")
        << page(u"go.”"_s, {u"1"_s}) << QStringList{u"go.”"_s, comma};
    QTest::newRow("a link, behind a short word")
        << page(u"it"_s, {u"4"_s}, true) << QStringList{u"it"_s, comma};
    QTest::newRow("an exponent") << page(u"km"_s, {u"2"_s}) << QStringList{u"km²"_s, comma};
    QTest::newRow("of a number") << page(u"10"_s, {u"-12"_s}) << QStringList{u"10-¹²"_s, comma};
    QTest::newRow("an ordinal") << page(u"21"_s, {u"st"_s}) << QStringList{u"21st"_s, comma};
    QTest::newRow("lowered") << page(u"passengers"_s, {.text = u"2"_s, .raised = -3})
                             << QStringList{u"2"_s, u"passengers"_s, comma};
    QTest::newRow("elsewhere") << page(u"passengers"_s, {.text = u"2"_s, .gap = 9})
                               << QStringList{u"2"_s, u"passengers"_s, comma};
    QTest::newRow("in the line above") << page(u"passengers"_s, {.text = u"2"_s, .raised = 14})
                                       << QStringList{u"2"_s, u"passengers"_s, comma};
    QTest::newRow("as large as the word") << page(u"passengers"_s, {.text = u"2"_s, .size = 9})
                                          << QStringList{u"2"_s, u"passengers"_s, comma};
}

void TestPdfSigns::readsWhatIsRaised()
{
    QFETCH(print::Page, page);

    QTEST(textsOf(formats::pdf::withoutNoteSigns(page, false)), "words");
}

void TestPdfSigns::readsFromTheRight()
{
    auto mirrored = page(u"مسافرون"_s, {u"2"_s});
    for (auto &word : mirrored.words)
        word.box.moveLeft(width - word.box.right());

    QCOMPARE(textsOf(formats::pdf::withoutNoteSigns(mirrored, true)),
             (QStringList{u"مسافرون"_s, u","_s}));
}

void TestPdfSigns::leavesNoGapBehindASign()
{
    const auto words = formats::pdf::withoutNoteSigns(page(u"passengers"_s, {u"12"_s}), false);

    QCOMPARE_LT(words.at(1).box.left() - words.at(0).box.right(), 0.5);
}

QTEST_GUILESS_MAIN(TestPdfSigns)
#include "tst_pdfsigns.moc"
