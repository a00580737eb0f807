#include "feeds/limits.h"
#include "outlines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using feeds::readOpml;

class TestOpml : public QObject
{
    Q_OBJECT

private slots:
    void readsAFeed();
    void readsAttributes_data();
    void readsAttributes();
    void nestsFolders();
    void readsFoldersFromCategories_data();
    void readsFoldersFromCategories();
    void leavesOutWhatIsNoFeed_data();
    void leavesOutWhatIsNoFeed();
    void takesDuplicatesOnce();
    void mendsAddresses_data();
    void mendsAddresses();
    void mendsBrokenMarkup_data();
    void mendsBrokenMarkup();
    void readsEncodings_data();
    void readsEncodings();
    void saysWhatIsNoList_data();
    void saysWhatIsNoList();
    void keepsWhatOtherProgramsSay();
};

namespace {

// The only feed of a list with this body.
NewFeed feedIn(const QByteArray &body)
{
    const auto found = readOpml(opml(body));
    return found && found->feeds.size() == 1 ? found->feeds.first() : NewFeed();
}

} // namespace

void TestOpml::readsAFeed()
{
    const auto feed = feedIn("<outline type=\"rss\" text=\"Harbour News\" title=\"Harbour\" "
                             "xmlUrl=\"https://coast.example/feed.xml\" "
                             "htmlUrl=\"https://coast.example/news\"/>");

    const NewFeed expected{.url = QUrl(u"https://coast.example/feed.xml"_s),
                           .title = u"Harbour News"_s,
                           .site = QUrl(u"https://coast.example/news"_s)};
    QCOMPARE(feed, expected);
}

void TestOpml::readsAttributes_data()
{
    QTest::addColumn<QByteArray>("attributes");
    QTest::addColumn<QString>("title");

    const auto row = [](const char *name, const QByteArray &attributes, const QString &title) {
        QTest::newRow(name) << attributes + " xmlUrl='https://coast.example/feed'" << title;
    };
    row("upper case", "TEXT='Tides' TYPE='RSS'", u"Tides"_s);
    row("title alone", "title='Tides'", u"Tides"_s);
    row("empty text", "text='' title='Tides'", u"Tides"_s);
    row("the address as title", "text='https://coast.example/feed'", QString());
    row("the address as text, a title", "text='https://coast.example/feed' title='Tides'",
        u"Tides"_s);
    row("the address in other words", "text='coast.example/feed'", QString());
    row("references", "text='Tides &amp; &#x201c;Winds&#8221; &lt;3'", u"Tides & “Winds” <3"_s);
    row("escaped twice", "text='Tides &amp;amp; Winds &amp;#8211; daily'",
        u"Tides & Winds – daily"_s);
    row("names of HTML", "text='Caf&eacute; &amp;nbsp; Tide'", u"Café Tide"_s);
    row("not HTML", "text='List&lt;int&gt; &amp;amp; more'", u"List<int> & more"_s);
    row("line breaks", "text='Tides\n  and\twinds'", u"Tides and winds"_s);
    row("a number of no character", "text='Ti&#xD800;des&#0;&#x110000;'", u"Tides"_s);
    row("type of another kind", "type='atom' text='Tides'", u"Tides"_s);
    row("a media type", "type='application/rss+xml' text='Tides'", u"Tides"_s);
}

void TestOpml::readsAttributes()
{
    QFETCH(QByteArray, attributes);

    const auto feed = feedIn("<outline " + attributes + "/>");

    QTEST(feed.title, "title");
}

void TestOpml::nestsFolders()
{
    const auto found
        = readOpml(opml("<outline text='Sea'>"
                        "<outline text='Ships'><outline xmlUrl='https://a.example/1'/></outline>"
                        "<outline xmlUrl='https://a.example/2'/>"
                        "<outline text='Empty'></outline>"
                        "<outline text=''><outline xmlUrl='https://a.example/3'/></outline>"
                        "<outline xmlUrl='https://a.example/4'><outline "
                        "xmlUrl='https://a.example/5'/></outline>"
                        "</outline></outline>" // One too many.
                        "<outline type='folder' text='Land &amp; air'>"
                        "<outline xmlUrl='https://a.example/6'/></outline>"
                        "<outline xmlUrl='https://a.example/7'/>"));

    QVERIFY(found);
    QList<QStringList> folders;
    for (const auto &feed : found->feeds)
        folders.append(feed.folder);
    const QList<QStringList> expected{
        {u"Sea"_s, u"Ships"_s}, {u"Sea"_s}, {u"Sea"_s}, {u"Sea"_s}, {u"Sea"_s},
        {u"Land & air"_s},      {}};
    QCOMPARE(folders, expected);
    QCOMPARE(found->leftOut, 0);
}

void TestOpml::readsFoldersFromCategories_data()
{
    QTest::addColumn<QByteArray>("outline");
    QTest::addColumn<QStringList>("folder");
    QTest::addColumn<bool>("kept"); // As another program's attribute.

    const QByteArray feed = "<outline xmlUrl='https://a.example/1' category='%1'/>";
    const auto with
        = [&](const QByteArray &category) { return QByteArray(feed).replace("%1", category); };
    QTest::newRow("path") << with("/Sea/Ships") << QStringList{u"Sea"_s, u"Ships"_s} << false;
    QTest::newRow("first of several")
        << with("tides, /Sea/,/Land") << QStringList{u"Sea"_s} << false;
    QTest::newRow("a tag") << with("tides") << QStringList() << true;
    QTest::newRow("in a folder") << "<outline text='Mine'>" + with("/Sea") + "</outline>"
                                 << QStringList{u"Mine"_s} << true;
}

void TestOpml::readsFoldersFromCategories()
{
    QFETCH(QByteArray, outline);
    QFETCH(bool, kept);

    const auto feed = feedIn(outline);

    QTEST(feed.folder, "folder");
    QCOMPARE(feed.foreign.size(), kept ? 1 : 0);
}

void TestOpml::leavesOutWhatIsNoFeed_data()
{
    QTest::addColumn<QByteArray>("outline");
    QTest::addColumn<int>("leftOut");

    QTest::newRow("a page") << "<outline text='x' htmlUrl='https://a.example/'/>"_ba << 1;
    QTest::newRow("a page, not closed at once")
        << "<outline text='x' htmlUrl='https://a.example/'></outline>"_ba << 1;
    QTest::newRow("link") << "<outline type='link' text='x' url='https://a.example/'/>"_ba << 1;
    QTest::newRow("another list")
        << "<outline type='include' text='x' url='https://a.example/x.opml'/>"_ba << 1;
    QTest::newRow("searched page")
        << "<outline type='HTML+XPath' text='x' xmlUrl='https://a.example/'/>"_ba << 1;
    QTest::newRow("searched JSON")
        << "<outline type='JSON+DotNotation' text='x' xmlUrl='https://a.example/'/>"_ba << 1;
    QTest::newRow("saved search")
        << "<outline type='vfolder' text='x' matchType='any'><rule rule='y'/></outline>"_ba << 1;
    QTest::newRow("comment")
        << "<outline isComment='true' text='x' xmlUrl='https://a.example/'/>"_ba << 1;
    QTest::newRow("in a comment")
        << "<outline isComment='true' text='x'><outline xmlUrl='https://a.example/1'/>"
           "<outline text='y'><outline xmlUrl='https://a.example/2'/></outline></outline>"_ba
        << 2;
    QTest::newRow("command after a bar")
        << "<outline text='x' xmlUrl='|curl https://a.example/'/>"_ba << 1;
    QTest::newRow("command of a scheme")
        << "<outline text='x' xmlUrl='exec:~/feeds https://a.example/'/>"_ba << 1;
    QTest::newRow("command by its kind")
        << "<outline text='x' rssguard:xmlUrlType='1' xmlUrl='bash#feeds.example'/>"_ba << 1;
    QTest::newRow("no web address") << "<outline text='x' xmlUrl='ftp://a.example/'/>"_ba << 1;
    QTest::newRow("no address") << "<outline text='x' type='rss' xmlUrl=''/>"_ba << 1;
    QTest::newRow("a word") << "<outline text='Only words'/>"_ba << 0;
    QTest::newRow("XML comment") << "<!-- <outline xmlUrl='https://a.example/'/> -->"_ba << 0;
    QTest::newRow("CDATA") << "<![CDATA[ <outline xmlUrl='https://a.example/'/> ]]>"_ba << 0;
}

void TestOpml::leavesOutWhatIsNoFeed()
{
    QFETCH(QByteArray, outline);

    const auto found = readOpml(opml(outline + "<outline xmlUrl='https://kept.example/'/>"));

    QVERIFY(found);
    QCOMPARE(addressesIn(found), QStringList{u"https://kept.example/"_s});
    QTEST(found->leftOut, "leftOut");
}

void TestOpml::takesDuplicatesOnce()
{
    const auto found = readOpml(opml("<outline text='First' xmlUrl='https://a.example/feed'/>"
                                     "<outline text='Again' xmlUrl='https://a.example/feed'/>"
                                     "<outline text='Plain' xmlUrl='http://A.example:80/feed/'/>"
                                     "<outline text='Mark' xmlUrl='https://a.example/feed#top'/>"
                                     "<outline text='Other' xmlUrl='https://a.example/feed?2'/>"
                                     "<outline text='Case' xmlUrl='https://a.example/Feed'/>"));

    QVERIFY(found);
    QCOMPARE(found->duplicates, 3);
    QCOMPARE(found->feeds.size(), 3);
    QCOMPARE(found->feeds.first().title, u"First"_s);
}

void TestOpml::mendsAddresses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("url");

    QTest::newRow("feed:") << u"feed://coast.example/rss"_s << u"http://coast.example/rss"_s;
    QTest::newRow("feed:https:") << u"feed:https://coast.example/rss"_s
                                 << u"https://coast.example/rss"_s;
    QTest::newRow("no scheme") << u"coast.example/rss"_s << u"https://coast.example/rss"_s;
    QTest::newRow("spaces around")
        << u"  https://coast.example/rss\n"_s << u"https://coast.example/rss"_s;
    QTest::newRow("bare ampersands") << u"https://coast.example/?a=1&b=2&copy=3&amp;d=4"_s
                                     << u"https://coast.example/?a=1&b=2&copy=3&d=4"_s;
    QTest::newRow("international")
        << u"https://bücher.example/ü"_s << u"https://bücher.example/ü"_s;
    QTest::newRow("a file") << u"file:///home/ada/feed.xml"_s << u"file:///home/ada/feed.xml"_s;
    QTest::newRow("only url") << u"' url='https://coast.example/rss"_s
                              << u"https://coast.example/rss"_s;
}

void TestOpml::mendsAddresses()
{
    QFETCH(QString, written);
    QFETCH(QString, url);

    const auto feed = feedIn("<outline type='rss' xmlUrl='" + written.toUtf8() + "'/>");

    QCOMPARE(feed.url, QUrl(url));
}

void TestOpml::mendsBrokenMarkup_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("title");

    const auto row = [](const char *name, const QByteArray &list, const QString &title) {
        QTest::newRow(name) << list << title;
    };
    const QByteArray address = "xmlUrl=\"https://a.example/1\"";
    row("ampersand", opml("<outline text=\"Tides & Winds\" " + address + "/>"), u"Tides & Winds"_s);
    row("less than", opml("<outline text=\"Tides <b>now</b>\" " + address + "/>"), u"Tides now"_s);
    row("quotes", opml("<outline text=\"The \"Best\" of Tides\" " + address + "/>"), u"The"_s);
    row("no quotes", opml("<outline text=Tides xmlUrl=https://a.example/1/>"), u"Tides"_s);
    row("no space", opml("<outline text=\"Tides\"" + address + "/>"), u"Tides"_s);
    row("twice", opml("<outline text=\"Tides\" text=\"Winds\" " + address + "/>"), u"Tides"_s);
    row("control",
        opml("<outline text=\"Ti\x01"
             "des\x1f\" "
             + address + "/>"),
        u"Tides"_s);
    row("not closed", opml("<outline text=\"Tides\" " + address + ">"), u"Tides"_s);
    row("cut tag", opml("<outline text=\"Tides\" " + address + "<outline text=\"x\"/>"),
        u"Tides"_s);
    row("wrong end", opml("</x><outline text=\"Tides\" " + address + "/></y>"), u"Tides"_s);
    row("prefix not declared", opml("<outline x:y=\"1\" text=\"Tides\" " + address + "/>"),
        u"Tides"_s);
    row("space before", "\n\n " + opml("<outline text=\"Tides\" " + address + "/>"), u"Tides"_s);
    row("without a body", "<outline text=\"Tides\" " + address + "/>", u"Tides"_s);
    row("something after", opml("<outline text=\"Tides\" " + address + "/>") + "<!-- done --> <",
        u"Tides"_s);
}

void TestOpml::mendsBrokenMarkup()
{
    QFETCH(QByteArray, list);

    const auto found = readOpml(list);

    QVERIFY(found);
    QCOMPARE(found->feeds.size(), 1);
    QTEST(found->feeds.first().title, "title");
    QVERIFY(found->feeds.first().url.toString().startsWith("https://a.example/1"_L1));
}

void TestOpml::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("list");

    const auto written = u"<opml><body><outline text='Übersee' xmlUrl='https://a.example/'/>"_s;
    QTest::newRow("UTF-8") << written.toUtf8();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + written.toUtf8();
    QTest::newRow("declared") << "<?xml version='1.0' encoding='ISO-8859-1'?>" + written.toLatin1();
    QTest::newRow("declared wrongly")
        << "<?xml version='1.0' encoding='ISO-8859-1'?>" + written.toUtf8();
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe", 2)
            + QByteArray(reinterpret_cast<const char *>(written.utf16()), 2 * written.size());
}

void TestOpml::readsEncodings()
{
    QFETCH(QByteArray, list);

    const auto found = readOpml(list);

    QVERIFY(found);
    QCOMPARE(found->feeds.first().title, u"Übersee"_s);
}

void TestOpml::saysWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("nothing") << " \n"_ba << Error::Kind::Empty;
    QTest::newRow("words") << "Only some words."_ba << Error::Kind::Malformed;
    QTest::newRow("a page") << "<!DOCTYPE html><html><body><p>Page</body></html>"_ba
                            << Error::Kind::Malformed;
    QTest::newRow("noise") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\xff", 12)
                           << Error::Kind::Malformed;
    QTest::newRow("no feeds") << opml("<outline text='Sea'></outline>") << Error::Kind::Empty;
    QTest::newRow("large") << opml(QByteArray(feeds::limits::listBytes, ' '))
                           << Error::Kind::TooLarge;
}

void TestOpml::saysWhatIsNoList()
{
    QFETCH(QByteArray, bytes);

    const auto found = readOpml(bytes);

    QVERIFY(!found);
    QTEST(found.error().kind, "kind");
    QVERIFY(!found.error().detail.isEmpty());
}

void TestOpml::keepsWhatOtherProgramsSay()
{
    const auto found = readOpml(
        "<opml xmlns:guard='https://guard.example/ns' version='2.0'><body>"
        "<outline text='Tides' xmlUrl='https://a.example/1' description='High &amp; low' "
        "guard:icon='AAAA' filtercmd='rm -rf /' guard:postProcess='sh#-c#true' language='de' "
        "empty='' 1bad='1' loose:thing='2' xml:lang='de'/>"
        "<outline xmlns:guard='urn:other' xmlUrl='https://a.example/2' guard:icon='B'/>"
        "</body></opml>");

    QVERIFY(found);
    const ForeignAttributes first{{u"description"_s, u"High & low"_s},
                                  {u"guard:icon"_s, u"AAAA"_s},
                                  {u"filtercmd"_s, u"rm -rf /"_s},
                                  {u"guard:postProcess"_s, u"sh#-c#true"_s},
                                  {u"language"_s, u"de"_s},
                                  {u"loose:thing"_s, u"2"_s},
                                  {u"xml:lang"_s, u"de"_s},
                                  {u"xmlns:guard"_s, u"https://guard.example/ns"_s},
                                  {u"xmlns:loose"_s, u"urn:prefix:loose"_s}};
    const ForeignAttributes second{{u"guard:icon"_s, u"B"_s}, {u"xmlns:guard"_s, u"urn:other"_s}};
    QCOMPARE(found->feeds.at(0).foreign, first);
    QCOMPARE(found->feeds.at(1).foreign, second);
    QCOMPARE(found->feeds.at(0).settings, FeedSettings());
}

QTEST_GUILESS_MAIN(TestOpml)
#include "tst_opml.moc"
