#include "formats/formats.h"
#include "formats/jsonfeedreader.h"
#include "model/jsonfeed.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonItems : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void readsAnItem_data();
    void readsAnItem();
    void readsWhatTheCommandPrints();
    void readsOneValueALine();
    void readsAFeed();
    void readsWallabag_data();
    void readsWallabag();
    void refuses_data();
    void refuses();
};

namespace {

SavedPage pageOf(const QByteArray &json)
{
    const auto pages = formats::read({.bytes = json});
    return pages && pages->size() == 1 ? pages->first() : SavedPage();
}

Article stated(Article article)
{
    article.provenance.format = u"json"_s;
    return article;
}

} // namespace

void TestJsonItems::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("ours");

    QTest::newRow("item") << R"({"id":"1","content_html":"<p>a"})"_ba << true;
    QTest::newRow("ours without a text")
        << "\xef\xbb\xbf {\"title\":\"a\",\"_broadsheet\":{}}"_ba << true;
    QTest::newRow("feed") << R"({"version":"https:\/\/jsonfeed.org\/version\/1","items":[]})"_ba
                          << true;
    QTest::newRow("damaged feed") << R"({"version":"https://jsonfeed.org/version/1.1","it)"_ba
                                  << true;
    QTest::newRow("wallabag")
        << R"([{"url":"https://a.example/","content":"a","is_archived":0}])"_ba << true;
    QTest::newRow("other object") << R"({"id":1,"title":"a"})"_ba << false;
    QTest::newRow("other list") << R"([{"href":"https://a.example/","is_read":true}])"_ba << false;
    QTest::newRow("a word of it") << R"({"note":"\"content_html\" is a key"})"_ba << false;
    QTest::newRow("text") << "[1] \"content_html\": see below."_ba << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestJsonItems::recognises()
{
    QFETCH(QByteArray, bytes);

    QTEST(JsonFeedReader().recognises({.bytes = bytes}), "ours");
}

void TestJsonItems::readsAnItem_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Article>("article");
    QTest::addColumn<QString>("html");

    QTest::newRow("all fields")
        << R"({"id":"1","url":"https://a.example/tide","title":"Tide","summary":"It rises.",
               "authors":[{"name":"Ada Marsh","url":"https://a.example/ada"},{"url":"x"}],
               "date_published":"2024-05-01T09:00:00+02:00","date_modified":"2024-05-02",
               "language":"de-at","tags":["sea","sea",""],"image":"https://a.example/1.jpg",
               "content_html":"<p>Water.","content_text":"no"})"_ba
        << stated({.url = QUrl(u"https://a.example/tide"_s),
                   .title = u"Tide"_s,
                   .standfirst = u"It rises."_s,
                   .authors = {{u"Ada Marsh"_s, QUrl(u"https://a.example/ada"_s)}},
                   .published = {.date = {2024, 5, 1}, .time = QTime(9, 0), .offset = 7200},
                   .modified = {.date = {2024, 5, 2}},
                   .language = u"de-AT"_s,
                   .tags = {u"sea"_s},
                   .lead = {.src = u"https://a.example/1.jpg"_s}})
        << u"<p>Water."_s;
    QTest::newRow("version 1.0")
        << R"({"id":"1","author":{"name":"Ada"},"content_text":"One <b>\ntwo.\n\nThree."})"_ba
        << stated({.authors = {{.name = u"Ada"_s}}})
        << u"<p>One &lt;b&gt;<br>two.</p>\n<p>Three.</p>\n"_s;
    QTest::newRow("picture in the text")
        << R"({"id":"1","image":"https://a.example/1","content_html":"<img src='https://a.example/1'>"})"_ba
        << stated({}) << u"<img src='https://a.example/1'>"_s;
    QTest::newRow("wrong types")
        << R"({"id":1,"url":["a"],"title":7,"authors":"x","tags":{},"date_published":"soon",
               "image":"javascript:a","content_html":"<p>a"})"_ba
        << stated({}) << u"<p>a"_s;
}

void TestJsonItems::readsAnItem()
{
    QFETCH(QByteArray, json);

    const auto page = pageOf(json);

    QCOMPARE(page.content, SavedPage::Content::Story);
    QTEST(page.stated, "article");
    QTEST(page.html, "html");
}

void TestJsonItems::readsWhatTheCommandPrints()
{
    const Article article{
        .url = QUrl(u"https://a.example/1"_s),
        .title = u"Tide"_s,
        .published = {.date = {2024, 5, 1}},
        .site = u"The Example"_s,
        .lead = {.src = u"data:image/png;base64,AA=="_s,
                 .alt = u"Waves"_s,
                 .caption = u"Waves."_s,
                 .credit = u"Cy"_s},
        .figures = {{.src = u"https://a.example/2.jpg"_s, .caption = u"Foam."_s}},
        .related = {{.title = u"Ebb"_s}, {u"Flow"_s, QUrl(u"https://a.example/3"_s)}},
        .provenance
        = {.format = u"html"_s, .savedBy = u"SingleFile"_s, .savedAt = {.date = {2024, 6, 7}}},
        .warnings = {u"1 picture of the page is not in the file"_s}};

    const auto page = pageOf(QJsonDocument(jsonfeed::item(article)).toJson());

    QCOMPARE(page.stated, stated(article));
}

void TestJsonItems::readsOneValueALine()
{
    const auto feed = jsonfeed::feed(u"Two"_s, {{.title = u"B"_s}, {.title = u"C"_s}});
    const auto json
        = QJsonDocument(jsonfeed::item({.title = u"A"_s})).toJson(QJsonDocument::Compact) + '\n'
        + QJsonDocument(feed).toJson(QJsonDocument::Compact) + '\n';

    const auto pages = formats::read({.bytes = json});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 3);
    QCOMPARE(pages->last().stated.title, u"C"_s);
    QVERIFY(pages->last().stated.site.isEmpty());
}

void TestJsonItems::readsAFeed()
{
    const auto pages = formats::read(
        {.bytes = R"({"version":"https://jsonfeed.org/version/1.1","title":"The Example",
                      "language":"fr","authors":[{"name":"Ada"}],"items":[
                      {"id":"1","content_html":"a"},
                      {"id":"2","language":"en","authors":[{"name":"Bo"}],"content_html":"b"}]})"_ba});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 2);
    QCOMPARE(
        pages->first().stated,
        stated({.authors = {{.name = u"Ada"_s}}, .language = u"fr"_s, .site = u"The Example"_s}));
    QCOMPARE(pages->last().stated.language, u"en"_s);
    QCOMPARE(byline(pages->last().stated.authors), u"Bo"_s);
}

void TestJsonItems::readsWallabag_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Article>("article");

    QTest::newRow("version 2")
        << R"([{"is_archived":0,"is_starred":1,"title":"Tide","url":"https://a.example/1",
                "content":"<p>Water.</p>","created_at":"2024-06-07T08:00:00+0000",
                "published_at":"2024-05-01T00:00:00+0200","published_by":["Ada Marsh"],
                "language":"fr_FR","tags":["sea"],"domain_name":"a.example"}])"_ba
        << stated({.url = QUrl(u"https://a.example/1"_s),
                   .title = u"Tide"_s,
                   .authors = {{.name = u"Ada Marsh"_s}},
                   .published = {.date = {2024, 5, 1}, .time = QTime(0, 0), .offset = 7200},
                   .language = u"fr-FR"_s,
                   .tags = {u"sea"_s},
                   .provenance
                   = {.savedBy = u"wallabag"_s,
                      .savedAt = {.date = {2024, 6, 7}, .time = QTime(8, 0), .offset = 0}}});
    QTest::newRow("version 1")
        << R"({"is_read":1,"title":"Tide","url":"https://a.example/1","content":"<p>Water.</p>",
               "tags":[{"label":"sea"}]})"_ba
        << stated({.url = QUrl(u"https://a.example/1"_s),
                   .title = u"Tide"_s,
                   .tags = {u"sea"_s},
                   .provenance = {.savedBy = u"wallabag"_s}});
}

void TestJsonItems::readsWallabag()
{
    QFETCH(QByteArray, json);

    const auto page = pageOf(json);

    QCOMPARE(page.content, SavedPage::Content::Page);
    QTEST(page.stated, "article");
    QVERIFY(page.html.contains("<h1>Tide</h1><p>Water.</p>"_L1));
}

void TestJsonItems::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");

    QTest::newRow("empty feed") << R"({"version":"https://jsonfeed.org/version/1.1","items":[]})"_ba
                                << int(Error::Kind::Empty);
    QTest::newRow("cut") << R"({"version":"https://jsonfeed.org/version/1.1","items":[{"id":)"_ba
                         << int(Error::Kind::Malformed);
    QTest::newRow("nested") << "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":"
            + QByteArray(100'000, '[')
                            << int(Error::Kind::Malformed);
}

void TestJsonItems::refuses()
{
    QFETCH(QByteArray, json);

    const auto pages = formats::read({.bytes = json});

    QVERIFY(!pages);
    QTEST(int(pages.error().kind), "kind");
}

QTEST_GUILESS_MAIN(TestJsonItems)
#include "tst_jsonitems.moc"
