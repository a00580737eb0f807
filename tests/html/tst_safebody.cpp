#include "html/safebody.h"

#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;

class TestSafeBody : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void refusesLinks_data();
    void refusesLinks();
    void endsWhatIsOpenInAnElement();
    void makesFragmentsSafe();
};

namespace {

const html::Sanitising how{.base = QUrl(u"https://example.org/news/story"_s)};

// "<p>" begins a paragraph, "</>" ends what was begun last; anything else is text.
SafeHtml written(const QString &steps)
{
    html::SafeBody body(how);
    std::vector<html::SafeBody::Mark> open;
    const auto words = steps.split(u'|');
    for (const auto &word : words) {
        if (word == "</>"_L1) {
            body.end(open.back());
            open.pop_back();
        } else if (word == "<br>"_L1) {
            body.lineBreak();
        } else if (word.startsWith(u'<')) {
            open.push_back(body.begin(QStringView(word).sliced(1, word.size() - 2)));
        } else {
            body.text(word);
        }
    }
    return body.take();
}

} // namespace

void TestSafeBody::writes_data()
{
    QTest::addColumn<QString>("steps");
    QTest::addColumn<QString>("html");

    QTest::newRow("a paragraph") << u"<p>|One & <two>|</>"_s << u"<p>One &amp; &lt;two&gt;</p>"_s;
    QTest::newRow("a list") << u"<ul>|<li>|One|</>|<li>|Two|</>|</>"_s
                            << u"<ul><li>One</li><li>Two</li></ul>"_s;
    QTest::newRow("a row without a table's body")
        << u"<table>|<tr>|<td>|One|</>|</>|<tr>|<td>|Two|</>|</>|</>"_s
        << u"<table><tbody><tr><td>One</td></tr><tr><td>Two</td></tr></tbody></table>"_s;
    QTest::newRow("an item without a list") << u"<li>|One|</>"_s << u"One"_s;
    QTest::newRow("a script") << u"<script>|alert(1)|</>"_s << u"alert(1)"_s;
    QTest::newRow("a frame") << u"<p>|One |<iframe>|two|</>|</>"_s << u"<p>One two</p>"_s;
    QTest::newRow("no element") << u"<x y=z onclick=1>|One|</>"_s << u"One"_s;
    QTest::newRow("a paragraph in a paragraph")
        << u"<p>|One|<p>|two|</>|</>"_s << u"<p>One</p><p>two</p>"_s;
    QTest::newRow("old names") << u"<p>|<tt>|One|</>|<strike>|two|</>|</>"_s
                               << u"<p><code>One</code><s>two</s></p>"_s;
    QTest::newRow("line breaks") << u"<p>|One|<br>|two|</>"_s << u"<p>One<br>two</p>"_s;
    QTest::newRow("nothing in it") << u"<p>|<b>|</>|</>"_s << QString();
}

void TestSafeBody::writes()
{
    QFETCH(QString, steps);

    const auto safe = written(steps);

    QTEST(safe.toString(), "html");
    // It is what the sanitiser leaves as it is.
    QCOMPARE(html::sanitise(safe.toString(), how), safe);
}

void TestSafeBody::refusesLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("html");

    QTest::newRow("relative") << u"next"_s << u"<a href=\"https://example.org/news/next\">x</a>"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"x"_s;
    QTest::newRow("script in disguise") << u" java\nscript:alert(1)"_s << u"x"_s;
    QTest::newRow("our own") << u"broadsheet:rules"_s << u"x"_s;
    QTest::newRow("quotation marks")
        << u"/a\"onclick=\"b"_s << u"<a href=\"https://example.org/a%22onclick=%22b\">x</a>"_s;
}

void TestSafeBody::refusesLinks()
{
    QFETCH(QString, address);
    html::SafeBody body(how);

    const auto link = body.beginLink(address);
    body.text(u"x");
    body.end(link);

    QTEST(body.take().toString(), "html");
}

void TestSafeBody::endsWhatIsOpenInAnElement()
{
    html::SafeBody body(how);

    const auto paragraph = body.begin(u"p");
    body.begin(u"b");
    body.text(u"One");
    body.end(paragraph);
    body.begin(u"p");
    body.text(u"two");

    QCOMPARE(body.take().toString(), u"<p><b>One</b></p><p>two</p>"_s);
}

void TestSafeBody::makesFragmentsSafe()
{
    html::SafeBody body(how);

    body.begin(u"blockquote");
    body.add(u"<p onclick=x>One<script>two</script>"_s);
    body.add(u"</blockquote><p>three"_s);

    QCOMPARE(body.take().toString(), u"<blockquote><p>One</p><p>three</p></blockquote>"_s);
}

QTEST_GUILESS_MAIN(TestSafeBody)
#include "tst_safebody.moc"
