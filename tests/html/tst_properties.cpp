#include "html/allowed.h"
#include "html/sanitise.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

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

const QStringList pieces = {u"<p>"_s,
                            u"</p>"_s,
                            u"<div>"_s,
                            u"</div>"_s,
                            u"<div class=related>"_s,
                            u"<b>"_s,
                            u"</b>"_s,
                            u"<i>"_s,
                            u"</i>"_s,
                            u"<a href=/x>"_s,
                            u"</a>"_s,
                            u"<a href='javascript:x'>"_s,
                            u"<ul>"_s,
                            u"</ul>"_s,
                            u"<li>"_s,
                            u"</li>"_s,
                            u"<ol start=3>"_s,
                            u"<dl>"_s,
                            u"<dt>"_s,
                            u"<dd>"_s,
                            u"</dl>"_s,
                            u"<table>"_s,
                            u"</table>"_s,
                            u"<tr>"_s,
                            u"<td>"_s,
                            u"</td>"_s,
                            u"<th>"_s,
                            u"<caption>"_s,
                            u"<colgroup>"_s,
                            u"<col>"_s,
                            u"<tbody>"_s,
                            u"<pre>"_s,
                            u"</pre>"_s,
                            u"\n"_s,
                            u" "_s,
                            u"word"_s,
                            u"&nbsp;"_s,
                            u"&lt;"_s,
                            u"&amp;"_s,
                            u"<"_s,
                            u">"_s,
                            u"\""_s,
                            u"<br>"_s,
                            u"<hr>"_s,
                            u"<img src=a.jpg>"_s,
                            u"<img src=x onerror=y>"_s,
                            u"<h2>"_s,
                            u"</h2>"_s,
                            u"<h3>"_s,
                            u"<blockquote>"_s,
                            u"</blockquote>"_s,
                            u"<figure>"_s,
                            u"<figcaption>"_s,
                            u"</figure>"_s,
                            u"<ruby>"_s,
                            u"<rt>"_s,
                            u"<rp>"_s,
                            u"</ruby>"_s,
                            u"<details>"_s,
                            u"<summary>"_s,
                            u"</details>"_s,
                            u"<span lang=fr>"_s,
                            u"</span>"_s,
                            u"<svg>"_s,
                            u"<svg width=9 onload=x style='fill:url(#g)'>"_s,
                            u"</svg>"_s,
                            u"<g transform='scale(2)'>"_s,
                            u"</g>"_s,
                            u"<path d='M0 0'/>"_s,
                            u"<text>"_s,
                            u"<tspan x=1>"_s,
                            u"</text>"_s,
                            u"<desc>"_s,
                            u"</desc>"_s,
                            u"<defs>"_s,
                            u"<linearGradient id=g xlink:href='#a'>"_s,
                            u"<use href='#g'>"_s,
                            u"<mglyph>"_s,
                            u"<malignmark>"_s,
                            u"<mi mathvariant=normal>"_s,
                            u"<mo lspace=1em>"_s,
                            u"<a href='#a'>"_s,
                            u"<a name=a>"_s,
                            u"<a id=b href='#c'>"_s,
                            u"<p id=a>"_s,
                            u"<div id=c>"_s,
                            u"<li id=b>"_s,
                            u"<span id=a>"_s,
                            u"<header id=b>"_s,
                            u"<img id=c src=b.jpg>"_s,
                            u"\u200B"_s,
                            u"\u00AD"_s,
                            u"\u0001"_s,
                            u"<![CDATA["_s,
                            u"]]>"_s,
                            u"</br>"_s,
                            u"<math>"_s,
                            u"<mi>"_s,
                            u"<mrow>"_s,
                            u"<mfrac>"_s,
                            u"</mfrac>"_s,
                            u"<mtext>"_s,
                            u"<semantics>"_s,
                            u"<annotation-xml>"_s,
                            u"</math>"_s,
                            u"<foreignObject>"_s,
                            u"<title>"_s,
                            u"</title>"_s,
                            u"<style>"_s,
                            u"</style>"_s,
                            u"<script>"_s,
                            u"</script>"_s,
                            u"<noscript>"_s,
                            u"</noscript>"_s,
                            u"<template>"_s,
                            u"</template>"_s,
                            u"<select>"_s,
                            u"<option>"_s,
                            u"</select>"_s,
                            u"<form>"_s,
                            u"</form>"_s,
                            u"<button>"_s,
                            u"</button>"_s,
                            u"<object>"_s,
                            u"</object>"_s,
                            u"<textarea>"_s,
                            u"</textarea>"_s,
                            u"<xmp>"_s,
                            u"</xmp>"_s,
                            u"<!--"_s,
                            u"-->"_s,
                            u"<font color=red>"_s,
                            u"</font>"_s,
                            u"<nobr>"_s,
                            u"<center>"_s,
                            u"<section>"_s,
                            u"</section>"_s,
                            u"<em>"_s,
                            u"</em>"_s,
                            u"<code>"_s,
                            u"</code>"_s,
                            u"<frameset>"_s,
                            u"<body>"_s,
                            u"</body>"_s,
                            u"<html>"_s,
                            u"<aside>"_s,
                            u"</aside>"_s,
                            u"<picture>"_s,
                            u"<source srcset='b.jpg 2x'>"_s,
                            u"<iframe>"_s,
                            u"</iframe>"_s,
                            u"<plaintext>"_s,
                            u"\u05D0"_s,
                            u"<p title='<b>'"_s,
                            u" class='x related'>"_s,
                            u"<wbr>"_s,
                            u"<menu>"_s,
                            u"&#13;"_s};

QString fragmentFrom(std::mt19937 &random)
{
    QString fragment;
    const auto length = 1 + random() % 40;
    for (unsigned i = 0; i < length; ++i)
        fragment += pieces.at(qsizetype(random() % unsigned(pieces.size())));
    // Now and then something is torn.
    if (random() % 4 == 0)
        fragment.remove(qsizetype(random() % unsigned(fragment.size())), 1 + random() % 3);
    return fragment;
}

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
        const auto fragment = fragmentFrom(random);

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
        const auto fragment = fragmentFrom(random);
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
