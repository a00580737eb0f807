#include "formats/pdfreader.h"
#include "html/document.h"
#include "html/sanitise.h"
#include "printing/printedstory.h"
#include "printing/styles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The text of a PDF is what its readers search, copy and hear.
class TestPrintedText : public QObject
{
    Q_OBJECT

private slots:
    void isWhatWasWritten_data();
    void isWhatWasWritten();
    void spacesNoJoinedLetters_data();
    void spacesNoJoinedLetters();
};

namespace {

// All text of a story's PDF, as the reader of such files finds it.
QString printed(const Article &article)
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"story.pdf"_s);
    const auto words = [](int page, int) { return QString::number(page); };
    const auto story = printing::printedStory(article, {}, {}, words);
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
}

void TestPrintedText::isWhatWasWritten()
{
    QFETCH(QString, title);
    QFETCH(QString, outlet);
    QFETCH(QString, text);
    const auto html = u"<p>%1</p><p><i>%1</i></p><p><b>%1</b></p>"_s.arg(text);

    const auto read
        = printed({.title = title, .site = outlet, .body = html::sanitise(html, {}), .text = text});

    QVERIFY2(read.contains(title), qPrintable(read));
    QVERIFY2(read.contains(outlet, Qt::CaseInsensitive), qPrintable(read));
    QVERIFY2(read.count(text) == 3, qPrintable(read));
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
