#include "html/sanitise.h"
#include "model/jsonfeed.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonFeed : public QObject
{
    Q_OBJECT

private slots:
    void leavesOutWhatIsNotKnown();
    void writesEverything();
    void writesADayAsADay();
    void putsPicturesIntoTheText();
    void listsFiles();
    void wrapsSeveralInAFeed();
};

namespace {

const auto pictureName = u"broadsheet-media:00ff"_s;

Picture picture()
{
    return {.name = pictureName, .mimeType = u"image/png"_s, .bytes = "bytes"_ba};
}

QJsonObject extension(const QJsonObject &item)
{
    return item.value("_broadsheet"_L1).toObject();
}

} // namespace

void TestJsonFeed::leavesOutWhatIsNotKnown()
{
    const auto item = jsonfeed::item({.title = u"Only this"_s});

    QCOMPARE(item.keys(), (QStringList{u"_broadsheet"_s, u"id"_s, u"title"_s}));
    QVERIFY(extension(item).isEmpty());
}

void TestJsonFeed::writesEverything()
{
    const Article article{
        .url = QUrl(u"https://example.org/1"_s),
        .title = u"Tide"_s,
        .standfirst = u"It rises."_s,
        .authors = {{u"Ada Marsh"_s, QUrl(u"https://example.org/ada"_s)}, {.name = u"Bo"_s}},
        .published = {.date = {2024, 5, 1}, .time = QTime(9, 0), .offset = 7200},
        .modified = {.date = {2024, 5, 2}},
        .language = u"en"_s,
        .site = u"The Example"_s,
        .tags = {u"sea"_s},
        .lead = {.src = u"https://example.org/1.jpg"_s, .caption = u"Waves."_s, .credit = u"Cy"_s},
        .related = {{.title = u"Ebb"_s}},
        .text = u"Water."_s,
        .provenance = {.format = u"html"_s, .savedBy = u"SingleFile"_s},
        .warnings = {u"truncated"_s},
    };

    const auto item = jsonfeed::item(article);

    QCOMPARE(item.value("url"_L1), u"https://example.org/1"_s);
    QCOMPARE(item.value("summary"_L1), u"It rises."_s);
    QCOMPARE(item.value("authors"_L1).toArray().size(), 2);
    QCOMPARE(item.value("date_published"_L1), u"2024-05-01T09:00:00+02:00"_s);
    QCOMPARE(item.value("date_modified"_L1), u"2024-05-02"_s);
    QCOMPARE(item.value("language"_L1), u"en"_s);
    QCOMPARE(item.value("image"_L1), u"https://example.org/1.jpg"_s);
    QCOMPARE(item.value("tags"_L1), QJsonArray{u"sea"_s});
    QCOMPARE(item.value("content_text"_L1), u"Water."_s);
    QCOMPARE(extension(item).value("site"_L1), u"The Example"_s);
    QCOMPARE(extension(item).value("source_format"_L1), u"html"_s);
    QCOMPARE(extension(item).value("warnings"_L1), QJsonArray{u"truncated"_s});
    const auto lead = extension(item).value("lead_figure"_L1).toObject();
    QCOMPARE(lead.value("caption"_L1), u"Waves."_s);
    QCOMPARE(lead.value("credit"_L1), u"Cy"_s);
    QCOMPARE(extension(item).value("related"_L1).toArray().first().toObject(),
             (QJsonObject{{u"title"_s, u"Ebb"_s}}));
}

void TestJsonFeed::writesADayAsADay()
{
    const auto item = jsonfeed::item({.published = {.date = {2021, 12, 4}}});

    QCOMPARE(item.value("date_published"_L1), u"2021-12-04"_s);
}

void TestJsonFeed::putsPicturesIntoTheText()
{
    const Article article{
        .lead = {.src = pictureName},
        .body = html::sanitise(u"<p>A<img src=\"x.png\" alt=\"b\"></p>"_s,
                               {.pictures = {{u"x.png"_s, pictureName}}}),
        .pictures = {picture()},
    };

    const auto item = jsonfeed::item(article);

    const auto uri = u"data:image/png;base64,Ynl0ZXM="_s;
    QVERIFY(item.value("content_html"_L1).toString().contains(uri));
    QVERIFY(!item.contains("image"_L1));
    const auto lead = extension(item).value("lead_figure"_L1).toObject();
    QCOMPARE(lead.value("src"_L1), uri);
}

void TestJsonFeed::listsFiles()
{
    const auto item = jsonfeed::item({.title = u"Tide"_s,
                                      .enclosures = {{.url = QUrl(u"https://example.org/1.mp3"_s),
                                                      .mimeType = u"audio/mpeg"_s,
                                                      .bytes = 1200,
                                                      .seconds = 90},
                                                     {.url = QUrl(u"https://example.org/2"_s)}}});

    const QJsonArray expected{QJsonObject{{u"url"_s, u"https://example.org/1.mp3"_s},
                                          {u"mime_type"_s, u"audio/mpeg"_s},
                                          {u"size_in_bytes"_s, 1200},
                                          {u"duration_in_seconds"_s, 90}},
                              QJsonObject{{u"url"_s, u"https://example.org/2"_s},
                                          {u"mime_type"_s, u"application/octet-stream"_s}}};
    QCOMPARE(item.value("attachments"_L1).toArray(), expected);
}

void TestJsonFeed::wrapsSeveralInAFeed()
{
    const auto feed = jsonfeed::feed(u"Clippings"_s, {{.title = u"One"_s}, {.title = u"Two"_s}});

    QCOMPARE(feed.value("version"_L1), u"https://jsonfeed.org/version/1.1"_s);
    QCOMPARE(feed.value("title"_L1), u"Clippings"_s);
    QCOMPARE(feed.value("items"_L1).toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestJsonFeed)
#include "tst_jsonfeed.moc"
