#include "html/allowed.h"
#include "html/sanitise.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Drawings, formulas, and the places in a story that its links lead to.
class TestDrawings : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void refusesWhatIsBeyondReason_data();
    void refusesWhatIsBeyondReason();
};

namespace {

const QUrl base(u"https://gazette.example/2025/story.html"_s);

void addDrawings()
{
    QTest::newRow("shapes") << u"<svg viewBox='0 0 9 9' width=90><g transform='scale(2)'>"
                               "<path d='M0 0L9 9'/><circle cx=1 r=2 fill='#a1b'/></g></svg>"_s
                            << u"<svg viewBox=\"0 0 9 9\" width=\"90\"><g transform=\"scale(2)\">"
                               "<path d=\"M0 0L9 9\"></path><circle cx=\"1\" r=\"2\" "
                               "fill=\"#a1b\"></circle></g></svg>"_s;
    QTest::newRow("words") << u"<svg><title>Rain &amp; <b>snow</b></title><desc> </desc>"
                              "<text x=1>In <tspan dy='1em'>June</tspan> </text></svg>"_s
                           << u"<svg><title>Rain &amp; snow</title><text x=\"1\">In "
                              "<tspan dy=\"1em\">June</tspan> </text></svg>"_s;
    QTest::newRow("a gradient of its own")
        << u"<svg><defs><linearGradient id=a gradientUnits=userSpaceOnUse><stop offset='5%' "
           "style='stop-color: red; x: y'/></linearGradient><radialGradient id=b "
           "xlink:href='#a'/></defs><rect style=\"fill:url('#b') none\"/></svg>"_s
        << u"<svg><defs><linearGradient id=\"user-content-a\" gradientUnits=\"userSpaceOnUse\">"
           "<stop offset=\"5%\" stop-color=\"red\"></stop></linearGradient>"
           "<radialGradient id=\"user-content-b\" href=\"#user-content-a\"></radialGradient>"
           "</defs><rect fill=\"url(#user-content-b) none\"></rect></svg>"_s;
    QTest::newRow("what others drew")
        << u"<svg><rect fill='url(/x.svg#a)' stroke=url(#b)url(//c) filter=url(#f)/>"
           "<image href=/x.png /><use href='/x.svg#a'/></svg>"_s
        << u"<svg><rect stroke=\"url(#user-content-b)\"></rect></svg>"_s;
    QTest::newRow("links, drawings in drawings")
        << u"<svg><a href=/x onclick=y><svg onload=y><text>a</text></svg></a></svg>"_s
        << u"<svg><text>a</text></svg>"_s;
    QTest::newRow("the drawing itself stays in its place")
        << u"<svg transform='translate(-99)' x=-9 style='position:fixed'><line x1=1 /></svg>"_s
        << u"<svg><line x1=\"1\"></line></svg>"_s;
    QTest::newRow("hidden parts") << u"<svg><text display=none>a</text><g style='visibility: "
                                     "hidden'><text>b</text></g><text>c</text></svg>"_s
                                  << u"<svg><text>c</text></svg>"_s;
    QTest::newRow("decoration") << u"a<svg aria-hidden=true><rect/></svg><svg role=none>"
                                   "<rect/></svg>b"_s
                                << u"ab"_s;
    QTest::newRow("nothing to see") << u"a<svg><title>b</title><defs></defs></svg>c"_s << u"ac"_s;
}

void addFormulas()
{
    QTest::newRow("formula") << u"<math display=block><mrow><mo stretchy=false lspace='.2em' "
                                "onclick=x>(</mo><mi mathvariant=normal>x</mi></mrow></math>"_s
                             << u"<math display=\"block\"><mrow><mo stretchy=\"false\" "
                                "lspace=\".2em\">(</mo><mi mathvariant=\"normal\">x</mi></mrow>"
                                "</math>"_s;
    QTest::newRow("what would move a sign away")
        << u"<math><mspace width='-9em' height=500em depth=1em /><mpadded lspace=-9em voffset=9em>"
           "<mi>x</mi></mpadded></math>"_s
        << u"<math><mspace depth=\"1em\"></mspace><mpadded><mi>x</mi></mpadded></math>"_s;
    QTest::newRow("links and actions")
        << u"<math href=/x><maction actiontype=toggle><mi href=/y xlink:href=/z>x</mi></maction>"
           "</math>"_s
        << u"<math><mi>x</mi></math>"_s;
    QTest::newRow("HTML in a formula")
        << u"<math><semantics><mtext>a<b>c</b></mtext><annotation-xml encoding='text/html'>"
           "<p>x</p></annotation-xml></semantics></math>"_s
        << u"<math><mtext>ac</mtext></math>"_s;
}

void addPlaces()
{
    QTest::newRow("notes and back")
        << u"<p>a<sup id=r1><a href='#n1'>1</a></sup></p><ol><li id=n1>b <a href='#r1'>up</a>"_s
        << u"<p>a<sup id=\"user-content-r1\"><a href=\"#user-content-n1\">1</a></sup></p><ol>"
           "<li id=\"user-content-n1\">b <a href=\"#user-content-r1\">up</a></li></ol>"_s;
    QTest::newRow("names of old pages")
        << u"<a href='#n'>1</a><div><a name=n></a>b</div>"_s
        << u"<a href=\"#user-content-n\">1</a><p><span id=\"user-content-n\"></span>b</p>"_s;
    QTest::newRow("containers that links lead to")
        << u"<a href='#n'>1</a><div id=n>b</div><header id=m>c</header>"_s
        << u"<a href=\"#user-content-n\">1</a><div id=\"user-content-n\">b</div><p>c</p>"_s;
    QTest::newRow("the page's own address")
        << u"<a href='https://gazette.example/2025/story.html#n'>1</a><p id=n>b"_s
        << u"<a href=\"#user-content-n\">1</a><p id=\"user-content-n\">b</p>"_s;
    QTest::newRow("letters of other alphabets")
        << u"<a href='#fu%C3%9Fnote'>1</a><p id='fußnote'>b"_s
        << u"<a href=\"#user-content-fußnote\">1</a><p id=\"user-content-fußnote\">b</p>"_s;
    QTest::newRow("names that nobody asks for")
        << u"<p id=n>a</p><p id=cookie>b</p>"_s << u"<p>a</p><p>b</p>"_s;
    QTest::newRow("links that are left out")
        << u"<p id=n>a</p><button><a href='#n'>b</a></button>"_s << u"<p>a</p>"_s;
    QTest::newRow("names beyond what an address says")
        << u"<a href='#a%22b'>1</a><p id='a\"b'>b</p><a href='#:~:text=b'>2</a>"_s
        << u"1<p>b</p>2"_s;
}

QString deep(const QString &begin, const QString &end, const QString &inside)
{
    return begin.repeated(300) + inside + end.repeated(300);
}

} // namespace

void TestDrawings::writes_data()
{
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<QString>("safe");

    addDrawings();
    addFormulas();
    addPlaces();
}

void TestDrawings::writes()
{
    QFETCH(QString, fragment);

    const auto safe = html::sanitise(fragment, {.base = base});

    QTEST(safe.toString(), "safe");
    QCOMPARE(allowed::wrongIn(safe), QString());
    QCOMPARE(html::sanitise(safe.toString(), {.base = base}), safe);
}

void TestDrawings::refusesWhatIsBeyondReason_data()
{
    QTest::addColumn<QString>("fragment");

    QTest::newRow("deep drawing") << u"<svg>"_s + deep(u"<g>"_s, u"</g>"_s, u"<rect/>"_s);
    QTest::newRow("large drawing")
        << u"<svg><path d='"_s + QString(5'000'000, u'1') + u"'/></svg>"_s;
    QTest::newRow("deep formula") << u"<math>"_s + deep(u"<mrow>"_s, u"</mrow>"_s, {});
}

void TestDrawings::refusesWhatIsBeyondReason()
{
    QFETCH(QString, fragment);

    const auto safe = html::sanitise(u"<p>a</p>"_s + fragment, {.base = base});

    QCOMPARE(safe.toString(), u"<p>a</p>"_s);
}

QTEST_GUILESS_MAIN(TestDrawings)
#include "tst_drawings.moc"
