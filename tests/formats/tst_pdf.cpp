#include "formats/pdfmaker.h"
#include "formats/pdfreader.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr double measure = 360; // Sixty letters of ten points.

// As much of a JPEG as tells its size.
QByteArray jpeg(int width, int height)
{
    QByteArray bytes = QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffc00011080000"
                                           "000003011100021100031100");
    bytes[25] = char(height >> 8);
    bytes[26] = char(height);
    bytes[27] = char(width >> 8);
    bytes[28] = char(width);
    return bytes + QByteArray::fromHex("ffd9");
}

void addJpeg(PdfMaker &pdf, const QRectF &area, int width = 320, int height = 200)
{
    pdf.picture(area,
                "/Width " + QByteArray::number(width) + "/Height " + QByteArray::number(height)
                    + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
                jpeg(width, height));
}

Result<QList<SavedPage>> read(const QByteArray &bytes)
{
    return PdfReader(QStringLiteral(BROADSHEET_PDF)).read({.bytes = bytes});
}

SavedPage page(const PdfMaker &pdf)
{
    const auto pages = read(pdf.file());
    return pages ? pages->first() : SavedPage{.html = u"error: "_s + pages.error().detail};
}

void browserEdges(PdfMaker &pdf, const QByteArray &number)
{
    pdf.line(24, 15, 8, "11/22/26, 10:37 AM");
    pdf.line(230, 15, 8, "The Clock That Stopped | The Lower Mantle Post");
    pdf.line(24, 766, 8, "https://mantle-post.example/2025/03/04/clock");
    pdf.line(560, 766, 8, number);
}

// A story as a browser prints it, on two pages.
PdfMaker printedStory()
{
    PdfMaker pdf;
    pdf.info = "/Title(The Clock That Stopped | The Lower Mantle "
               "Post)/CreationDate(D:20261122103745+01'00')";
    browserEdges(pdf, "1/2");
    pdf.line(36, 50, 10, "Home");
    pdf.link({36, 50, 24, 10}, "https://mantle-post.example/");
    pdf.line(36, 80, 24, "The Clock That Stopped", PdfMaker::Face::Bold);
    pdf.line(36, 120, 10, "By Ada Quill and Tom Reed");
    pdf.line(36, 138, 10, "March 4, 2025");
    addJpeg(pdf, {56, 160, 320, 200});
    pdf.paragraph(56, 366, 320,
                  "The hands of the harbour clock on a Tuesday in spring. Photo: Ida Marsh/Post");
    pdf.paragraph(36, 420, measure,
                  "The harbour clock stopped at nine on Tuesday and nobody in the town noticed "
                  "until the following afternoon.");
    pdf.line(36, 730, 10, "A clockmaker climbed the tower with a lantern and found the");
    pdf.line(440, 80, 10, "Most popular", PdfMaker::Face::Bold);
    pdf.line(440, 100, 10, "Ten soups for rain");
    pdf.addPage();
    browserEdges(pdf, "2/2");
    auto top = pdf.paragraph(
        36, 50, measure, "spring broken, which he said had lasted longer than most marriages do.");
    pdf.line(36, top + 12, 14, "What happens now", PdfMaker::Face::Bold);
    pdf.paragraph(36, top + 44, measure, "The council will meet on Friday to discuss a new one.");
    pdf.line(36, top + 74, 12, "More on this story", PdfMaker::Face::Bold);
    pdf.line(60, top + 100, 10, "The Tower and Its Keepers");
    pdf.link({60, top + 98, 160, 14}, "https://mantle-post.example/tower");
    pdf.line(36, top + 140, 12, "Comments (1)", PdfMaker::Face::Bold);
    pdf.line(36, top + 170, 10, "I always said so.");
    return pdf;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private slots:
    void recognises_data();
    void recognises();
    void readsAPrintedPage();
    void findsItsPictures();
    void readsColumnsOneAfterTheOther();
    void takesParagraphsByTheirIndent();
    void mendsArabicLigatures();
    void leavesOutIconsAndPaper();
    void tellsOfLargePictures();
    void keepsAPictureAboveTheHeadline();
    void keepsWhatStandsBeforeALateHeadline();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void readsTheFirstPagesOfABook();
    void survivesAPageThatDrawsItself();
    void saysThatItsProgramIsMissing();
};

void TestPdf::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("pdf");

    QTest::newRow("PDF") << "%PDF-1.7\n1 0 obj"_ba << true;
    QTest::newRow("bytes before the header") << "junk\n%PDF-1.4\n1 0 obj"_ba << true;
    QTest::newRow("header too far behind") << QByteArray(2000, 'x') + "%PDF-1.4\n1 0 obj" << false;
    QTest::newRow("text about it") << "A file begins with %PDF-1.4, say its makers."_ba << false;
    QTest::newRow("text") << "A day out\n\nIt rained."_ba << false;
}

void TestPdf::recognises()
{
    QFETCH(QByteArray, bytes);

    const auto pdf = PdfReader().recognises({.bytes = bytes});

    QTEST(pdf, "pdf");
}

void TestPdf::readsAPrintedPage()
{
    const auto story = page(printedStory());

    const auto &stated = story.stated;
    QCOMPARE(stated.title, u"The Clock That Stopped"_s);
    QCOMPARE(stated.site, u"The Lower Mantle Post"_s);
    QCOMPARE(stated.authors, (QList<Author>{{.name = u"Ada Quill"_s}, {.name = u"Tom Reed"_s}}));
    QCOMPARE(stated.published.toIso(), u"2025-03-04"_s);
    QCOMPARE(stated.url, QUrl(u"https://mantle-post.example/2025/03/04/clock"_s));
    QCOMPARE(stated.provenance.format, u"pdf"_s);
    QCOMPARE(stated.provenance.savedAt.date, QDate(2026, 11, 22));
    QCOMPARE(stated.related,
             (QList<Link>{{.title = u"The Tower and Its Keepers"_s,
                           .url = QUrl(u"https://mantle-post.example/tower"_s)}}));
    QCOMPARE(
        story.html,
        u"<p>The harbour clock stopped at nine on Tuesday and nobody in the town noticed until the "
        u"following afternoon.</p>\n"
        "<p>A clockmaker climbed the tower with a lantern and found the spring broken, which he "
        "said had lasted longer than most marriages do.</p>\n"
        "<h2>What happens now</h2>\n"
        "<p>The council will meet on Friday to discuss a new one.</p>\n"
        "<aside class=\"related\"><a href=\"https://mantle-post.example/tower\">The Tower and Its Keepers</a></aside>\n"_s);
    QVERIFY(stated.warnings.contains(u"left out: Ten soups for rain"_s));
}

void TestPdf::findsItsPictures()
{
    const auto story = page(printedStory());

    QCOMPARE(story.stated.lead.caption,
             u"The hands of the harbour clock on a Tuesday in spring."_s);
    QCOMPARE(story.stated.lead.credit, u"Ida Marsh/Post"_s);
    QCOMPARE(story.resources.value(story.stated.lead.src),
             (Resource{.mimeType = u"image/jpeg"_s, .bytes = jpeg(320, 200)}));
}

void TestPdf::readsColumnsOneAfterTheOther()
{
    PdfMaker pdf;
    pdf.line(36, 50, 24, "Two Columns of Rain", PdfMaker::Face::Bold);
    auto top = pdf.paragraph(
        36, 100, 240, "It rained on the left side of the page for as long as anybody could remem-");
    pdf.paragraph(36, top, 240, "ber, and longer than the old guide-book said.");
    pdf.paragraph(320, 100, 240,
                  "On the right it was dry, and the well-known wind that blew there had a name of "
                  "its own which nobody used.");

    const auto story = page(pdf);

    QCOMPARE(story.stated.title, u"Two Columns of Rain"_s);
    QCOMPARE(
        story.html,
        u"<p>It rained on the left side of the page for as long as anybody could remember, and "
        u"longer than the old guide-book said.</p>\n"
        "<p>On the right it was dry, and the well-known wind that blew there had a name of its own which nobody used.</p>\n"_s);
}

void TestPdf::takesParagraphsByTheirIndent()
{
    PdfMaker pdf;
    pdf.line(36, 50, 24, "No Lines Between Them", PdfMaker::Face::Bold);
    auto top = pdf.paragraph(36, 100, measure,
                             "The first paragraph fills its two lines almost to the very edge of "
                             "the column in which it stands here.");
    top = pdf.paragraph(36, top, measure,
                        "The second one begins a little further right, as books do, and it also "
                        "goes on for more than one line.",
                        10, 14);
    pdf.paragraph(36, top, measure, "The third one ends the page.", 10, 14);

    const auto story = page(pdf);

    QCOMPARE(story.html.count("<p>"_L1), 3);
    QVERIFY(story.html.contains("<p>The third one ends the page.</p>"_L1));
}

// A font whose glyphs are drawn one by one, with the letters they stand for: the only way to have
// other than Latin letters without a font file.
void TestPdf::mendsArabicLigatures()
{
    PdfMaker pdf;
    const auto square = PdfMaker::reference(
        pdf.add(PdfMaker::stream({}, "600 0 0 0 600 700 d1 0 0 500 700 re f")));
    const auto letters = PdfMaker::reference(pdf.add(PdfMaker::stream(
        {},
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        "endcodespacerange 4 beginbfchar <41> <0627> <42> <0644> <43> <06440627> <44> <0628> "
        "endbfchar endcmap")));
    pdf.font("A",
             "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]"
             "/CharProcs<</g "
                 + square
                 + ">>/Encoding<</Differences[65/g/g/g/g]>>"
                   "/FirstChar 65/LastChar 68/Widths[300 500 700 900]/ToUnicode "
                 + letters + ">>");
    // From left to right as it is seen: "باب لاب الب".
    pdf.draw("BT /A 20 Tf 100 700 Td (DBA) Tj 40 0 Td (DC) Tj 38 0 Td (DAD) Tj ET\n");

    const auto story = page(pdf);

    QVERIFY2(story.html.contains(u"باب لاب الب"_s), qPrintable(story.html));
}

void TestPdf::leavesOutIconsAndPaper()
{
    PdfMaker pdf;
    for (int number = 0; number < 3; ++number) {
        if (number > 0)
            pdf.addPage();
        addJpeg(pdf, {0, 0, 612, 792}, 600 + number, 800);
        addJpeg(pdf, {36, 20, 200, 60}, 400 + number, 120);
        addJpeg(pdf, {500, 20, 20, 20}, 64 + number, 64);
        pdf.paragraph(36, 100, measure,
                      "The text of page " + QByteArray::number(number) + " stands on a scan.");
    }

    const auto story = page(pdf);

    QVERIFY(story.html.contains("stands on a scan"_L1));
    QVERIFY(!story.html.contains("<img"_L1));
    QVERIFY(story.stated.lead.isEmpty());
}

void TestPdf::tellsOfLargePictures()
{
    PdfMaker pdf;
    pdf.paragraph(36, 50, measure, "The picture below has more points than the town has people.");
    pdf.picture({36, 100, 300, 200},
                "/Width 90000/Height 90000/ColorSpace/DeviceGray/BitsPerComponent 1", "\x01");

    const auto story = page(pdf);

    QVERIFY(story.resources.isEmpty());
    QCOMPARE(story.stated.warnings, QStringList{u"1 picture could not be taken out of the file"_s});
}

void TestPdf::keepsAPictureAboveTheHeadline()
{
    PdfMaker pdf;
    pdf.picture({36, 50, 360, 200}, "/Width 4/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8",
                QByteArray(24, '\x55'));
    pdf.line(36, 280, 24, "Under a Grey Sky", PdfMaker::Face::Bold);
    pdf.line(36, 320, 10, "By Ada Quill");
    pdf.paragraph(
        36, 350, measure,
        "The sky was grey in the morning and greyer in the evening, when it began to snow.");

    const auto story = page(pdf);

    QCOMPARE(story.stated.title, u"Under a Grey Sky"_s);
    QCOMPARE(story.resources.value(story.stated.lead.src).mimeType, u"image/png"_s);
}

void TestPdf::keepsWhatStandsBeforeALateHeadline()
{
    PdfMaker pdf;
    const auto top = pdf.paragraph(36, 50, measure,
                                   "The first of two stories in this file has no headline, but it "
                                   "has a sentence of some length.");
    pdf.line(36, top + 40, 24, "A Second Story", PdfMaker::Face::Bold);
    pdf.paragraph(36, top + 80, measure, "It is shorter than the first.");

    const auto story = page(pdf);

    QVERIFY2(story.html.contains("The first of two stories"_L1), qPrintable(story.html));
}

void TestPdf::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error>("error");

    PdfMaker locked;
    locked.line(36, 50, 10, "Nobody reads this.");
    locked.trailer = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + QByteArray(64, '1')
        + ">/U<" + QByteArray(64, '2') + ">>>";
    QTest::newRow("encrypted") << locked.file()
                               << Error{Error::Kind::Refused,
                                        u"encrypted: it opens only with a password"_s};
    PdfMaker scan;
    addJpeg(scan, {0, 0, 612, 792});
    QTest::newRow("scan") << scan.file()
                          << Error{Error::Kind::Empty, u"its pages are pictures without text"_s};
    const Error broken{Error::Kind::Malformed, u"the structure of the PDF cannot be read"_s};
    QTest::newRow("header only") << "%PDF-1.7\n"_ba << broken;
    QTest::newRow("garbage") << "%PDF-1.7\n" + QByteArray(5000, '\x9c') << broken;
    const auto whole = printedStory().file();
    QTest::newRow("cut off") << whole.first(whole.size() / 2) << broken;
    QTest::newRow("pages in a circle")
        << "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF"_ba
        << Error{Error::Kind::Empty, u"its pages are pictures without text"_s};
}

void TestPdf::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error, error);

    const auto pages = read(bytes);

    QVERIFY(!pages);
    QCOMPARE(pages.error(), error);
}

void TestPdf::readsTheFirstPagesOfABook()
{
    PdfMaker pdf;
    for (int number = 1; number < 420; ++number)
        pdf.addPage();
    pdf.line(36, 50, 10, "The end.");
    auto book = pdf.file();

    PdfMaker first;
    first.line(36, 50, 10, "The beginning of it all.");
    for (int number = 1; number < 420; ++number)
        first.addPage();
    const auto story = page(first);

    QCOMPARE(read(book).error().kind, Error::Kind::Empty);
    QVERIFY(story.html.contains("The beginning of it all."_L1));
    QCOMPARE(story.stated.warnings, QStringList{u"only the first 400 of 420 pages were read"_s});
}

void TestPdf::survivesAPageThatDrawsItself()
{
    PdfMaker pdf;
    pdf.paragraph(36, 50, measure, "The page below draws itself.");
    pdf.place({0, 0, 1, 1},
              PdfMaker::stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                               "/Resources<</XObject<</X 1 0 R>>>>",
                               "/X Do"));

    const auto story = page(pdf);

    QVERIFY(story.html.contains("The page below draws itself."_L1));
}

void TestPdf::saysThatItsProgramIsMissing()
{
    const auto pages
        = PdfReader(u"/nowhere/broadsheet-pdf"_s).read({.bytes = printedStory().file()});

    QCOMPARE(pages.error().kind, Error::Kind::Unsupported);
}

QTEST_GUILESS_MAIN(TestPdf)
#include "tst_pdf.moc"
