#include "html/allowed.h"
#include "html/sanitise.h"

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

const char *const fragments[] = {
    // Scripts in every dress.
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script/src=data:,alert(1)>",
    "<script>alert(1)",
    "<<script>alert(1);//<</script>",
    "<script\n>alert(1)</script\n>",
    "</script><script>alert(1)</script>",
    "<script><!--<script></script>--></script><b onclick=x>",
    "<script type=module>import 'x'</script>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><script href='data:,alert(1)'/></svg>",
    "<math><script>alert(1)</script></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<xss:script xmlns:xss='http://www.w3.org/1999/xhtml'>x</xss:script>",
    // Events.
    "<img src=x onerror=alert(1)>",
    "<img src=x:x onerror=alert(1)//",
    "<img/src=x/onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    "<img src=x OnErRoR=alert(1)>",
    "<img src=x onerror\n=\nalert(1)>",
    "<img src=x \x0Bonerror=alert(1)>",
    "<img src=\"a\" alt=\"``onerror=alert(1)\">",
    "<img alt='\"><script>alert(1)</script>' src=a.jpg>",
    "<body onload=alert(1)>text",
    "<p onmouseover=alert(1) style='position:fixed;inset:0'>text</p>",
    "<details open ontoggle=alert(1)>x</details>",
    "<video src=x onerror=alert(1)></video>",
    "<audio autoplay onplay=alert(1) src=x></audio>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)//",
    "<select autofocus onfocus=alert(1)><option>x</select>",
    "<input onfocus=alert(1) autofocus>",
    "<a onpointerrawupdate=alert(1) href=/x>x</a>",
    "<div contenteditable onbeforeinput=alert(1)>x</div>",
    "<custom-thing onclick=alert(1)>x</custom-thing>",
    // Addresses.
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' \t\n javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&#9;script:alert(1)'>x</a>",
    "<a href='java&#x0A;script:alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>",
    "<a href='&#0;javascript:alert(1)'>x</a>",
    "<a href='&#106;&#97;vascript:alert(1)'>x</a>",
    "<a href='&#x6A&#x61vascript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='javascript&#58;alert(1)'>x</a>",
    "<a href='&Tab;java&NewLine;script&colon;alert(1)'>x</a>",
    "<a href='\xEF\xBB\xBFjavascript:alert(1)'>x</a>",
    "<a href='\xC2\xA0javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<a href='blob:https://gazette.example/1'>x</a>",
    "<a href='about:blank'>x</a>",
    "<a href='ftp://files.example/x'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>",
    "<a href='view-source:javascript:alert(1)'>x</a>",
    "<a href='jar:javascript:alert(1)!/'>x</a>",
    "<a href='intent://x#Intent;scheme=x;end'>x</a>",
    "<a href='broadsheet:library/1'>x</a>",
    "<a href='broadsheet-media:0000'>x</a>",
    "<a href='https:///'>x</a>",
    "<a href='//'>x</a>",
    "<a href='http://[::1'>x</a>",
    "<a href='https://user:pass@evil.example/'>x</a>",
    "<a href='#top'>x</a>",
    "<a xlink:href='javascript:alert(1)'>x</a>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math href='javascript:alert(1)'><mi>x</mi></math>",
    "<math><maction actiontype='statusline' xlink:href='javascript:alert(1)'>x</maction></math>",
    "<img src='javascript:alert(1)'>",
    "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
    "<img src='file:///etc/passwd'>",
    "<img src='broadsheet-media:aa'>",
    "<img srcset='javascript:alert(1) 2x'>",
    "<img data-src='javascript:alert(1)' src='data:,'>",
    "<img lowsrc='javascript:alert(1)' dynsrc='javascript:alert(1)'>",
    "<a href='/x' ping='//evil.example' target=_blank rel=opener download>x</a>",
    "<q cite='javascript:alert(1)'>x</q><blockquote cite='javascript:alert(1)'>x</blockquote>",
    // Frames, forms, plug-ins, documents in documents.
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<frameset><frame src='javascript:alert(1)'></frameset>",
    "<frameset onload=alert(1)>",
    "<object data='javascript:alert(1)'><param name=x value=y>text</object>",
    "<embed src='//evil.example/x.swf' allowscriptaccess=always>",
    "<applet code=x></applet>",
    "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>x</button></form>",
    "<form><input type=image src=x><isindex action=javascript:alert(1)></form>",
    "<button form=x formaction=javascript:alert(1)>x</button>",
    "<textarea><script>alert(1)</script></textarea>",
    "<keygen autofocus onfocus=alert(1)>",
    "<portal src='javascript:alert(1)'></portal>",
    "<base href='javascript:/a/'><a href='b'>x</a>",
    "<base href='https://evil.example/'><a href='b'>x</a>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href='//evil.example/x.css'>",
    "<link rel=import href=x>",
    "<html manifest=x><head profile=y></head></html>",
    // Style and layers.
    "<style>@import '//evil.example/x.css';</style>",
    "<style><img src='</style><img src=x onerror=alert(1)>'></style>",
    "<p style='background:url(//evil.example/x)'>x</p>",
    "<p style=\"width:expression(alert(1))\">x</p>",
    "<table background='javascript:alert(1)'><tr><td background='//evil.example/x.gif'>x</table>",
    "<font style='behavior:url(#x)'>x</font>",
    "<div id=story name=cookie class='overlay modal related'>x</div>",
    "<form name=body><input name=firstChild></form>",
    "<img name=getElementById src=a.jpg><a id=x name=y href=/z>x</a>",
    "<svg><style><![CDATA[</style><img src=x onerror=alert(1)>]]></style></svg>",
    "<svg><use href='data:image/svg+xml,x#y'/></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1) /><a><text>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)></svg>",
    "<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>",
    // Markup that changes when it is read again.
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 "
    "onerror=1&gt;'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=1></style></math>",
    "<svg><desc><noscript>&lt;/noscript&gt;&lt;script&gt;alert(1)&lt;/script&gt;</noscript></svg>",
    "<noscript><style></noscript><img src=x onerror=alert(1)></style>",
    "<noembed><p title='</noembed><script>x</script>'></noembed>",
    "<noframes><p title='</noframes><script>x</script>'></noframes>",
    "<xmp><p title='</xmp><script>alert(1)</script>'></xmp>",
    "<listing>&lt;script&gt;alert(1)&lt;/script&gt;</listing>",
    "<plaintext><script>alert(1)</script>",
    "<title><p title='</title><script>alert(1)</script>'></title>",
    "<template><script>alert(1)</script><img src=x onerror=alert(1)></template>",
    "<template><tr><td></template><td>x",
    "<pre>\n\n<b>x</b></pre><pre>&#10;x</pre><pre><code>\n\nx</code></pre>",
    "<textarea>&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;</textarea>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<p>&amp;lt;script&amp;gt;alert(1)</p>",
    "<p title='&lt;/p&gt;&lt;script&gt;'>x</p>",
    "<a href='/x' title='\"><img src=x onerror=alert(1)>'>x</a>",
    "<a title='&quot;&gt;&lt;script&gt;alert(1)' href=/x>y</a>",
    "<abbr title='a&nbsp;b\n\tc<d'>x</abbr>",
    "<!--><script>alert(1)</script>-->x",
    "<!--a--!><script>alert(1)</script>x",
    "<![CDATA[<script>alert(1)</script>]]>x",
    "<?xml version='1.0'?><?php echo '<script>' ?>x",
    "<!DOCTYPE html [<!ENTITY x '<script>'>]>&x;",
    "</p></br></div>x</body></html>y<p>z",
    "<table><script>alert(1)</script>loose<tr><td>x</table>",
    "<table><tr><p>loose</p><td><a href=/x><table><tr><td><a href=/y>x</table></table>",
    "<table><caption><table><tr><td>x</caption><col><tbody>loose",
    "<a href=/x>1<a href=/y>2<div>3<a href=/z>4</div></a>",
    "<b><i><p>1</b>2</i>3<p><b><table><tr><td></b>4</table>",
    "<h1>1<h2>2<h3>3</h1>4</h2>",
    "<ul>1<li>2<div><li>3<ul><li>4</ol></ul>5</li>6",
    "<dl>1<dt>2<div><dd>3<dl><dt>4</dl>5",
    "<ruby>a<rt>b<rp>c<ruby>d<rtc>e<rt>f</ruby>g</ruby><rt>h",
    "<p><object><p>1</object>2<p><button><p>3</button>4",
    "<select><option><b>1<select><p>2</select>3",
    "<nobr>1<nobr>2<b><b><b><b><b><p>3</p></b></b>4",
    "<font color=red>1<font color=blue>2<p>3</font>4",
    "<details><summary>1<p>2<summary>3</details><summary>4",
    "<figure>1<figcaption>2<p>3<figcaption>4</figure><figcaption>5",
    "<span dir=rtl><div>1</div><p>2</span>3",
    "<image src=x onerror=alert(1)>",
    "<math><mi><p>x</math><svg><title><p>x</svg>",
    "<p>a&#13;b&#12;c&#11;d&#127;e&#xFEFF;f&#xFFFE;g&#x80;h&#xD800;i",
    "\xEF\xBB\xBF\xEF\xBB\xBFx\xFFy\xC0\x80z\xED\xA0\x80",
};

} // namespace

void TestHostile::leavesNothingHarmful_data()
{
    QTest::addColumn<QString>("fragment");

    for (const auto *fragment : fragments) {
        const auto name = QString::fromUtf8(fragment).simplified().toUtf8();
        QTest::newRow(name.constData()) << QString::fromUtf8(fragment);
    }
    static_assert(std::size(fragments) > 100);
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
