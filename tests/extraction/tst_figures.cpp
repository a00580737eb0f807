#include "extraction/figures.h"
#include "extraction/noise.h"
#include "extraction/samepicture.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void findsFigures_data();
    void findsFigures();
    void knowsTheSamePicture_data();
    void knowsTheSamePicture();
};

namespace {

const auto prose
    = u"<p>The ferry left at nine, a little late and with fewer people than on any morning of "
      "this long and rather wet summer, the captain said.</p>"_s;

QString lineOf(const Figure &figure)
{
    const auto file = figure.src.mid(figure.src.lastIndexOf(u'/') + 1);
    return QStringList{file, figure.alt, figure.caption, figure.credit}.join(u'|');
}

void row(const char *name, const QString &html, const QStringList &figures)
{
    QTest::newRow(name) << html << figures;
}

void addPlainRows()
{
    row("figure",
        u"<figure><img src=/a.jpg alt=Alt><figcaption>A pier. Photo: Bea Ost</figcaption>"
        "</figure>"_s,
        {u"a.jpg|Alt|A pier.|Bea Ost"_s});
    for (const auto &alt : {u"photo"_s, u"Image 2 of 5"_s, u"Photo credit: Bea Ost"_s}) {
        row(qPrintable(u"picture called "_s + alt),
            u"<figure><img src=/a.jpg alt=\"%1\"><figcaption>A pier. Photo: Bea Ost</figcaption>"
            "</figure>"_s.arg(alt),
            {u"a.jpg|%1|A pier.|Bea Ost"_s.arg(alt)});
    }
    row("button called by what it does",
        u"<figure><img src=/a.jpg alt=\"Share this article\"></figure>"_s + prose, {});
    row("caption and credit marked apart",
        u"<div class=photo><img src=/a.jpg><div class=caption>A pier</div><div class=credit>Bea "
        "Ost/AFP</div></div>"_s,
        {u"a.jpg||A pier|Bea Ost/AFP"_s});
    row("caption that ends in a credit, and the agency again",
        u"<figure><img src=/a.jpg><figcaption><p>A pier? (Photo: Getty Images)</p><small>Getty"
        "</small></figcaption></figure>"_s,
        {u"a.jpg||A pier?|Getty Images"_s});
    row("microdata",
        u"<figure itemscope><img src=/a.jpg><span itemprop=caption>A pier.</span> <span "
        "itemprop=copyrightHolder>Bea Ost</span></figure>"_s,
        {u"a.jpg||A pier.|Bea Ost"_s});
    row("one caption for desks and one for phones",
        u"<figure><img src=/a.jpg><figcaption class=desk>A pier.</figcaption><figcaption "
        "class=phone>A pier.</figcaption></figure>"_s,
        {u"a.jpg||A pier.|"_s});
    row("words for screen readers are no caption",
        u"<figure><h2 class=element-invisible>IMG_4711.jpg</h2><img src=/a.jpg></figure>"_s + prose,
        {u"a.jpg|||"_s});
    row("buttons are no caption",
        u"<figure><img src=/a.jpg><figcaption><a href=/big>Vergrößern</a> Ein Steg.</figcaption>"
        "</figure>"_s,
        {u"a.jpg||Ein Steg.|"_s});
    row("source of a diagram",
        u"<figure><img src=/a.jpg><figcaption>Source: Harbour Office</figcaption></figure>"_s,
        {u"a.jpg|||Harbour Office"_s});
    row("both under the photographer's name",
        u"<div class=box><img src=/a.jpg><div class=photographer>A pier at dusk. (NASA/Bea Ost)"
        "</div></div>"_s,
        {u"a.jpg||A pier at dusk.|NASA/Bea Ost"_s});
}

void addWordsBehind()
{
    row("caption behind the figure",
        u"<div><figure><img src=/a.jpg></figure><figcaption class=caption>A pier. (Bea "
        "Ost/AFP)</figcaption>"_s
            + prose + u"</div>"_s,
        {u"a.jpg||A pier.|Bea Ost/AFP"_s});
    row("in the next column of a page builder",
        u"<div><div><figure><img src=/a.jpg></figure></div><div class='text "
        "bildunterschrift'><div><h6>Ein Steg. (Symbolbild: Bea Ost)</h6></div></div></div>"_s,
        {u"a.jpg||Ein Steg.|Bea Ost"_s});
    row("a paragraph that is nothing but a credit",
        u"<div><p><img src=/a.jpg></p><p><em>(Credit: Bea Ost / Grid)</em></p>"_s + prose
            + u"</div>"_s,
        {u"a.jpg|||Bea Ost / Grid"_s});
    row("a paragraph that ends in one",
        u"<div><div><img src=/a.jpg></div><p>A pier, seen from the lake (Foto: picture "
        "alliance/Kyodo)</p>"_s
            + prose + u"</div>"_s,
        {u"a.jpg||A pier, seen from the lake|picture alliance/Kyodo"_s});
    row("a sentence that repeats the alternative text",
        u"<div><a href=/big><img src=/a.jpg alt='A pier, seen from the lake.'></a><div>A pier, "
        "seen from the lake.</div></div>"_s
            + prose,
        {u"a.jpg|A pier, seen from the lake.|A pier, seen from the lake.|"_s});
    row("the name of what a card shows is text",
        u"<div><img src=/a.jpg alt='Oak Bench, 2 m'><div>Oak Bench, 2 m</div></div>"_s + prose,
        {u"a.jpg|Oak Bench, 2 m||"_s});
    row("the story's own words are none", u"<div><p><img src=/a.jpg></p>"_s + prose + u"</div>"_s,
        {u"a.jpg|||"_s});
    row("nor is its byline",
        u"<div><figure><img src=/a.jpg><figcaption>A pier.</figcaption></figure><p "
        u"class=credits>By "
        "<span itemprop=author>Bea Ost</span></p></div>"_s,
        {u"a.jpg||A pier.|"_s});
    row("nor the title of a player",
        u"<div><p><img src=/a.jpg></p><p>Video: What the Pier Looks Like</p></div>"_s,
        {u"a.jpg|||"_s});
}

void addLazyRows()
{
    row("only in a <noscript>",
        u"<figure><picture><noscript><img src=/a.jpg alt=Alt></noscript></picture><figcaption "
        "class=caption>A pier.</figcaption></figure>"_s,
        {u"a.jpg|Alt|A pier.|"_s});
    row("in a <noscript> before its stand-in",
        u"<div class=lazy><noscript><img src=/a.jpg alt=Alt></noscript><div><img "
        "src='data:image/svg+xml,x'></div></div>"_s,
        {u"a.jpg|Alt||"_s});
    row("a counter in a <noscript>",
        u"<p><noscript><img src='https://count.example/hit?page=1'></noscript></p>"_s + prose, {});
    row("height not known", u"<figure><img src=/a.jpg width=570 height=0></figure>"_s,
        {u"a.jpg|||"_s});
    row("the words on a lost picture",
        u"<div class=wp-caption><img src=lazy_placeholder.gif alt=Alt><p class=wp-caption-text>A "
        "pier. Photo: Bea Ost</p></div>"_s,
        {u"|Alt|A pier.|Bea Ost"_s});
    row("lost with its element",
        u"<div><div class=image-caption>A pier</div><div class=image-credit>Bea Ost</div></div>"_s
            + prose,
        {u"||A pier|Bea Ost"_s});
    row("background of a hero",
        u"<div class=hero style=\"background-image: url('/a.jpg')\"></div>"_s, {u"a.jpg|||"_s});
}

void addFurniture()
{
    row("author", u"<div class=author-info><a href=/bea><img src=/a.jpg></a> Bea Ost</div>"_s, {});
    row("icon", u"<p><img src=/icon-zoom.svg></p>"_s, {});
    row("logo with a number before", u"<p><img src=/5eac0cdeb6d3_dfb%20Logo.png></p>"_s, {});
    row("a number is no word", u"<p><img src=/8df0d3c7abb00ad-1920x1080.jpg></p>"_s,
        {u"8df0d3c7abb00ad-1920x1080.jpg|||"_s});
    row("button of a figure",
        u"<figure><img src=/icon-zoom.svg><img src=/a.jpg><figcaption>A pier</figcaption>"
        "</figure>"_s,
        {u"a.jpg||A pier|"_s});
    row("advertisement",
        u"<p><a href=https://shop.example/><img src=/files/lamps-banner.jpg></a></p>"_s, {});
    row("a picture of a banner", u"<p><a href=/big><img src=/files/banner-of-1848.jpg></a></p>"_s,
        {u"banner-of-1848.jpg|||"_s});
    row("called an advertisement",
        u"<figure><img src=/a.jpg alt=Werbung><figcaption>Werbung</figcaption></figure>"_s, {});
    row("part of a theme", u"<p><img src=/wp-content/themes/t/img/promise.jpg></p>"_s, {});
    row("small both ways", u"<p><img src=/a.jpg width=80 height=80></p>"_s, {});
    row("site's front page for want of a picture", u"<p><img src=/ alt=Alt></p>"_s, {});
    row("teaser",
        u"<figure><a href=/b><div class=teaser-box><img src=/b.jpg></div></a><figcaption>Another "
        "story</figcaption></figure>"_s
            + prose,
        {});
}

void addGalleries()
{
    row("counters and thumbnails",
        u"<ul><li><img src=/pier-1024x683.jpg><p class=caption>1/2 A pier.</p></li><li><img "
        "src=/boat-1024x683.jpg><p class=caption>2/2 A boat.</p></li></ul><ul><li><img "
        "src=/pier-150x150.jpg></li><li><img src=/boat-150x150.jpg></li></ul>"_s,
        {u"pier-1024x683.jpg||A pier.|"_s, u"boat-1024x683.jpg||A boat.|"_s});
    row("a number is no counter",
        u"<figure><img src=/a.jpg><figcaption>1/2 pound of butter.</figcaption></figure>"_s,
        {u"a.jpg||1/2 pound of butter.|"_s});
    row("the same words again without the picture",
        u"<figure><img src=/a.jpg><figcaption>A pier. Photo: Bea Ost</figcaption></figure><figure>"
        "<figcaption>A pier. Photo: Bea Ost</figcaption></figure>"_s,
        {u"a.jpg||A pier.|Bea Ost"_s});
    row("divider", u"<p><img src=/line.jpg></p>"_s + prose + u"<p><img src=/line.jpg></p>"_s,
        {u"line.jpg|||"_s});
}

// Pages that a saver took the classes out of.
void addBareRows()
{
    row("credit in an element of its own",
        u"<div><div><p><img src=/a.jpg></p></div><div><span>A pier at dusk.</span> <span>Bea "
        "Ost/Example Post</span></div></div>"_s
            + prose,
        {u"a.jpg||A pier at dusk.|Bea Ost/Example Post"_s});
    row("bold credit behind the caption",
        u"<div><img src=/a.jpg><div>A pier at dusk. <b>Bea Ost/Example Post</b></div></div>"_s
            + prose,
        {u"a.jpg||A pier at dusk.|Bea Ost/Example Post"_s});
    row("bold words that are no credit",
        u"<div><img src=/a.jpg><div>A pier at dusk. <b>Read on below</b></div></div>"_s + prose,
        {u"a.jpg|||"_s});
    row("credit on a line of its own",
        u"<div><p><img src=/a.jpg></p> <p>A pier at dusk.</p> <p>Photo by Bea Ost</p></div>"_s
            + prose,
        {u"a.jpg||A pier at dusk.|Bea Ost"_s});
    row("credit on a line among the story's",
        u"<div><p><img src=/a.jpg></p><p>A pier at dusk.</p><p>Photo by Bea Ost</p>"_s + prose
            + u"</div>"_s,
        {u"a.jpg|||"_s});
    row("words beside the place of a lost picture",
        u"<div><div></div> <span>A pier at dusk.</span> <span>Photo: Bea Ost</span></div>"_s
            + prose,
        {u"||A pier at dusk.|Bea Ost"_s});
    row("words beside nothing",
        u"<div><span>A pier at dusk.</span> <span>Photo: Bea Ost</span></div>"_s + prose, {});
    row("empty place beside the story", u"<div><div></div><p>A pier at dusk.</p></div>"_s + prose,
        {});
}

} // namespace

void TestFigures::findsFigures_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QStringList>("figures");
    addPlainRows();
    addWordsBehind();
    addLazyRows();
    addFurniture();
    addGalleries();
    addBareRows();
}

void TestFigures::findsFigures()
{
    QFETCH(QString, html);
    const auto document = html::Document::parse(html);
    QVERIFY(document);
    extraction::PageTree tree(*document);
    extraction::leaveOutNoise(tree, extraction::Strictness::Strict, extraction::PageKind::Story);

    const auto found
        = extraction::findFigures(tree, {}, QUrl(u"https://paper.example/story"_s), {});

    QStringList lines;
    for (const auto &figure : found)
        lines.append(lineOf(figure.figure));
    QTEST(lines, "figures");
}

void TestFigures::knowsTheSamePicture_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    const auto pair = [](const QString &one, const QString &other, bool same) {
        QTest::addRow("%s, %s", qUtf8Printable(one), qUtf8Printable(other)) << one << other << same;
    };
    pair(u"/a/ferry-640x360.jpg"_s, u"https://cdn.example/ferry.jpg?w=1200"_s, true);
    pair(u"/ferry-scaled.jpg"_s, u"/ferry-1024x683.jpg"_s, true);
    pair(u"/0B0B_w250_r1_s.jpg"_s, u"/0B0B_w1200_r1_s.jpg"_s, true);
    pair(u"/csm_ferry_050499f0de.jpg"_s, u"/csm_ferry_75cce89a5e.jpg"_s, true);
    pair(u"https://cdn.example/fit/https%3A%2F%2Fa.example%2Fferry.jpg"_s, u"/ferry.png"_s, true);
    pair(u"/image.php?src=/ferry.jpg&w=660"_s, u"/image.php?src=/pier.jpg&w=660"_s, false);
    pair(u"/12345/960x0.jpg"_s, u"/67890/960x0.jpg"_s, false);
    pair(u"/IMG_4711.jpg"_s, u"/IMG_4712.jpg"_s, false);
    pair(u"/ferry.jpg"_s, QString(), false);
}

void TestFigures::knowsTheSamePicture()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(extraction::isSamePicture(one, other), "same");
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
