#include "html/allowed.h"
#include "html/sanitise.h"
#include "support/hostilefragments.h"
#include "support/hostilemarkup.h"

#include <QTest>

#include <iterator>

using namespace Qt::StringLiterals;

// Fragments written to get past sanitisers. Whatever they are, nothing of them may run, load or
// cover anything afterwards, and what is left must read the same the second time.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothingHarmful_data();
    void leavesNothingHarmful();
    void keepsTheWords_data();
    void keepsTheWords();
};

namespace {

const QUrl base(u"https://gazette.example/2025/story.html"_s);

} // namespace

void TestHostile::leavesNothingHarmful_data()
{
    QTest::addColumn<QString>("fragment");

    const auto add = [](const auto &fragments) {
        for (const auto *fragment : fragments) {
            const auto name = QString::fromUtf8(fragment).simplified().left(200).toUtf8();
            QTest::newRow(name.constData()) << QString::fromUtf8(fragment);
        }
    };
    add(support::hostileFragments);
    add(support::mutatingMarkup);
    add(support::foreignMarkup);
    add(support::clobberingMarkup);
    add(support::stylingMarkup);
    add(support::addressMarkup);
    add(support::encodedMarkup);
    static_assert(std::size(support::hostileFragments) > 100);
}

void TestHostile::leavesNothingHarmful()
{
    QFETCH(QString, fragment);

    const auto safe = html::sanitise(fragment, {.base = base});

    QCOMPARE(allowed::wrongIn(safe), QString());
    QVERIFY(!safe.toString().contains(u"broadsheet"));
    const auto again = html::sanitise(safe.toString(), {.ownAddresses = true});
    QCOMPARE(again.toString(), safe.toString());
}

void TestHostile::keepsTheWords_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("text");

    QTest::newRow("link to a script") << u"<a href='javascript:x'>read on</a>"_s << u"read on"_s;
    QTest::newRow("unknown element")
        << u"<blink>read <on-and>on</on-and></blink>"_s << u"read on"_s;
    QTest::newRow("loose in a table") << u"<table>read<tr><td>on</table>"_s << u"read\n\non"_s;
    QTest::newRow("event") << u"<p onclick=x>read on</p>"_s << u"read on"_s;
    QTest::newRow("form") << u"<form><p>read</p><fieldset>on</fieldset></form>"_s
                          << u"read\n\non"_s;
    QTest::newRow("escaped") << u"&lt;b&gt; &amp;amp;"_s << u"<b> &amp;"_s;
    QTest::newRow("formula") << u"<math><mi>a</mi><mo>=</mo><mi>b</mi></math>"_s << u"a=b"_s;
    QTest::newRow("fraction") << u"<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"_s << u"a/b"_s;
    QTest::newRow("fraction of a sum")
        << u"<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>"_s
        << u"(a+b)/2"_s;
    QTest::newRow("power") << u"<math><msup><mi>x</mi><mn>2</mn></msup></math>"_s << u"x^2"_s;
    QTest::newRow("second notation")
        << u"<math><semantics><mi>x</mi><annotation>\\xi</annotation></semantics></math>"_s
        << u"x"_s;
    QTest::newRow("loose words in a formula") << u"<math>x + y</math>"_s << u"x + y"_s;
    QTest::newRow("frameset") << u"<frameset><frame></frameset>read on"_s << u"read on"_s;
    QTest::newRow("plaintext") << u"<plaintext>read <on>"_s << u"read <on>"_s;
    QTest::newRow("second body") << u"read</body></html><body>on"_s << u"readon"_s;
}

void TestHostile::keepsTheWords()
{
    QFETCH(QString, fragment);

    const auto safe = html::sanitise(fragment, {.base = base});

    QTEST(html::plainText(safe), "text");
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
