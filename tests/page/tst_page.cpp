#include "parsedpage.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

class TestPage : public QObject
{
    Q_OBJECT

private slots:
    void setsEveryPart();
    void setsLongHeadlinesSmaller_data();
    void setsLongHeadlinesSmaller();
    void escapesWhatPeopleWrote_data();
    void escapesWhatPeopleWrote();
    void leavesOutWhatIsMissing();
    void printsTheStandfirstOnce();
    void keepsTheCaptionWithoutItsPhoto();
    void showsPicturesOfOurOwnOnly_data();
    void showsPicturesOfOurOwnOnly();
    void saysWhichPicturesAreLost_data();
    void saysWhichPicturesAreLost();
    void keepsAddressesOutOfLoadingAttributes();
    void setsRelatedStoriesInTheirPlaceAndAtTheEnd();
    void setsASingleRelatedStoryOnce_data();
    void setsASingleRelatedStoryOnce();
    void tellsRelatedStoriesThatAreInTheLibrary();
    void keepsAnAsideThatSaysMore();
    void refusesLinksThatRun();
    void exportsWithPicturesInside();
    void takesWordsFromTheProgram();
};

namespace {

QString textWithClass(const html::Document &document, const QString &name)
{
    QStringList texts;
    for (const auto &node : withClass(document, name))
        texts.append(html::textOf(node));
    return texts.join(u" | "_s);
}

QString attributeOfFirst(const html::Document &document, const QString &element, const char *name)
{
    return document.body().firstDescendant(element).attribute(name);
}

} // namespace

void TestPage::setsEveryPart()
{
    const auto document
        = parsed(ferry(), {.provenance = u"Saved yesterday"_s, .date = u"4 December 2021"_s});

    QCOMPARE(textWithClass(document, u"kicker"_s), u"The Harbour Gazette"_s);
    QCOMPARE(html::textOf(document.body().firstDescendant(u"h1")), u"The last ferry"_s);
    QCOMPARE(textWithClass(document, u"standfirst"_s), u"Sixty years of crossings end."_s);
    QCOMPARE(textWithClass(document, u"authors"_s), u"By Ada Holm, Ib Dahl and Uma Roy"_s);
    QCOMPARE(html::textOf(document.body().firstDescendant(u"time")), u"4 December 2021"_s);
    QCOMPARE(attributeOfFirst(document, u"time"_s, "datetime"), u"2021-12-04"_s);
    QCOMPARE(attributeOfFirst(document, u"img"_s, "src"), u"broadsheet-media:aa"_s);
    QCOMPARE(textWithClass(document, u"caption"_s), u"The boat leaves."_s);
    QCOMPARE(textWithClass(document, u"credit"_s), u"Jo Berg"_s);
    QCOMPARE(textWithClass(document, u"body"_s), u"It left an hour late. Nobody counted."_s);
    QCOMPARE(textWithClass(document, u"provenance"_s), u"Saved yesterday"_s);
    const auto links = withClass(document, u"source"_s).first().descendants(u"a");
    QCOMPARE(links.at(0).attribute("href"), u"https://gazette.example/ferry?a=1&b=2"_s);
    QCOMPARE(links.at(1).attribute("href"), u"broadsheet:copy"_s);
}

void TestPage::escapesWhatPeopleWrote_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("element") << u"<script>alert(1)</script>"_s;
    QTest::newRow("attribute") << u"\" onerror=\"alert(1)"_s;
    QTest::newRow("single quotes") << u"' onload='alert(1)"_s;
    QTest::newRow("end of the element") << u"</h1></p></article><img src=x onerror=alert(1)>"_s;
    QTest::newRow("entity") << u"&lt;b&gt; &amp;"_s;
    QTest::newRow("arguments") << u"%1 %2 %10 %L1"_s;
    QTest::newRow("comment") << u"<!-- --><![CDATA[x]]>"_s;
}

void TestPage::escapesWhatPeopleWrote()
{
    QFETCH(QString, text);
    const Article article = {.title = text,
                             .standfirst = text,
                             .authors = {{.name = text}, {.name = text}},
                             .language = text,
                             .site = text,
                             .lead = {.src = text, .alt = text, .caption = text, .credit = text},
                             .related = {{.title = text}}};

    const auto document = parsed(article, {.provenance = text, .date = text});

    QVERIFY(document.body().descendants(u"script").isEmpty());
    QVERIFY(document.body().descendants(u"img").isEmpty());
    for (const auto *place :
         {"kicker", "standfirst", "caption", "credit", "alt", "provenance", "title"})
        QCOMPARE(textWithClass(document, QString::fromLatin1(place)), text);
    QCOMPARE(html::textOf(document.body().firstDescendant(u"h1")), text);
    QCOMPARE(html::textOf(document.body().firstDescendant(u"time")), text);
    QCOMPARE(textWithClass(document, u"authors"_s), u"By %1 and %1"_s.replace("%1"_L1, text));
    for (auto node = document.body(); !node.isNull(); node = node.next(document.body()))
        QVERIFY(!node.isElement()
                || (!node.hasAttribute("onerror") && !node.hasAttribute("onload")));
}

void TestPage::setsLongHeadlinesSmaller_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("classes");

    QTest::newRow("of two lines") << u"How a harbour came to keep a lamp that no ship had needed"_s
                                  << QString();
    QTest::newRow("a sentence") << u"How a harbour came to keep a lamp that no ship had needed, "
                                   "and who went on polishing it all the same"_s
                                << u"h1 long"_s;
    QTest::newRow("of letters that are wide") << u"風を待つ郵便局、"_s.repeated(6) << u"h1 long"_s;
}

void TestPage::setsLongHeadlinesSmaller()
{
    QFETCH(QString, title);
    auto article = ferry();
    article.title = title;

    QTEST(attributeOfFirst(parsed(article, {}), u"h1"_s, "class"), "classes");
}

void TestPage::leavesOutWhatIsMissing()
{
    const auto document = parsed({.body = safe(u"<p>Alone.</p>"_s)});

    QCOMPARE(html::textOf(document.body()), u"Alone."_s);
    for (const auto *element : {"header", "h1", "figure", "footer", "section", "time", "a"})
        QVERIFY(document.body().firstDescendant(QString::fromLatin1(element)).isNull());
}

void TestPage::printsTheStandfirstOnce()
{
    auto article = ferry();
    article.standfirst = u"It left an  hour late …"_s;

    const auto document = parsed(article);

    QVERIFY(withClass(document, u"standfirst"_s).isEmpty());
}

void TestPage::keepsTheCaptionWithoutItsPhoto()
{
    auto article = ferry();
    article.lead.src.clear();

    const auto document = parsed(article);

    QVERIFY(document.body().descendants(u"img").isEmpty());
    const auto figure = withClass(document, u"wordsonly"_s).value(0);
    QVERIFY(figure.isElement(u"figure"));
    QCOMPARE(textWithClass(document, u"caption"_s), u"The boat leaves."_s);
    QCOMPARE(textWithClass(document, u"credit"_s), u"Jo Berg"_s);
}

void TestPage::showsPicturesOfOurOwnOnly_data()
{
    QTest::addColumn<QString>("src");
    QTest::addColumn<bool>("shown");

    QTest::newRow("ours") << u"broadsheet-media:00ff"_s << true;
    QTest::newRow("http") << u"http://photos.example/1.jpg"_s << false;
    QTest::newRow("https") << u"https://photos.example/1.jpg"_s << false;
    QTest::newRow("without a scheme") << u"//photos.example/1.jpg"_s << false;
    QTest::newRow("relative") << u"1.jpg"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("page") << u"broadsheet:page"_s << false;
}

void TestPage::showsPicturesOfOurOwnOnly()
{
    QFETCH(QString, src);
    QFETCH(bool, shown);
    auto article = ferry();
    article.lead = {.src = src, .alt = u"A boat & a gull"_s};

    const auto document = parsed(article);

    QCOMPARE(!document.body().descendants(u"img").isEmpty(), shown);
    QCOMPARE(textWithClass(document, u"alt"_s), shown ? QString() : u"A boat & a gull"_s);
    QCOMPARE(textWithClass(document, u"note"_s), shown ? QString() : u"Picture not saved"_s);
}

void TestPage::saysWhichPicturesAreLost_data()
{
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("said");

    QTest::newRow("nothing said") << u"<img>"_s << u"Picture missing in the saved file"_s;
    QTest::newRow("in other words") << u"<img alt=\"A boat\">"_s << u"A boat"_s;
    QTest::newRow("a caption") << u"<img alt=\"A boat\"><figcaption>The <b>last</b></figcaption>"_s
                               << u"The last"_s;
    QTest::newRow("in a link") << u"<a href=\"https://a.example/\"><img></a>"_s
                               << u"Picture missing in the saved file"_s;
}

void TestPage::saysWhichPicturesAreLost()
{
    QFETCH(QString, figure);
    auto article = ferry();
    article.lead = {};
    article.body = html::sanitise(u"<p>One.</p><figure>"_s + figure + u"</figure><p>Two.</p>"_s,
                                  {.ownAddresses = true});

    const auto document = parsed(article);

    QVERIFY(document.body().descendants(u"img").isEmpty());
    QCOMPARE(document.body().descendants(u"figcaption").size(), 1);
    QTEST(textWithClass(document, u"wordsonly"_s), "said");
}

void TestPage::keepsAddressesOutOfLoadingAttributes()
{
    auto article = ferry();
    article.body
        = safe(u"<p>One<img src=\"https://photos.example/2.jpg\" alt=\"Two\"></p>"
               "<picture><source srcset=\"https://photos.example/3.webp\">"
               "<img src=\"https://photos.example/3.jpg\"></picture>"
               "<video src=\"https://photos.example/4.mp4\" poster=\"https://p.example\">"
               "</video><table background=\"https://p.example\"><tr><td>x</table>"
               "<a href=\"https://elsewhere.example/\" ping=\"https://p.example\">there</a>"_s);

    const auto document = parsed(article);

    static constexpr std::array loading = {"src",  "srcset", "poster", "background", "data",
                                           "ping", "style",  "action", "cite",       "longdesc"};
    for (auto node = document.root(); !node.isNull(); node = node.next(document.root())) {
        if (!node.isElement())
            continue;
        for (const auto *attribute : loading) {
            const auto value = node.attribute(attribute);
            QVERIFY2(value.isEmpty() || value.startsWith("broadsheet-media:"_L1),
                     qPrintable(value));
        }
        QVERIFY(!node.isElement(u"link") && !node.isElement(u"base") && !node.isElement(u"script"));
    }
    QCOMPARE(withClass(document, u"unsaved"_s).size(), 1);
    QCOMPARE(withClass(document, u"wordsonly"_s).size(), 1);
}

void TestPage::setsRelatedStoriesInTheirPlaceAndAtTheEnd()
{
    auto article = ferry();
    article.body
        = safe(u"<p>One.</p><aside class=\"related\"><p>Related article: Who pays?</p></aside>"
               "<p>Two.</p><aside class=\"related\"><p>The bridge</p></aside>"_s);
    article.related
        = {{.title = u"Who pays?"_s},
           {.title = u"The bridge"_s, .url = QUrl(u"https://www.post.example/bridge"_s)},
           {.title = u"At the end only"_s}};

    const auto document = parsed(article);

    QStringList cards;
    for (const auto &list : withClass(document, u"cards"_s)) {
        for (const auto &link : list.descendants(u"a"))
            cards.append(link.attribute("href") + u' ' + html::textOf(link.firstChild()));
    }
    const QStringList expected
        = {u"broadsheet:related/0 Who pays?"_s, u"https://www.post.example/bridge The bridge"_s,
           u"broadsheet:related/0 Who pays?"_s, u"https://www.post.example/bridge The bridge"_s,
           u"broadsheet:related/2 At the end only"_s};
    QCOMPARE(cards, expected);
    QCOMPARE(textWithClass(document, u"from"_s),
             u"Look for this story | post.example | Look for this story | post.example | "
             "Look for this story"_s);
    const auto aside = document.body().firstDescendant(u"aside");
    QCOMPARE(html::textOf(aside.previousSibling()), u"One."_s);
}

void TestPage::setsASingleRelatedStoryOnce_data()
{
    QTest::addColumn<QString>("aside");
    QTest::addColumn<int>("sections");

    QTest::newRow("as a card in the story") << u"<p>Related article: Who pays?</p>"_s << 0;
    QTest::newRow("among words that stay")
        << u"<p>Who pays? An inquiry of ours, in four parts, with tables.</p>"_s << 1;
    QTest::newRow("not in the story") << u"<p>Something else.</p>"_s << 1;
}

void TestPage::setsASingleRelatedStoryOnce()
{
    QFETCH(QString, aside);
    auto article = ferry();
    article.body = safe(u"<p>One.</p><aside class=\"related\">"_s + aside + u"</aside>"_s);
    article.related = {{.title = u"Who pays?"_s}};

    const auto document = parsed(article);

    QTEST(int(document.body().descendants(u"section").size()), "sections");
    QCOMPARE(withClass(document, u"from"_s).size(), 1);
}

void TestPage::tellsRelatedStoriesThatAreInTheLibrary()
{
    auto article = ferry();
    article.related = {{.title = u"Here"_s},
                       {.title = u"Not here"_s},
                       {.title = u"Here too"_s, .url = QUrl(u"https://post.example/here"_s)},
                       {.title = u"There"_s, .url = QUrl(u"https://post.example/there"_s)}};

    const auto document = parsed(article, {.relatedInLibrary = {0, 2}});

    QCOMPARE(textWithClass(document, u"from"_s),
             u"In your library | Look for this story | In your library | post.example"_s);
}

void TestPage::keepsAnAsideThatSaysMore()
{
    auto article = ferry();
    article.body = safe(u"<aside class=\"related\"><p>Who pays? An inquiry of ours, in four parts, "
                        "with tables.</p></aside>"_s);
    article.related = {{.title = u"Who pays?"_s}};

    const auto document = parsed(article);

    QCOMPARE(html::textOf(document.body().firstDescendant(u"aside")),
             u"Who pays? An inquiry of ours, in four parts, with tables."_s);
}

void TestPage::refusesLinksThatRun()
{
    auto article = ferry();
    article.url = QUrl(u"javascript:alert(1)"_s);
    article.authors = {{.name = u"Ada"_s, .url = QUrl(u"data:text/html,x"_s)}};
    article.related = {{.title = u"File"_s, .url = QUrl(u"file:///etc/passwd"_s)}};

    const auto document = parsed(article);

    const auto links = document.body().descendants(u"a");
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().attribute("href"), u"broadsheet:related/0"_s);
}

void TestPage::exportsWithPicturesInside()
{
    auto article = ferry();
    article.pictures
        = {{.name = u"broadsheet-media:aa"_s, .mimeType = u"image/png"_s, .bytes = "png"_ba}};
    article.related = {{.title = u"No address"_s}};

    const auto document = *html::Document::parse(page::exported(article, {}, {}));

    QCOMPARE(attributeOfFirst(document, u"img"_s, "src"), u"data:image/png;base64,cG5n"_s);
    QCOMPARE(html::textOf(document.head().firstDescendant(u"title")), u"The last ferry"_s);
    // What only the program can do has no place in a file.
    for (const auto &link : document.body().descendants(u"a"))
        QVERIFY2(!link.attribute("href").startsWith("broadsheet:"_L1),
                 qPrintable(link.attribute("href")));
    QVERIFY(html::textOf(document.body()).contains("No address"_L1));
}

void TestPage::takesWordsFromTheProgram()
{
    auto article = ferry();
    article.related = {{.title = u"A"_s}};

    const auto document = parsed(
        article,
        {.words = {.byline = u"Von %1"_s, .betweenLast = u" und "_s, .related = u"Mehr & mehr"_s}});

    QCOMPARE(textWithClass(document, u"authors"_s), u"Von Ada Holm, Ib Dahl und Uma Roy"_s);
    QCOMPARE(html::textOf(document.body().firstDescendant(u"h2")), u"Mehr & mehr"_s);
}

QTEST_GUILESS_MAIN(TestPage)
#include "tst_page.moc"
