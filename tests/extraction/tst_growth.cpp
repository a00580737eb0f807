#include "extraction/extraction.h"
#include "support/largepages.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

class TestGrowth : public QObject
{
    Q_OBJECT

private slots:
    void takesTimeInProportionToThePage_data();
    void takesTimeInProportionToThePage();
};

namespace {

constexpr int kilobyte = 1024;
constexpr int growth = 8;

// Processor time, so that a busy machine changes little.
double millisecondsFor(const support::PageShape &shape, qsizetype bytes)
{
    const SavedPage page{.html = QString::fromUtf8(support::largePage(shape, bytes)),
                         .stated = {.url = QUrl(u"https://times.example/2021/story.html"_s)}};
    const auto start = std::clock();
    const auto article = extraction::extract(page);
    return article ? 1e3 * double(std::clock() - start) / CLOCKS_PER_SEC : -1;
}

} // namespace

void TestGrowth::takesTimeInProportionToThePage_data()
{
    QTest::addColumn<int>("shape");

    for (size_t index = 0; index < support::pageShapes.size(); ++index)
        QTest::newRow(support::pageShapes[index].name) << int(index);
}

void TestGrowth::takesTimeInProportionToThePage()
{
    QFETCH(int, shape);
    const auto &made = support::pageShapes[size_t(shape)];

    const auto small = millisecondsFor(made, 32 * kilobyte);
    const auto large = millisecondsFor(made, growth * 32 * kilobyte);

    QVERIFY(small >= 0 && large >= 0);
    // A square would take eight times the proportional share.
    QVERIFY2(large < 3 * growth * small + 100,
             qPrintable(u"%1 ms, then %2 ms"_s.arg(small).arg(large)));
}

QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_growth.moc"
