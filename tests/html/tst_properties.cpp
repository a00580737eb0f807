#include "html/allowed.h"
#include "html/sanitise.h"
#include "support/madeupfragments.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

// What must hold for any fragment whatever, tried on many that a seeded generator makes up: the
// same ones every time.
class TestProperties : public QObject
{
    Q_OBJECT

private slots:
    void anyFragmentIsSafeAndStable_data();
    void anyFragmentIsSafeAndStable();
    void partsOfAPageAreSafeAndStable();
};

namespace {

constexpr int milliseconds = 700; // Of each seed.
const QUrl base(u"https://gazette.example/2025/story.html"_s);

} // namespace

void TestProperties::anyFragmentIsSafeAndStable_data()
{
    QTest::addColumn<unsigned>("seed");

    QTest::newRow("first seed") << 1U;
    QTest::newRow("second seed") << 20251122U;
    QTest::newRow("third seed") << 4242424242U;
}

void TestProperties::anyFragmentIsSafeAndStable()
{
    QFETCH(unsigned, seed);

    std::mt19937 random(seed);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        const auto fragment = support::madeUpFragment(random);

        const auto safe = html::sanitise(fragment, {.base = base});

        const auto again = html::sanitise(safe.toString(), {.ownAddresses = true});
        const auto wrong = allowed::wrongIn(safe);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u" from "_s + fragment));
        if (again != safe)
            QCOMPARE(again.toString(), safe.toString() + u" from "_s + fragment);
    }
}

// A part of a tree need not be one that a fragment's markup could make.
void TestProperties::partsOfAPageAreSafeAndStable()
{
    std::mt19937 random(7);
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < milliseconds) {
        const auto fragment = support::madeUpFragment(random);
        const auto page = html::Document::parse(fragment);
        QVERIFY(page);
        for (auto node = page->root(); !node.isNull(); node = node.next(page->root())) {
            const auto safe = html::sanitise(node, {.base = base});

            const auto again = html::sanitise(safe.toString(), {.ownAddresses = true});
            QCOMPARE(allowed::wrongIn(safe), QString());
            if (again != safe)
                QCOMPARE(again.toString(), safe.toString() + u" from "_s + fragment);
        }
    }
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
