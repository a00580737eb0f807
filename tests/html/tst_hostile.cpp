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
    void leavesNothingHarmfulAsWritten_data();
    void leavesNothingHarmfulAsWritten();
    void keepsTheWords_data();
    void keepsTheWords();
};

namespace {

const QUrl base(u"https://gazette.example/2025/story.html"_s);

} // namespace

namespace {

// The first thing in HTML that runs, loads or reaches beyond it; empty when there is none.
QString runningIn(const QString &html)
{
    static const QSet<QString> running
        = {u"script"_s,  u"style"_s,   u"iframe"_s,     u"object"_s,
           u"embed"_s,   u"applet"_s,  u"frame"_s,      u"meta"_s,
           u"link"_s,    u"base"_s,    u"form"_s,       u"input"_s,
           u"button"_s,  u"svg:use"_s, u"svg:script"_s, u"svg:foreignobject"_s,
           u"template"_s};
    const auto document = html::Document::parse(html);
    for (auto node = document->root(); !node.isNull(); node = node.next(document->root())) {
        if (running.contains(node.name().toLower()))
            return node.name();
        const auto names = node.isElement() ? node.attributeNames() : QByteArrayList();
        for (const auto &name : names) {
            if (name.startsWith("on") || name == "style" || name == "srcset"
                || (name == "id" && !node.attribute("id").startsWith("user-content-"_L1)))
                return QString::fromLatin1(name);
            const auto isAddress
                = name == "href" || name == "src" || name == "cite" || name.contains("href");
            const QUrl address(node.attribute(name.constData()));
            const auto scheme = address.scheme();
            if (isAddress && !node.name().startsWith("svg:"_L1) && scheme != "http"_L1
                && scheme != "https"_L1 && scheme != "mailto"_L1)
                return node.attribute(name.constData());
        }
    }
    return {};
}

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

void TestHostile::leavesNothingHarmfulAsWritten_data()
{
    leavesNothingHarmful_data();
}

void TestHostile::leavesNothingHarmfulAsWritten()
{
    QFETCH(QString, fragment);

    const auto how = html::Sanitising{.base = base, .shape = html::Shape::AsWritten};
    const auto safe = html::sanitise(fragment, how).toString();

    QCOMPARE(runningIn(safe), QString());
    // A browser that reads it finds nothing else in it.
    QCOMPARE(runningIn(html::sanitise(safe, how).toString()), QString());
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
    QTest::newRow("formula") << u"<math><mi>a</mi><mo>=</mo><mi>b</mi></math>"_s << u"a = b"_s;
    QTest::newRow("fraction") << u"<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"_s << u"a/b"_s;
    QTest::newRow("fraction of a sum")
        << u"<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac></math>"_s
        << u"(a+b)/2"_s;
    QTest::newRow("power") << u"<math><msup><mi>x</mi><mn>2</mn></msup></math>"_s << u"x²"_s;
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
