#include "formats/pdfreader.h"
#include "html/document.h"
#include "html/sanitise.h"
#include "printing/printedstory.h"
#include "printing/styles.h"

#include <QFile>
#include <QGlyphRun>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

// The text of a PDF is what its readers search, copy and hear.
class TestPrintedText : public QObject
{
    Q_OBJECT

private slots:
    void isWhatWasWritten_data();
    void isWhatWasWritten();
    void keepsItsSentences_data();
    void keepsItsSentences();
    void takesItsNotesForNotes_data();
    void takesItsNotesForNotes();
    void isWholeForOtherPrograms_data();
    void isWholeForOtherPrograms();
    void fillsLinesFromTheRight();
    void slantsWhatHasItalics_data();
    void slantsWhatHasItalics();
    void strikesWhatIsDeleted_data();
    void strikesWhatIsDeleted();
    void spacesNoJoinedLetters_data();
    void spacesNoJoinedLetters();
};

namespace {

// All text of a story's PDF, as the reader of such files finds it.
QString printed(const Article &article, int columns = 1)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"story.pdf"_s);
    const auto words = [](int page, int) { return QString::number(page); };
    const auto story = printing::printedStory(article, {}, {.columns = columns}, words);
    QFile pdf(file);
    if (!printing::writePdf(*story, {}, {}, file) || !pdf.open(QIODevice::ReadOnly))
        return {};
    const auto pages = PdfReader(QStringLiteral(BROADSHEET_PDF)).read({.bytes = pdf.readAll()});
    if (!pages)
        return {};
    const auto &page = pages->first();
    const auto document = html::Document::parse(page.html);
    const auto body = document ? html::textOf(document->body()) : QString();
    return (page.stated.title + u' ' + page.stated.site + u' ' + body).simplified();
}

} // namespace

void TestPrintedText::isWhatWasWritten_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("outlet");
    QTest::addColumn<QString>("text");

    // A glyph that stands for two letters is none of them in Qt's PDFs.
    QTest::newRow("letters that make ligatures")
        << u"Five flags find a fifth"_s << u"The Coast"_s
        << u"The first act finished off the flat raffle in the office, they affirmed, and a fjord "
           "was afflicted."_s;
    // Qt's PDFs have the forms that letters take within a word.
    QTest::newRow("letters that are joined")
        << u"آخر عبارة"_s << u"صحيفة الخليج"_s
        << u"عبرت العبارة الخليج في المساء ولم يعد أحد الركاب وكتب الحارس رقم كل رحلة في دفتر قديم"_s;
    QTest::newRow("both") << u"تقرير finished عن البحر"_s << u"صحيفة الخليج"_s
                          << u"عبرت العبارة first في المساء ولم يعد أحد الركاب"_s;
    QTest::newRow("marks of quotation") << u"Gone"_s << u"The Coast"_s << u"It was “six or so”."_s;
}

void TestPrintedText::isWhatWasWritten()
{
    QFETCH(QString, title);
    QFETCH(QString, outlet);
    QFETCH(QString, text);
    auto html = u"<p>%1</p><p><i>%1</i></p><p><b>%1</b></p>"_s.arg(text);
    html.replace(u"“"_s, u"<q>"_s).replace(u"”"_s, u"</q>"_s);

    const auto read
        = printed({.title = title, .site = outlet, .body = html::sanitise(html, {}), .text = text});

    QVERIFY2(read.contains(title), qPrintable(read));
    QVERIFY2(read.contains(outlet, Qt::CaseInsensitive), qPrintable(read));
    QVERIFY2(read.count(text) == 3, qPrintable(read));
}

void TestPrintedText::keepsItsSentences_data()
{
    QTest::addColumn<int>("columns");

    for (const auto columns : {1, 2, 3})
        QTest::addRow("%d columns", columns) << columns;
}

// The signs of links and notes stand between lines, as programs find them.
void TestPrintedText::keepsItsSentences()
{
    QFETCH(int, columns);
    const auto plain = u"The ferry left the pier an hour late that day, and nobody had counted the "
                       "passengers, because nobody meant to. It went on until somebody said so."_s;
    auto linked = plain;
    for (const auto &word : {u"ferry"_s, u"passengers"_s, u"somebody"_s})
        linked.replace(word, u"<a href=\"https://a.example/%1\">%1</a>"_s.arg(word));
    linked.replace(u"pier"_s, u"pier<sup><a href=\"#n\">1</a></sup>"_s);
    const auto html = u"<p>%1</p>"_s.arg(linked).repeated(3) + u"<ol><li id=\"n\">It.</li></ol>"_s;

    const auto read
        = printed({.title = u"The last ferry"_s, .body = html::sanitise(html)}, columns);

    QVERIFY2(read.count(plain) == 3, qPrintable(read));
}

void TestPrintedText::takesItsNotesForNotes_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("links"); // In each paragraph.
    QTest::addColumn<QUrl>("url");

    const QUrl url(u"https://gazette.example/2025/12/04/a-story-about-the-last-ferry-that-left-the-"
                   "harbour-an-hour-late-and-about-nobody-else-whoever-asks"_s);
    for (const auto columns : {1, 2}) {
        QTest::addRow("%d columns", columns) << columns << 2 << url;
        QTest::addRow("%d columns, without links", columns) << columns << 0 << url;
        QTest::addRow("%d columns, without a source", columns) << columns << 1 << QUrl();
        QTest::addRow("%d columns, without both", columns) << columns << 0 << QUrl();
    }
}

// What stands below a story on paper is not its text.
void TestPrintedText::takesItsNotesForNotes()
{
    QFETCH(int, columns);
    QFETCH(int, links);
    QFETCH(QUrl, url);
    const auto sentence = u"The ferry left the pier an hour late that day, and nobody had counted "
                          "the passengers, because nobody meant to, said the mate. "_s;
    QString html;
    for (auto number = 0; number < 12; ++number) {
        html += u"<p>"_s + sentence.repeated(2);
        for (auto link = 0; link < links; ++link)
            html
                += u"See <a href=\"https://notes.example/%1-%2\">the notes</a>. "_s.arg(number).arg(
                    link);
        html += u"It went on.</p>"_s;
    }
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"story.pdf"_s);
    const auto words = [](int page, int) { return u"Page %1"_s.arg(page); };
    const printing::Wishes wishes{.linksLabel = u"Links"_s, .sourceLabel = u"Source"_s};
    const auto story = printing::printedStory({.url = url,
                                               .title = u"The last ferry"_s,
                                               .site = u"The Harbour Gazette"_s,
                                               .body = html::sanitise(html)},
                                              wishes, {.columns = columns}, words);
    QFile pdf(file);
    QVERIFY(printing::writePdf(*story, {}, u"The last ferry"_s, file)
            && pdf.open(QIODevice::ReadOnly));

    const auto pages = PdfReader(QStringLiteral(BROADSHEET_PDF)).read({.bytes = pdf.readAll()});

    QVERIFY(pages);
    const auto document = html::Document::parse(pages->first().html);
    QVERIFY(document);
    const auto text = html::textOf(document->body());
    QVERIFY2(text.endsWith(u"It went on."_s), qPrintable(text.right(200)));
    QCOMPARE(text.count(u"It went on."_s), 12);
    QCOMPARE(pages->first().stated.url, url);
    QCOMPARE(pages->first().stated.site, u"The Harbour Gazette"_s);
}

void TestPrintedText::isWholeForOtherPrograms_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a lam with its alef")
        << u"قرأ الأخبار الآن ثم إلا ثلاثة إلى الإدارة ولا أحد يرد"_s;

    QTest::newRow("a vowel sign between them") << u"كان رجلًا آخر وسأل سؤالًا واحدا"_s;
    QTest::newRow("blanks") << u"The boat left the pier an hour late"_s;
}

// As pdftotext reads it, which looks at nothing but where glyphs stand and what they say they are.
void TestPrintedText::isWholeForOtherPrograms()
{
    QFETCH(QString, text);
    const auto pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    QVERIFY2(!pdftotext.isEmpty(), "poppler-utils is not installed");
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"story.pdf"_s);
    const auto words = [](int page, int) { return QString::number(page); };
    const Article article{
        .title = u"A"_s, .body = html::sanitise(u"<p>"_s + text + u"</p>"_s), .text = text};
    QVERIFY(printing::writePdf(*printing::printedStory(article, {}, {}, words), {}, {}, file));

    QProcess reader;
    reader.start(pdftotext, {u"-enc"_s, u"UTF-8"_s, file, u"-"_s});
    QVERIFY(reader.waitForFinished());

    // Where vowel signs stand, such programs differ.
    static const QRegularExpression signs(u"[\\x{064B}-\\x{0652}]"_s);
    const auto plain = [](const QString &written) {
        return QString(written).remove(signs).normalized(QString::NormalizationForm_KC);
    };
    const auto read = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY2(plain(read).contains(plain(text)), qPrintable(read));
}

void TestPrintedText::fillsLinesFromTheRight()
{
    const auto text
        = u"عبرت العبارة الخليج في المساء ولم يعد أحد الركاب وكتب الحارس رقم "_s.repeated(9);
    const Article article{.body = html::sanitise(u"<p>"_s + text + u"</p>"_s), .text = text};
    const auto words = [](int, int) { return QString(); };

    const auto story = printing::printedStory(article, {}, {.justified = true}, words);
    const auto column = story->sheet(0).rules.first().dx(); // Of the foot.
    auto lines = 0;
    story->visitLines([&](const QTextLayout &layout, const QTextLine &line) {
        if (line.textStart() + line.textLength() >= layout.text().size())
            return;
        auto left = column;
        auto right = 0.0;
        for (const auto &run : line.glyphRuns()) {
            left = std::min(left, run.boundingRect().left());
            right = std::max(right, run.boundingRect().right());
        }
        constexpr auto ink = 20.0; // That letters leave free at their sides.
        QVERIFY2(std::abs(right - column) < ink, qPrintable(QString::number(right - column)));
        QVERIFY2(std::abs(left) < ink, qPrintable(QString::number(left)));
        ++lines;
    });
    QVERIFY(lines > 3);
}

void TestPrintedText::slantsWhatHasItalics_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("slants");

    QTest::newRow("Latin") << u"Nobody knows now who counted the passengers"_s << true;
    QTest::newRow("Cyrillic") << u"Теперь никто не знает, кто считал пассажиров"_s << true;
    QTest::newRow("Arabic") << u"لا أحد يعرف الآن من عد الركاب في العبارة"_s << false;
    QTest::newRow("Hebrew") << u"איש אינו יודע עכשיו מי ספר את הנוסעים"_s << false;
    QTest::newRow("Japanese") << u"いま乗客を数えた人を知る者はだれもいない。"_s << false;
}

void TestPrintedText::slantsWhatHasItalics()
{
    QFETCH(QString, text);
    QFETCH(bool, slants);
    const auto html = u"<blockquote><p>%1</p></blockquote><p><em>%1</em> %1</p>"_s.arg(text);
    const auto words = [](int, int) { return QString(); };

    auto slanted = 0;
    printing::printedStory({.body = html::sanitise(html), .text = text}, {}, {}, words)
        ->visitLines([&](const QTextLayout & /*layout*/, const QTextLine &line) {
            for (const auto &run : line.glyphRuns())
                slanted += run.rawFont().style() == QFont::StyleNormal ? 0 : 1;
        });

    QCOMPARE(slanted > 0, slants);
}

void TestPrintedText::strikesWhatIsDeleted_data()
{
    QTest::addColumn<QString>("element");
    QTest::addColumn<bool>("strikes");
    QTest::addColumn<bool>("marks");

    QTest::newRow("deleted") << u"del"_s << true << false;
    QTest::newRow("no longer so") << u"s"_s << true << false;
    QTest::newRow("struck") << u"strike"_s << true << false;
    QTest::newRow("marked") << u"mark"_s << false << true;
    QTest::newRow("put in") << u"ins"_s << false << false;
}

void TestPrintedText::strikesWhatIsDeleted()
{
    QFETCH(QString, element);
    QFETCH(bool, strikes);
    QFETCH(bool, marks);
    const auto html = u"<p>At <%1>five</%1> six.</p>"_s.arg(element);
    const auto words = [](int, int) { return QString(); };

    auto struck = false;
    auto marked = false;
    printing::printedStory({.body = html::sanitise(html)}, {}, {}, words)
        ->visitLines([&](const QTextLayout &layout, const QTextLine & /*line*/) {
            for (const auto &range : layout.formats()) {
                struck = struck || range.format.fontStrikeOut();
                marked = marked || range.format.background().style() != Qt::NoBrush;
            }
        });

    QCOMPARE(struck, strikes);
    QCOMPARE(marked, marks);
}

void TestPrintedText::spacesNoJoinedLetters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("joined");

    QTest::newRow("Latin") << u"Five flags, 2021"_s << u""_s;
    QTest::newRow("Arabic") << u"آخر عبارة (2021)"_s << u"آخر عبارة (2021)"_s;
    QTest::newRow("both") << u"By ليلى حدّاد · flags، عن"_s << u"ليلى حدّاد · |عن"_s;
}

// Programs that read PDFs take spaced ones for words of one letter each.
void TestPrintedText::spacesNoJoinedLetters()
{
    QFETCH(QString, text);

    QStringList joined;
    for (const auto &range : printing::joinedLetters(text)) {
        joined.append(text.mid(range.start, range.length));
        QCOMPARE(range.format.fontLetterSpacing(), 0.0);
    }

    QTEST(joined.join(u'|'), "joined");
}

QTEST_MAIN(TestPrintedText)
#include "tst_printedtext.moc"
