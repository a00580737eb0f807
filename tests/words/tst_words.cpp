#include "words/errortext.h"
#include "words/filefilters.h"
#include "words/importwords.h"
#include "words/provenancewords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = Error::Kind;

// What the window says of files: what was wrong with them, and where their stories came from.
class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatCanBeDone_data();
    void saysWhatCanBeDone();
    void saysSomethingOfEveryKind();
    void tellsWhereAStoryCameFrom_data();
    void tellsWhereAStoryCameFrom();
    void tellsHowAnImportWent_data();
    void tellsHowAnImportWent();
    void listsEveryFormToOpen();
};

void TestWords::saysWhatCanBeDone_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("part");

    QTest::newRow("locked archive")
        << Error{Kind::Refused, u"it is encrypted"_s} << u"locked with a password"_s;
    QTest::newRow("locked book") << Error{Kind::Refused, u"the book is encrypted (DRM)"_s}
                                 << u"publisher"_s;
    QTest::newRow("locked mail") << Error{Kind::Unsupported, u"an encrypted mail"_s}
                                 << u"mail program"_s;
    QTest::newRow("bomb") << Error{Kind::TooLarge, u"it unpacks to more than 256 MB"_s}
                          << u"not unpacked"_s;
    QTest::newRow("large") << Error{Kind::TooLarge, u"300 MB; the limit is 128 MB"_s}
                           << u"smaller files"_s;
    QTest::newRow("scan") << Error{Kind::Empty, u"its pages are pictures without text"_s}
                          << u"(OCR)"_s;
    QTest::newRow("no page") << Error{Kind::Empty, u"no page in it: the server answered 404"_s}
                             << u"Save the page again"_s;
    QTest::newRow("empty") << Error{Kind::Empty, u"no bytes"_s} << u"no text"_s;
    QTest::newRow("foreign") << Error{Kind::Unsupported, u"RTF"_s} << u"does not read: RTF."_s;
    QTest::newRow("unknown") << Error{Kind::Unsupported, u"no reader recognises it"_s}
                             << u"does not read."_s;
    QTest::newRow("damaged") << Error{Kind::Malformed, u"no record can be read"_s}
                             << u"save the page again"_s;
}

void TestWords::saysWhatCanBeDone()
{
    QFETCH(Error, error);
    QFETCH(QString, part);
    error.where = u"/a/b/story.dat"_s;

    const auto sentence = errortext::sentence(error);

    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY2(sentence.startsWith(u"“story.dat” could not be opened. "_s), qPrintable(sentence));
    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
}

void TestWords::saysSomethingOfEveryKind()
{
    for (const auto kind :
         {Kind::NotFound, Kind::Unreadable, Kind::NotAFile, Kind::Unsupported, Kind::Malformed,
          Kind::Empty, Kind::TooLarge, Kind::Offline, Kind::Refused, Kind::Storage})
        QVERIFY(errortext::reason({kind, u"detail"_s})
                != errortext::reason({Kind::Cancelled, u"detail"_s}));
}

void TestWords::tellsWhereAStoryCameFrom_data()
{
    QTest::addColumn<Article>("story");
    QTest::addColumn<QString>("line");

    const Timestamp day{.date = QDate(2024, 6, 5)};
    const auto from = [&](const QString &format, const QString &tool, const Timestamp &saved) {
        return Article{.provenance = {.format = format, .savedBy = tool, .savedAt = saved}};
    };
    QTest::newRow("browser") << from(u"html"_s, u"browser"_s, {}) << u"Saved with a browser"_s;
    QTest::newRow("MHTML") << from(u"mhtml"_s, u"Chromium"_s, day)
                           << u"Saved with Chromium on 5 June 2024"_s;
    QTest::newRow("Safari") << from(u"webarchive"_s, u"Safari"_s, {}) << u"Saved with Safari"_s;
    QTest::newRow("WARC") << from(u"warc"_s, {}, day)
                          << u"From a web archive (WARC) made on 5 June 2024"_s;
    QTest::newRow("WACZ") << from(
        u"wacz"_s, u"ArchiveWeb.page"_s,
        day) << u"From a web archive (WACZ) made with ArchiveWeb.page on 5 June 2024"_s;
    QTest::newRow("book") << from(u"epub"_s, u"calibre"_s, {})
                          << u"From a book (EPUB) made with calibre"_s;
    QTest::newRow("note") << from(u"enex"_s, u"Evernote"_s, day)
                          << u"Noted in Evernote on 5 June 2024"_s;
    QTest::newRow("PDF") << from(u"pdf"_s, {}, day) << u"PDF made on 5 June 2024"_s;
    QTest::newRow("bare PDF") << from(u"pdf"_s, {}, {}) << u"PDF"_s;
    QTest::newRow("text") << from(u"text"_s, {}, {}) << QString();
    auto letter = from(u"eml"_s, {}, {});
    letter.authors = {{.name = u"Ada Marsh"_s}};
    QTest::newRow("mail") << letter << u"Mail from Ada Marsh"_s;
    letter.site = u"The Tide"_s;
    QTest::newRow("newsletter") << letter << u"Newsletter from The Tide"_s;
    auto torn = from(u"html"_s, u"SingleFile"_s, day);
    torn.provenance.file = u"/a/story.html"_s;
    torn.warnings = {u"left out: Advertisement"_s, u"2 pictures of the page are not in the file"_s};
    QTest::newRow("what is missing")
        << torn << u"Saved with SingleFile on 5 June 2024 · story.html · 2 pictures are missing"_s;
    torn.warnings = {u"1 picture of the page is not in the file"_s,
                     u"the file is cut off: its end is missing"_s};
    QTest::newRow("cut off") << torn
                             << u"Saved with SingleFile on 5 June 2024 · story.html · 1 picture is "
                                "missing · the file is cut off: its end is missing"_s;
}

void TestWords::tellsWhereAStoryCameFrom()
{
    QFETCH(Article, story);

    QTEST(provenancewords::line(story, QLocale(QLocale::English, QLocale::UnitedKingdom)), "line");
}

void TestWords::tellsHowAnImportWent_data()
{
    QTest::addColumn<ImportReport>("report");
    QTest::addColumn<QString>("outcome");

    const QStringList folder{u"/home/ann/Clippings"_s};
    QTest::newRow("one") << ImportReport{.paths = folder, .files = 1, .added = 1}
                         << u"One story is new in your library."_s;
    QTest::newRow("known") << ImportReport{.paths = folder, .files = 2, .known = 2}
                           << u"All 2 stories were in your library already."_s;
    QTest::newRow("empty") << ImportReport{.paths = folder}
                           << u"Nothing in “Clippings” could hold a story."_s;
    QTest::newRow("unreadable") << ImportReport{.paths = folder,
                                                .files = 1,
                                                .errors = {{Kind::Empty, u"no bytes"_s, u"/a"_s}}}
                                << u"No story could be read in “Clippings”."_s;
    QTest::newRow("stopped at once")
        << ImportReport{.paths = folder, .left = 9} << u"Nothing was imported."_s;
}

void TestWords::tellsHowAnImportWent()
{
    QFETCH(ImportReport, report);

    QTEST(importwords::outcome(report), "outcome");
}

void TestWords::listsEveryFormToOpen()
{
    const auto filters = filefilters::all();

    for (const auto *suffix :
         {"html", "mhtml", "mht", "webarchive", "maff", "htz", "warc", "warc.gz", "wacz", "eml",
          "mbox", "txt", "md", "epub", "pdf", "enex", "json"})
        QVERIFY2(filters.first().contains(u"*."_s + QString::fromUtf8(suffix)), suffix);
    QVERIFY(filters.last().endsWith(u"(*)"_s));
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
