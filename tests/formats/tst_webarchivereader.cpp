#include "formats/formats.h"
#include "support/pictures.h"
#include "support/propertylists.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::BinaryList;
using support::Property;
using support::xmlList;

class TestWebArchiveReader : public QObject
{
    Q_OBJECT

private slots:
    void readsThePage_data();
    void readsThePage();
    void decodesAsTheArchiveSays();
    void findsThePictures_data();
    void findsThePictures();
    void readsTheFramesOfAFrameset();
    void leavesOtherFramesOut();
    void givesOnlyAddressesOnTheWeb();
    void readsWhatIsCut_data();
    void readsWhatIsCut();
    void refuses_data();
    void refuses();
    void survivesAnyWrongByte_data();
    void survivesAnyWrongByte();
};

namespace {

using Kind = Property::Kind;
using Entries = QList<std::pair<QByteArray, Property>>;

const auto png = support::png(3, 3);

QByteArray page(const QByteArray &words)
{
    return "<!DOCTYPE html><html><body><p>" + words + "</p></body></html>";
}

Property resource(const QByteArray &address, const QByteArray &bytes,
                  const QByteArray &type = "text/html", const QByteArray &charset = "UTF-8")
{
    return {.kind = Kind::Dictionary,
            .entries = {{"WebResourceData", {.kind = Kind::Data, .bytes = bytes}},
                        {"WebResourceMIMEType", {.bytes = type}},
                        {"WebResourceTextEncodingName", {.bytes = charset}},
                        {"WebResourceURL", {.bytes = address}}}};
}

Property list(const QList<Property> &items)
{
    Property found{.kind = Kind::List};
    for (const auto &item : items)
        found.entries.append({QByteArray(), item});
    return found;
}

Property archive(const Property &main, const QList<Property> &files = {},
                 const QList<Property> &frames = {})
{
    Property found{.kind = Kind::Dictionary, .entries = {{"WebMainResource", main}}};
    if (!frames.isEmpty())
        found.entries.append({"WebSubframeArchives", list(frames)});
    if (!files.isEmpty())
        found.entries.append({"WebSubresources", list(files)});
    return found;
}

// A page in frames in frames.
Property nested(int depth)
{
    auto found = archive(resource("https://a.example/0", page("Innermost")));
    for (int i = 1; i < depth; ++i)
        found
            = archive(resource("https://a.example/x", page("<frameset></frameset>")), {}, {found});
    return found;
}

} // namespace

void TestWebArchiveReader::readsThePage_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const auto whole = archive(resource("https://a.example/tide", page("It came in.")),
                               {resource("https://a.example/a.css", "p {}", "text/css")});
    auto wide = whole;
    wide.entries.first().second.entries.last().second.kind = Kind::WideString;
    QTest::newRow("binary") << BinaryList::of(whole);
    QTest::newRow("binary with wide letters") << BinaryList::of(wide);
    QTest::newRow("XML") << xmlList(whole);
    QTest::newRow("XML after a byte order mark") << "\xEF\xBB\xBF" + xmlList(whole);
}

void TestWebArchiveReader::readsThePage()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    const SavedPage expected{.html = QString::fromUtf8(page("It came in.")),
                             .stated
                             = {.url = QUrl(u"https://a.example/tide"_s),
                                .provenance = {.format = u"webarchive"_s, .savedBy = u"Safari"_s}}};
    QCOMPARE(*pages, QList{expected});
}

void TestWebArchiveReader::decodesAsTheArchiveSays()
{
    const auto main
        = resource("https://a.example/", page("\x96\xf2\x95\xbd"), "text/html", "shift_jis");

    const auto pages = formats::read({.bytes = BinaryList::of(archive(main))});

    QVERIFY(pages);
    QVERIFY(pages->first().html.contains(u"薬平"_s));
}

void TestWebArchiveReader::findsThePictures_data()
{
    QTest::addColumn<QByteArray>("src");
    QTest::addColumn<bool>("found");

    QTest::newRow("relative") << "/a.png"_ba << true;
    QTest::newRow("absolute") << "https://a.example/a.png"_ba << true;
    QTest::newRow("of a frame") << "/b.png"_ba << true;
    QTest::newRow("missing") << "/c.png"_ba << false;
}

void TestWebArchiveReader::findsThePictures()
{
    QFETCH(QByteArray, src);
    QFETCH(bool, found);
    const auto frame = archive(resource("https://a.example/f", page("Frame")),
                               {resource("https://a.example/b.png", png, "image/png")});
    const auto whole = archive(resource("https://a.example/tide", page("<img src='" + src + "'>")),
                               {resource("https://a.example/a.png", png, "image/png")}, {frame});

    const auto pages = formats::read({.bytes = BinaryList::of(whole)});

    QVERIFY(pages);
    QCOMPARE(pages->first().resources.value(QString::fromLatin1(src)).bytes,
             found ? png : QByteArray());
    QCOMPARE(pages->first().stated.warnings.isEmpty(), found);
}

void TestWebArchiveReader::readsTheFramesOfAFrameset()
{
    const auto whole
        = archive(resource("https://a.example/", "<html><frameset><frame src=1></frameset>"), {},
                  {archive(resource("https://a.example/1", page("It came in.")))});

    const auto pages = formats::read({.bytes = BinaryList::of(whole)});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QCOMPARE(pages->first().stated.url, QUrl(u"https://a.example/1"_s));
}

void TestWebArchiveReader::leavesOtherFramesOut()
{
    const auto whole = archive(resource("https://a.example/", page("It came in.")), {},
                               {archive(resource("https://ads.example/", page("Buy!")))});

    const auto pages = formats::read({.bytes = xmlList(whole)});

    QVERIFY(pages);
    QCOMPARE(pages->size(), 1);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
}

void TestWebArchiveReader::givesOnlyAddressesOnTheWeb()
{
    const auto whole = archive(resource("file:///tmp/tide.html", page("It came in.")));

    const auto pages = formats::read({.bytes = BinaryList::of(whole)});

    QVERIFY(pages);
    QVERIFY(pages->first().stated.url.isEmpty());
}

void TestWebArchiveReader::readsWhatIsCut_data()
{
    QTest::addColumn<QByteArray>("bytes");

    const auto whole = archive(resource("https://a.example/", page("It came in.")),
                               {resource("https://a.example/a.png", png.repeated(9), "image/png")});
    const auto binary = BinaryList::of(whole);
    const auto xml = xmlList(whole);
    QTest::newRow("binary") << binary.first(binary.size() * 7 / 10);
    QTest::newRow("XML") << xml.first(xml.size() * 7 / 10);
    QTest::newRow("XML within the page") << xml.first(xml.indexOf("</data>") - 8);
}

void TestWebArchiveReader::readsWhatIsCut()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    QVERIFY(pages);
    QVERIFY(pages->first().html.contains(u"It came in."_s));
    QCOMPARE(pages->first().stated.warnings.size(), 1);
    QVERIFY(pages->first().stated.warnings.first().startsWith(u"the file is cut"_s));
}

void TestWebArchiveReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");

    // One dictionary that is its own value.
    const auto objects = "bplist00" + QByteArray("\xd1\x01\x00\x5f\x10\x0fWebMainResource", 21);
    const auto trailer = [](quint64 count, quint64 table) {
        return QByteArray("\0\0\0\0\0\0\x01\x01", 8) + BinaryList::high(count, 8)
            + BinaryList::high(0, 8) + BinaryList::high(table, 8);
    };
    const auto table = QByteArray("\x08\x0b");
    const auto place = quint64(objects.size());
    const auto main = resource("https://a.example/", page("It came in."));
    QTest::newRow("holding itself") << objects + table + trailer(2, place);
    QTest::newRow("more values than there is room for")
        << objects + table + trailer(quint64(1) << 62, place);
    QTest::newRow("a table outside") << objects + table + trailer(2, quint64(1) << 63);
    QTest::newRow("an enormous dictionary") << "bplist00"
            + QByteArray("\xdf\x13\x7f\xff\xff\xff\xff\xff\xff\xff", 10)
            + "\x5f\x10\x0fWebMainResource" + "\x08\x12" + trailer(2, 36);
    QTest::newRow("no page") << BinaryList::of(
        archive(resource("https://a.example/", png, "image/png")));
    QTest::newRow("entities") << xmlList(archive(main))
                                     .replace("<!DOCTYPE plist PUBLIC",
                                              "<!DOCTYPE plist [<!ENTITY a \"b\">] PUBLIC");
    QTest::newRow("an internal subset")
        << xmlList(archive(main))
               .replace("PropertyList-1.0.dtd\">", "PropertyList-1.0.dtd\" [<!ENTITY a \"b\">]>");
    QTest::newRow("lists in lists") << "<?xml version=\"1.0\"?><plist><!-- WebMainResource -->"
            + QByteArray("<array>").repeated(100'000);
    QTest::newRow("frames in frames") << BinaryList::of(nested(40));
}

void TestWebArchiveReader::refuses()
{
    QFETCH(QByteArray, bytes);

    const auto pages = formats::read({.bytes = bytes});

    // Of too many frames only the empty outer ones are read.
    QVERIFY(!pages || !pages->last().html.contains(u"Innermost"_s));
    QVERIFY(pages || !pages.error().detail.isEmpty());
    QVERIFY(pages || pages.error().kind == Error::Kind::Malformed);
}

void TestWebArchiveReader::survivesAnyWrongByte_data()
{
    QTest::addColumn<char>("wrong");

    QTest::newRow("0x00") << '\0';
    QTest::newRow("0x13") << '\x13';
    QTest::newRow("0xaf") << '\xaf';
    QTest::newRow("0xdf") << '\xdf';
    QTest::newRow("0xff") << '\xff';
}

void TestWebArchiveReader::survivesAnyWrongByte()
{
    QFETCH(char, wrong);
    const auto whole = BinaryList::of(archive(resource("https://a.example/", page("It came in.")),
                                              {resource("https://a.example/a.png", png)}));

    int read = 0;
    for (qsizetype at = 8; at < whole.size(); ++at) {
        auto bytes = whole;
        bytes[at] = wrong;
        const auto pages = formats::read({.bytes = bytes});
        read += pages ? 1 : 0;
    }

    QVERIFY(read > 0);
}

QTEST_GUILESS_MAIN(TestWebArchiveReader)
#include "tst_webarchivereader.moc"
