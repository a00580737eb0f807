#include "feeds/opml.h"

#include <QTest>
#include <QXmlStreamReader>

#include <random>

using namespace Qt::StringLiterals;
using feeds::readOpml;
using feeds::writeOpml;

// Lists of feeds as they are written for other programs.
class TestWriteOpml : public QObject
{
    Q_OBJECT

private slots:
    void writesOpml();
    void declaresNamespacesOnce();
    void readsBackWhatItWrites();
};

namespace {

QString randomText(std::mt19937 &random)
{
    static const QStringList pieces{u"Harbour"_s,  u"&"_s,        u"&amp;"_s,      u"&lt;b&gt;"_s,
                                    u"<i>"_s,      u"\""_s,       u"'"_s,          u"]]>"_s,
                                    u"Übersee"_s,  u"ニュース"_s, u"\U0001F5DE"_s, u"–"_s,
                                    u"&nosuch;"_s, u"a;b"_s};
    QStringList words;
    for (auto count = random() % 4 + 1; count > 0; --count)
        words.append(pieces.at(qsizetype(random() % size_t(pieces.size()))));
    return words.join(u' ');
}

} // namespace

void TestWriteOpml::writesOpml()
{
    const QList<NewFeed> list{
        {.url = QUrl(u"https://a.example/1?x=1&y=2"_s),
         .title = u"Tides & \"Winds\""_s,
         .site = QUrl(u"https://a.example/"_s),
         .folder = {u"Sea"_s}},
        {.url = QUrl(u"https://a.example/2"_s), .settings = {.everyMinutes = 60, .paused = true}},
        {.url = QUrl(u"https://a.example/3"_s), .title = u"Ships"_s, .folder = {u"Sea"_s}},
    };

    const auto written
        = writeOpml(list, u"My <feeds>"_s, QDateTime(QDate(2024, 3, 5), QTime(8, 0, 0), Qt::UTC));

    QCOMPARE(written,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<opml version=\"2.0\" xmlns:broadsheet=\"urn:broadsheet:opml\">\n"
             "  <head>\n"
             "    <title>My &lt;feeds&gt;</title>\n"
             "    <dateCreated>Tue, 05 Mar 2024 08:00:00 GMT</dateCreated>\n"
             "  </head>\n"
             "  <body>\n"
             "    <outline text=\"Sea\" title=\"Sea\">\n"
             "      <outline type=\"rss\" text=\"Tides &amp; &quot;Winds&quot;\" "
             "title=\"Tides &amp; &quot;Winds&quot;\" "
             "xmlUrl=\"https://a.example/1?x=1&amp;y=2\" htmlUrl=\"https://a.example/\"/>\n"
             "      <outline type=\"rss\" text=\"Ships\" title=\"Ships\" "
             "xmlUrl=\"https://a.example/3\"/>\n"
             "    </outline>\n"
             "    <outline type=\"rss\" text=\"https://a.example/2\" title=\"https://a.example/2\" "
             "xmlUrl=\"https://a.example/2\" broadsheet:paused=\"true\" "
             "broadsheet:everyMinutes=\"60\"/>\n"
             "  </body>\n"
             "</opml>\n"_ba);
}

void TestWriteOpml::declaresNamespacesOnce()
{
    const ForeignAttributes one{{u"x:a"_s, u"1"_s}, {u"xmlns:x"_s, u"urn:one"_s}};
    const ForeignAttributes two{{u"x:a"_s, u"2"_s}, {u"xmlns:x"_s, u"urn:two"_s}};
    const QList<NewFeed> list{{.url = QUrl(u"https://a.example/1"_s), .foreign = one},
                              {.url = QUrl(u"https://a.example/2"_s), .foreign = one},
                              {.url = QUrl(u"https://a.example/3"_s), .foreign = two},
                              {.url = QUrl(u"https://a.example/4"_s),
                               .foreign = {{u"not a name"_s, u"1"_s}, {u"a\"b"_s, u"2"_s}}}};

    const auto written = writeOpml(list, {});

    QCOMPARE(written.count("xmlns:x"), 2);
    QVERIFY(!written.contains("not a name"));
    QXmlStreamReader reader(written);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    const auto again = readOpml(written);
    QVERIFY(again);
    QCOMPARE(again->feeds.first(3), list.first(3));
}

void TestWriteOpml::readsBackWhatItWrites()
{
    std::mt19937 random(7); // NOLINT: the same lists every time.
    for (int round = 0; round < 300; ++round) {
        QList<NewFeed> list;
        for (int i = 0; i < 12; ++i) {
            NewFeed feed{.url = QUrl(u"https://a.example/%1?q=%2&r=ü"_s.arg(i).arg(random() % 9))};
            feed.title = random() % 4 == 0 ? QString() : randomText(random);
            if (random() % 2 == 0)
                feed.site = QUrl(u"http://b.example/%1"_s.arg(i));
            // Folder by folder, as they are read back.
            for (int depth = 0; depth < i / 4; ++depth)
                feed.folder.append(u"%1 %2"_s.arg(i / 4).arg(depth) + randomText(random));
            if (i % 4 > 0 && i >= 4)
                feed.folder = list.last().folder;
            if (random() % 3 == 0)
                feed.settings = {.fullText = FeedSettings::FullText(random() % 3),
                                 .pictures = random() % 2 == 0,
                                 .everyMinutes = int(random() % 100),
                                 .keptDays = int(random() % 100)};
            if (random() % 3 == 0)
                feed.foreign = {{u"p:note"_s, randomText(random) + u"\n\t"_s + u'\u00a0'},
                                {u"xmlns:p"_s, u"urn:p%1"_s.arg(random() % 2)}};
            list.append(feed);
        }

        const auto written = writeOpml(list, randomText(random));
        const auto read = readOpml(written);

        QXmlStreamReader reader(written);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), written.constData());
        QVERIFY(read);
        for (qsizetype i = 0; i < list.size(); ++i)
            QVERIFY2(read->feeds.value(i) == list.at(i), written.constData());
        QCOMPARE(read->leftOut + read->duplicates, 0);
    }
}

QTEST_GUILESS_MAIN(TestWriteOpml)
#include "tst_writeopml.moc"
