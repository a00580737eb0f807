#include "extraction/authornames.h"
#include "extraction/extraction.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestAuthors : public QObject
{
    Q_OBJECT

private slots:
    void findsTheAuthors_data();
    void findsTheAuthors();
    void readsAField_data();
    void readsAField();
    void tellsTheOutlet_data();
    void tellsTheOutlet();
};

namespace {

// A story at hillgazette.example; `under` stands between its headline and its text, `behind` below.
QString page(const QString &head, const QString &under, const QString &behind = {})
{
    const auto paragraph
        = u"<p>The goats came back to the common on a Monday, all forty of them, and by the "
          u"evening "
          "the grass was as short as the mayor had promised the parish it would be.</p>"_s;
    return u"<html><head><title>Goats Mow the Common</title>"_s + head
        + u"</head><body><article><h1>Goats Mow the Common</h1>"_s + under + paragraph.repeated(4)
        + u"</article>"_s + behind + u"</body></html>"_s;
}

QString jsonLd(const QString &author)
{
    return u"<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":"
           "\"Goats Mow the Common\",\"author\":"_s
        + author + u"}</script>"_s;
}

QString meta(const QString &author)
{
    return u"<meta property=\"og:site_name\" content=\"Hill Gazette\">"
           "<meta name=\"author\" content=\""_s
        + author + u"\">"_s;
}

QStringList namesOf(const QList<Author> &authors)
{
    QStringList names;
    for (const auto &author : authors)
        names.append(author.name);
    return names;
}

} // namespace

void TestAuthors::findsTheAuthors_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QStringList>("authors");

    QTest::newRow("nobody") << page({}, {}) << QStringList();
    QTest::newRow("JSON-LD") << page(jsonLd(u"[{\"@type\":\"Person\",\"name\":\"Ada Vole\"},"
                                            "{\"@type\":\"Person\",\"name\":\"Bo Reed\"}]"_s),
                                     {})
                             << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("JSON-LD, the outlet itself")
        << page(u"<meta property=\"og:site_name\" content=\"Hill Gazette\">"_s
                    + jsonLd(u"{\"@type\":\"Organization\",\"name\":\"Hill Gazette\"}"_s),
                {})
        << QStringList();
    QTest::newRow("the outlet itself, said twice")
        << page(jsonLd(u"{\"@type\":\"Organization\",\"name\":\"Hill Gazette\"}"_s)
                    + meta(u"Hill Gazette"_s),
                {})
        << QStringList{u"Hill Gazette"_s};
    QTest::newRow("JSON-LD, another organisation")
        << page(jsonLd(u"{\"@type\":\"Organization\",\"name\":\"Vole & Vole\"}"_s), {})
        << QStringList{u"Vole & Vole"_s};
    QTest::newRow("meta") << page(meta(u"Ada Vole"_s), {}) << QStringList{u"Ada Vole"_s};
    QTest::newRow("meta, many") << page(meta(u"Ada Vole, Bo Reed, Cy Fenn, Di Marsh"_s), {})
                                << QStringList{u"Ada Vole"_s, u"Bo Reed"_s, u"Cy Fenn"_s,
                                               u"Di Marsh"_s};
    QTest::newRow("meta names more than JSON-LD")
        << page(jsonLd(u"{\"name\":\"Ada Vole\"}"_s) + meta(u"Ada Vole, Bo Reed"_s), {})
        << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("an account nobody sees") << page(meta(u"avole2"_s), {}) << QStringList();
    QTest::newRow("an account, a byline")
        << page(meta(u"avole2"_s), u"<p>By Ada Vole</p>"_s) << QStringList{u"Ada Vole"_s};
    QTest::newRow("admin") << page(meta(u"admin"_s), {}) << QStringList();
    QTest::newRow("a company") << page(meta(u"Vole Dairy GmbH"_s), {}) << QStringList();
    QTest::newRow("the outlet's staff")
        << page(meta(u"Hill Gazette Staff"_s), {}) << QStringList{u"Hill Gazette Staff"_s};
    QTest::newRow("the site bears the author's name")
        << page(u"<meta property=\"og:site_name\" content=\"Martin Vole\">"
                "<meta name=\"author\" content=\"Martin Vole\">"_s,
                {})
        << QStringList{u"Martin Vole"_s};
    QTest::newRow("a month's name")
        << page(meta(u"Marco Vole"_s), {}) << QStringList{u"Marco Vole"_s};
    QTest::newRow("posts in elements of their own")
        << page({},
                u"<div class=\"author-block\"><div>Ada Vole</div><div>Former Goat "
                "Consultant</div></div>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("class in one word")
        << page({}, u"<p class=\"blog__authorname\">Ada Vole</p>"_s) << QStringList{u"Ada Vole"_s};
    QTest::newRow("links joined") << page(
        {},
        u"<div>By <a href=\"/author/a\">Ada Vole</a> and <a href=\"/author/b\">Bo "
        "Reed</a></div>"_s) << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("reviewed by somebody else")
        << page({},
                u"<div>By <a href=\"/author/a\">Ada Vole</a>. Reviewed by <a "
                "href=\"/author/b\">Bo Reed</a></div>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("reviewed by somebody else, in one byline")
        << page({},
                u"<div class=\"by-line\"><span>Peer reviewed by <b>Bo Reed</b></span><span>Written "
                "by <b>Ada Vole</b></span></div>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("only a reviewer, in a byline")
        << page({}, u"<div class=\"by-line\"><span>Peer reviewed by <b>Bo Reed</b></span></div>"_s)
        << QStringList();
    QTest::newRow("everything by the author")
        << page({}, u"<a rel=\"author\" href=\"/a/ada\">Alles von Ada Vole</a>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("for subscribers")
        << page({}, u"<p class=\"author\">Contenido Exclusivo</p>"_s) << QStringList();
    QTest::newRow("only a reviewer")
        << page({}, u"<div>Reviewed by <a href=\"/author/b\">Bo Reed</a></div>"_s) << QStringList();
    QTest::newRow("glued to By") << page({}, u"<span class=\"author\">By<b>Ada Vole</b></span>"_s)
                                 << QStringList{u"Ada Vole"_s};
    QTest::newRow("behind the date")
        << page({}, u"<p class=\"meta-author\">Posted on May 3, 2024 by Ada Vole</p>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("beside the date")
        << page({}, u"<p>11.12.2019 - Ada Vole</p>"_s) << QStringList{u"Ada Vole"_s};
    QTest::newRow("with post and date, between bars")
        << page({}, u"<p>Ada Vole | Senior Writer | July 2, 2025</p>"_s)
        << QStringList{u"Ada Vole"_s};
    QTest::newRow("whose family name is a post")
        << page({}, u"<p class=\"byline\">By Ada Reporter</p>"_s) << QStringList{u"Ada Reporter"_s};
    QTest::newRow("whose family name is a post, with a post")
        << page({}, u"<p class=\"byline\">By Ada Writer, Senior Editor</p>"_s)
        << QStringList{u"Ada Writer"_s};
    QTest::newRow("whose family name is a post, and another")
        << page({}, u"<p>By Ada Marsh and Ben Editor</p>"_s)
        << QStringList{u"Ada Marsh"_s, u"Ben Editor"_s};
    QTest::newRow("whose family name is a post, beside the date")
        << page({}, u"<p>Ada Editor | July 2, 2025</p>"_s) << QStringList{u"Ada Editor"_s};
    QTest::newRow("with a post behind a comma")
        << page({}, u"<p>By Ada Marsh, Reporter</p>"_s) << QStringList{u"Ada Marsh"_s};
    QTest::newRow("with a post behind")
        << page({}, u"<p>By Ada Marsh Staff Reporter</p>"_s) << QStringList{u"Ada Marsh"_s};
    QTest::newRow("with a post of one word behind")
        << page({}, u"<p>By Ada Marsh Reporter</p>"_s) << QStringList{u"Ada Marsh"_s};
    QTest::newRow("on a line of its own, the date close by")
        << page({}, u"<div><div>Martin Vole</div><div>April 17, 2024</div></div>"_s)
        << QStringList{u"Martin Vole"_s};
    QTest::newRow("a comment's author")
        << page({}, {},
                u"<div class=\"comments\"><p class=\"comment-author\">Cy Fenn</p><p>Well said, "
                "goats.</p></div>"_s)
        << QStringList();
    QTest::newRow("a quotation's author") << page(
        {}, {}, u"<blockquote><p>Grass is short.</p><p class=\"author\">Cy Fenn</p></blockquote>"_s)
                                          << QStringList();
    QTest::newRow("in the next element")
        << page({}, u"<div><span>By</span><span>Xu Vole</span></div>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("on a button") << page(
        {}, u"<div>By <button>Xu Vole</button></div><p>Add Hill Gazette</p>"_s)
                                 << QStringList{u"Xu Vole"_s};
    QTest::newRow("what follows By is nobody")
        << page({},
                u"<div><span>Posted by</span> <a href=\"/\">hillgazette.org</a> <span>on "
                "<time>May 3, 2024</time></span></div>"_s)
        << QStringList();
    QTest::newRow("languages of the page")
        << page({}, u"<ul><li>DE</li><li>EN</li><li>FR</li></ul>"_s) << QStringList();
    QTest::newRow("a label of two jobs")
        << page({}, u"<p class=\"article-author\">Text und Interview: Xu Vole</p>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("the section beside the date")
        << page({}, u"<p>Business Tips | May 3, 2024</p>"_s) << QStringList();
    QTest::newRow("a portrait") << page({},
                                        u"<div><img src=\"a.jpg\" alt=\"Photo of Xu Vole\"><div>Xu "
                                        "Vole</div></div>"_s)
                                << QStringList{u"Xu Vole"_s};
    QTest::newRow("an avatar") << page(
        {},
        u"<p>Dec 26, 2025 <img class=\"avatar\" src=\"a.jpg\"> Xu Vole in <a "
        "href=\"/g\">Goats</a></p>"_s)
                               << QStringList{u"Xu Vole"_s};
    QTest::newRow("who is in the picture")
        << page({},
                u"<figure><img src=\"a.jpg\" alt=\"Xu Vole\"><figcaption>Xu "
                "Vole</figcaption></figure>"_s)
        << QStringList();
    QTest::newRow("whose the picture is")
        << page({},
                u"<div class=\"license-info\"><span class=\"author-name\">Cy "
                "Fenn</span></div><p class=\"second-author\">Autor <span>Xu Vole:</span></p>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("the text's among the credits")
        << page({}, {},
                u"<section class=\"credits\">Text: <span class=\"author\">Xu "
                "Vole</span></section>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("what the author is")
        << page({},
                u"<div><img class=\"avatar\" src=\"a.jpg\"><p>Xu Vole</p><div "
                "class=\"author-description\">Licensed Goat Grader</div></div>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("a box about the author")
        << page({}, {},
                u"<div class=\"blog_author-wrapper\"><div><b>Xu Vole</b></div><p>Xu Vole is a "
                "goatherd of many years who has written three books on grass, one on fences and "
                "a number of letters to the parish about the price of salt, of hay and of the "
                "winter feed that every herd on the common needs from November until the last "
                "days of March.</p></div>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("another story's above")
        << QString(page({}, u"<p class=\"byline\">Xu Vole</p>"_s))
               .replace(u"<article>"_s,
                        u"<div class=\"promo\"><a href=\"/author/cy\">Cy "
                        "Fenn</a></div><article>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("a sentence with by in it")
        << page({}, {},
                u"<p>The fence, <a href=\"/f\">long since</a> built by Cedar Horse and "
                "painted in May, stands where the goats had always left the common.</p>"_s)
        << QStringList();
    QTest::newRow("by, between line breaks")
        << page({}, u"Monday<br><font size=\"2\">By Xu Vole<br>May 3, 2024</font><br>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("titles before the name")
        << page(meta(u"Xu Vole"_s),
                u"<div class=\"author\">Written by <span>Dr Xu Vole</span>, <span>Bo "
                "Reed</span></div>"_s)
        << QStringList{u"Dr Xu Vole"_s, u"Bo Reed"_s};
    QTest::newRow("the whole of a first name")
        << page(meta(u"Xu"_s), u"<p class=\"byline\">By Xu Vole</p>"_s)
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("a byline outranks what nobody sees")
        << page(meta(u"Cy Fenn"_s), u"<p>Written by Hill Gazette</p>"_s)
        << QStringList{u"Hill Gazette"_s};
    QTest::newRow("an account that is hidden")
        << page(meta(u"xuvole"_s), u"<p class=\"author\" style=\"display:none\">xuvole</p>"_s)
        << QStringList();
    QTest::newRow("tags beside the date")
        << page({}, u"<p>Sunday, 02.11.2014 | Tags: Goatmarket |</p>"_s) << QStringList();
    QTest::newRow("a name begins like the address")
        << page(meta(u"Hillga Vole"_s), {}) << QStringList{u"Hillga Vole"_s};
    QTest::newRow("a catalogue's order")
        << page(u"<meta name=\"DC.creator\" content=\"Vole, Xu\">"_s, {})
        << QStringList{u"Xu Vole"_s};
    QTest::newRow("German") << page({}, u"<p>Geschrieben von Ada Vole am 3. Mai 2024</p>"_s)
                            << QStringList{u"Ada Vole"_s};
}

void TestAuthors::findsTheAuthors()
{
    QFETCH(QString, html);
    const SavedPage saved{.html = html,
                          .stated
                          = {.url = QUrl(u"https://www.hillgazette.example/news/goats.html"_s)}};

    const auto article = extraction::extract(saved);

    QVERIFY(article);
    QTEST(namesOf(article->authors), "authors");
}

void TestAuthors::readsAField_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QStringList>("names");

    QTest::newRow("degrees") << u"Ada Vole, MD, MPH"_s << QStringList{u"Ada Vole"_s};
    QTest::newRow("post") << u"Ada Vole, Senior Editor"_s << QStringList{u"Ada Vole"_s};
    QTest::newRow("post without comma") << u"Ada Vole Co-founder"_s << QStringList{u"Ada Vole"_s};
    QTest::newRow("and") << u"Ada Vole and Bo Reed"_s << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("By") << u"By Ada Vole"_s << QStringList{u"Ada Vole"_s};
    QTest::newRow("And") << u"By Ada Vole And Bo Reed"_s
                         << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("one institution")
        << u"Ministry of Goats and Grass"_s << QStringList{u"Ministry of Goats and Grass"_s};
    QTest::newRow("semicolons") << u"Ada Vole; Bo Reed"_s
                                << QStringList{u"Ada Vole"_s, u"Bo Reed"_s};
    QTest::newRow("staff keeps its word") << u"Gazette Staff"_s << QStringList{u"Gazette Staff"_s};
    QTest::newRow("nothing") << QString() << QStringList();
}

void TestAuthors::readsAField()
{
    QFETCH(QString, written);

    const auto names = extraction::statedNames(written);

    QTEST(names, "names");
}

void TestAuthors::tellsTheOutlet_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("outlet");

    QTest::newRow("site") << u"Hill Gazette"_s << true;
    QTest::newRow("with article") << u"The Hill Gazette"_s << true;
    QTest::newRow("address") << u"hillgazette.example"_s << true;
    QTest::newRow("account") << u"hillgazette"_s << true;
    QTest::newRow("longer") << u"Hill Gazette Online"_s << true;
    QTest::newRow("staff") << u"Hill Gazette Team"_s << false;
    QTest::newRow("person") << u"Ada Vole"_s << false;
}

void TestAuthors::tellsTheOutlet()
{
    QFETCH(QString, name);

    const auto outlet = extraction::isOutletName(
        name, {.site = u"Hill Gazette"_s, .host = u"www.hillgazette.example"_s});

    QTEST(outlet, "outlet");
}

QTEST_GUILESS_MAIN(TestAuthors)
#include "tst_authors.moc"
