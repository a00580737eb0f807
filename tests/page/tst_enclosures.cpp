#include "html/document.h"
#include "page/light.h"
#include "page/page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Place = page::Context::Place;

// The files that belong to a story, as the page lists them.
class TestEnclosures : public QObject
{
    Q_OBJECT

private slots:
    void listsWhatCanBePlayed();
    void tellsKinds_data();
    void tellsKinds();
    void leavesOut_data();
    void leavesOut();
    void leadsToTheFileItselfInAFile();
    void escapesWhatFeedsSay();
    void isInTheLightViewToo();
};

namespace {

Enclosure episode()
{
    return {.url = QUrl(u"https://cdn.example/tide.mp3"_s),
            .mimeType = u"audio/mpeg"_s,
            .title = u"The tide, part two"_s,
            .bytes = 38'400'000,
            .seconds = 3'765};
}

html::Document parsed(const Article &article, Place place = Place::Program)
{
    return *html::Document::parse(page::story(article, {.place = place}));
}

html::Node section(const html::Document &document)
{
    for (const auto &node : document.body().descendants(u"section"_s)) {
        if (node.attribute("class") == u"enclosures"_s)
            return node;
    }
    return {};
}

QStringList addresses(const html::Node &node)
{
    QStringList found;
    for (const auto &link : node.descendants(u"a"_s))
        found << link.attribute("href");
    return found;
}

} // namespace

void TestEnclosures::listsWhatCanBePlayed()
{
    const auto document = parsed({.title = u"Tide"_s, .enclosures = {episode()}});

    const auto list = section(document);

    QVERIFY(!list.isNull());
    const auto text = html::textOf(list);
    for (const auto &part : {u"Listen and watch"_s, u"The tide, part two"_s,
                             u"Audio · 1:02:45 · 38 MB"_s, u"Play"_s, u"Download"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
    QCOMPARE(addresses(list), (QStringList{page::playAddress(0), page::downloadAddress(0)}));
}

void TestEnclosures::tellsKinds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<page::EnclosureKind>("kind");

    QTest::newRow("audio") << u"audio/mpeg"_s << page::EnclosureKind::Audio;
    QTest::newRow("with parameters")
        << u"Video/MP4; codecs=\"avc1\""_s << page::EnclosureKind::Video;
    QTest::newRow("picture") << u"image/jpeg"_s << page::EnclosureKind::Picture;
    QTest::newRow("PDF") << u"application/pdf"_s << page::EnclosureKind::Document;
    QTest::newRow("drawing") << u"image/svg+xml"_s << page::EnclosureKind::Other;
    QTest::newRow("program") << u"application/x-msdownload"_s << page::EnclosureKind::Other;
    QTest::newRow("torrent") << u"application/x-bittorrent"_s << page::EnclosureKind::Other;
    QTest::newRow("page") << u"text/html"_s << page::EnclosureKind::Other;
    QTest::newRow("nothing said") << QString() << page::EnclosureKind::Other;
}

void TestEnclosures::tellsKinds()
{
    QFETCH(QString, type);
    auto enclosure = episode();
    enclosure.mimeType = type;

    QTEST(page::enclosureKind(enclosure), "kind");
}

void TestEnclosures::leavesOut_data()
{
    QTest::addColumn<Article>("story");

    auto program = episode();
    program.mimeType = u"application/x-msdownload"_s;
    QTest::newRow("a program") << Article{.enclosures = {program}};
    auto file = episode();
    file.url = QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("a file of the person's") << Article{.enclosures = {file}};
    auto picture = episode();
    picture.mimeType = u"image/png"_s;
    QTest::newRow("the picture that is shown")
        << Article{.lead = {.src = u"broadsheet-media:aa"_s}, .enclosures = {picture}};
    QTest::newRow("nothing") << Article{.title = u"Tide"_s};
}

void TestEnclosures::leavesOut()
{
    QFETCH(Article, story);

    QVERIFY(section(parsed(story)).isNull());
}

void TestEnclosures::leadsToTheFileItselfInAFile()
{
    const auto document = parsed({.enclosures = {episode()}}, Place::File);

    QCOMPARE(addresses(section(document)), QStringList{u"https://cdn.example/tide.mp3"_s});
}

void TestEnclosures::escapesWhatFeedsSay()
{
    auto hostile = episode();
    hostile.title = u"<script>alert(1)</script>\"><b>"_s;

    const auto document = parsed({.enclosures = {hostile}});

    QVERIFY(document.body().descendants(u"script"_s).isEmpty());
    QVERIFY(html::textOf(section(document)).contains(hostile.title));
}

void TestEnclosures::isInTheLightViewToo()
{
    const auto light = page::lightStory(page::story({.enclosures = {episode()}}, {}));

    QVERIFY(light.contains(page::playAddress(0)));
    QVERIFY(light.contains(u"Audio · 1:02:45 · 38 MB"_s));
    // A list of its own would have bullets.
    QVERIFY(!light.contains(u"<li"_s));
}

QTEST_GUILESS_MAIN(TestEnclosures)
#include "tst_enclosures.moc"
