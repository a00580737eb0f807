#include "html/sanitise.h"
#include "printing/printedstory.h"

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QGlyphRun>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using printing::Paragraph;
using printing::Setting;
using printing::Wishes;

class TestPrintedStory : public QObject
{
    Q_OBJECT

private slots:
    void writesAManuscript_data();
    void writesAManuscript();
    void numbersLinksOnce();
    void tellsLinksFromNotes_data();
    void tellsLinksFromNotes();
    void printsEverythingOnce_data();
    void printsEverythingOnce();
    void putsHeadAndFootOnPages();
    void keepsPicturesWhole_data();
    void keepsPicturesWhole();
    void setsFromTheRight();
    void keepsADateInItsOrder_data();
    void keepsADateInItsOrder();
    void writesAPdfWithLinks();
};

Q_DECLARE_METATYPE(Wishes)

namespace {

SafeHtml safe(const QString &html)
{
    return html::sanitise(html, {.ownAddresses = true});
}

QString pictureName(char letter)
{
    return u"broadsheet-media:"_s + QString(64, QLatin1Char(letter));
}

Picture picture(char letter, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {.name = pictureName(letter), .mimeType = u"image/png"_s, .bytes = bytes};
}

QString sentence(int number)
{
    return u"Crossing number%1 left the pier an hour late that day, and nobody on the quay had "
           "counted the passengers, because nobody meant to."_s.arg(number);
}

Article longStory(int paragraphs)
{
    QString html;
    for (auto number = 0; number < paragraphs; ++number) {
        html += u"<p>"_s + sentence(number) + u"</p>"_s;
        if (number % 8 == 4)
            html += u"<figure><img src=\"%1\"><figcaption>Boat %2.</figcaption></figure>"_s
                        .arg(pictureName('b'))
                        .arg(number);
    }
    return {.url = QUrl(u"https://gazette.example/ferry"_s),
            .title = u"The last ferry"_s,
            .site = u"The Harbour Gazette"_s,
            .lead = {.src = pictureName('a'), .caption = u"The boat leaves."_s},
            .body = safe(html),
            .text = sentence(0),
            .pictures = {picture('a', {1600, 900}), picture('b', {800, 1200})}};
}

const Wishes wishes{.date = u"4 December 2021"_s,
                    .byline = u"By Ada Holm"_s,
                    .linksLabel = u"Links"_s,
                    .relatedLabel = u"Related"_s,
                    .sourceLabel = u"Source"_s};

QString words(int page, int pages)
{
    return u"Page %1 of %2"_s.arg(page).arg(pages);
}

QString textOf(const printing::PrintedStory &story)
{
    QStringList lines;
    for (auto page = 0; page < story.pages(); ++page)
        lines += story.textOf(page);
    return lines.join(u' ');
}

// Where the parts of the date begin in a line of text.
QList<double> placesOfDate(const QString &text, bool rightToLeft)
{
    QTextLayout layout(text);
    QTextOption option;
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    const auto line = layout.createLine();
    layout.endLayout();
    QList<double> places;
    for (const auto &part : {u"4"_s, u"December"_s, u"2021"_s}) {
        const auto runs = line.glyphRuns(int(text.indexOf(part)), int(part.size()));
        if (!runs.isEmpty())
            places.append(runs.first().positions().first().x());
    }
    return places;
}

} // namespace

void TestPrintedStory::writesAManuscript_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QList<Paragraph>>("paragraphs");

    using Role = Paragraph::Role;
    QTest::newRow("paragraphs") << u"<p>One  two.</p><p><b>Three</b> four.</p>"_s
                                << QList<Paragraph>{{.text = u"One two."_s},
                                                    {.text = u"Three four."_s,
                                                     .spans = {{.length = 5, .bold = true}}}};
    QTest::newRow("a heading and a list")
        << u"<h2>Head</h2><ol><li>a</li><li>b</li></ol>"_s
        << QList<Paragraph>{{.role = Role::Heading, .text = u"Head"_s},
                            {.role = Role::Item, .text = u"a"_s, .marker = u"1."_s, .depth = 1},
                            {.role = Role::Item, .text = u"b"_s, .marker = u"2."_s, .depth = 1}};
    QTest::newRow("a quotation") << u"<blockquote><p>Said.</p></blockquote>"_s
                                 << QList<Paragraph>{
                                        {.role = Role::Quote, .text = u"Said."_s, .depth = 1}};
    QTest::newRow("a table") << u"<table><tr><th>a</th><td>b c</td></tr></table>"_s
                             << QList<Paragraph>{{.role = Role::Table,
                                                  .rows = {{{.text = u"a"_s, .head = true},
                                                            {.text = u"b c"_s}}}}};
    QTest::newRow("code") << u"<pre>a\n  b\n</pre>"_s
                          << QList<Paragraph>{{.role = Role::Code, .text = u"a\u2028  b"_s}};
    QTest::newRow("a picture that was not saved leaves its words")
        << u"<figure><img src=\"https://x.example/1.jpg\"><figcaption>Lost.</figcaption></figure>"_s
        << QList<Paragraph>{{.role = Role::Picture, .text = u"Lost."_s}};
    QTest::newRow("notes")
        << u"<p>One.<sup><a href=\"#n\">1</a></sup></p><ol><li id=\"n\"><p>The book.</p></li></ol>"_s
        << QList<Paragraph>{
               {.text = u"One.1"_s, .spans = {{.at = 4, .length = 1, .raised = true}}},
               {.role = Role::Footnote, .text = u"The book."_s, .marker = u"1."_s, .depth = 1}};
    QTest::newRow("notes of feeds")
        << u"<p>One.<a href=\"#n\" id=\"r\">1</a></p><div class=\"footnote\"><a href=\"#r\" "
           "id=\"n\">1</a><div><p>The book.</p></div></div>"_s
        << QList<Paragraph>{
               {.text = u"One.1"_s, .spans = {{.at = 4, .length = 1, .raised = true}}},
               {.role = Role::Footnote, .text = u"The book."_s, .marker = u"1."_s, .depth = 1}};
    QTest::newRow("related stories are told of at the end")
        << u"<p>One.</p><aside class=\"related\"><p>Another</p></aside>"_s
        << QList<Paragraph>{{.text = u"One."_s}};
}

void TestPrintedStory::writesAManuscript()
{
    QFETCH(QString, html);

    QTEST(printing::manuscript({.body = safe(html)}, {}).body, "paragraphs");
}

void TestPrintedStory::numbersLinksOnce()
{
    const Article article{.body = safe(u"<p><a href=\"https://a.example/\">A</a>, "
                                       "<a href=\"https://b.example/\">B</a> and "
                                       "<a href=\"https://a.example/\">A</a> again, "
                                       "<a href=\"#x\">here</a>.</p>"_s)};

    const auto with = printing::manuscript(article, wishes).body;
    QCOMPARE(with.size(), 4);
    QCOMPARE(with.at(0).text, u"A1, B2 and A1 again, here."_s);
    QCOMPARE(with.at(1).text, u"Links"_s);
    QCOMPARE(with.at(2).marker, u"1."_s);
    QCOMPARE(with.at(3).text, u"https://b.example/"_s);

    auto without = wishes;
    without.links = false;
    QCOMPARE(printing::manuscript(article, without).body.first().text,
             u"A, B and A again, here."_s);
}

void TestPrintedStory::tellsLinksFromNotes_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QStringList>("marks"); // Of the first link and of the twenty-eighth.

    const QStringList letters{u"a"_s, u"ab"_s};
    QTest::newRow("a raised number") << u"<sup><a href=\"#n1\">1</a></sup>"_s << letters;
    QTest::newRow("a number in brackets") << u"<a href=\"#n1\">[1]</a>"_s << letters;
    QTest::newRow("a number that leads nowhere") << u"<sup>1</sup>"_s << letters;
    QTest::newRow("an ordinal") << u"the 1<sup>st</sup>"_s << QStringList{u"1"_s, u"28"_s};
}

// Two lists of the same numbers would leave open which of them a number belongs to.
void TestPrintedStory::tellsLinksFromNotes()
{
    QFETCH(QString, note);
    QFETCH(QStringList, marks);
    constexpr auto links = 28;
    auto html = u"<p>One"_s + note + u"</p>"_s;
    for (auto link = 1; link <= links; ++link)
        html += u"<p><a href=\"https://x.example/%1\">It</a></p>"_s.arg(link);

    const auto body = printing::manuscript({.body = safe(html)}, wishes).body;

    QCOMPARE(body.size(), 1 + links + 1 + links);
    QCOMPARE(body.at(1).text, u"It"_s + marks.first());
    QCOMPARE(body.at(links).text, u"It"_s + marks.last());
    QCOMPARE(body.at(links + 1).text, wishes.linksLabel);
    QCOMPARE(body.at(links + 1).role, Paragraph::Role::Label);
    QCOMPARE(body.at(links + 2).marker, marks.first() + u'.');
    QCOMPARE(body.last().marker, marks.last() + u'.');
}

void TestPrintedStory::printsEverythingOnce_data()
{
    QTest::addColumn<int>("columns");

    for (const auto columns : {1, 2, 3})
        QTest::addRow("%d", columns) << columns;
}

void TestPrintedStory::printsEverythingOnce()
{
    QFETCH(int, columns);
    constexpr auto paragraphs = 60;

    const auto story
        = printing::printedStory(longStory(paragraphs), wishes, {.columns = columns}, words);

    QVERIFY(story->pages() > 2);
    QVERIFY(story->textOf(0).contains(u"The last ferry"_s));
    const auto text = textOf(*story);
    for (auto number = 0; number < paragraphs; ++number)
        QCOMPARE(text.count(u"number%1 "_s.arg(number)), 1);
    QVERIFY(text.contains(u"https://gazette.example/ferry"_s));
}

void TestPrintedStory::putsHeadAndFootOnPages()
{
    const auto story = printing::printedStory(longStory(60), wishes, {}, words);

    const auto pages = story->pages();
    for (auto page = 0; page < pages; ++page) {
        const auto lines = story->textOf(page);
        QVERIFY(lines.contains(words(page + 1, pages)));
        QVERIFY(lines.contains(u"The Harbour Gazette · 4 December 2021"_s));
        QCOMPARE(lines.first() == u"The last ferry"_s, page > 0);
    }
}

void TestPrintedStory::keepsPicturesWhole_data()
{
    printsEverythingOnce_data();
}

void TestPrintedStory::keepsPicturesWhole()
{
    QFETCH(int, columns);

    const auto story = printing::printedStory(longStory(60), wishes, {.columns = columns}, words);

    auto pictures = 0;
    for (auto page = 0; page < story->pages(); ++page) {
        const QRectF paper({}, story->pageSize());
        for (const auto &art : story->sheet(page).pictures) {
            ++pictures;
            QVERIFY(paper.adjusted(500, 900, -500, -1000).contains(art.area));
            for (const auto &line : story->sheet(page).lines)
                QVERIFY(!art.area.contains(line.at + QPointF(1, 20)));
        }
    }
    QCOMPARE(pictures, 8);
    auto none = wishes;
    none.pictures = false;
    const auto without = printing::printedStory(longStory(60), none, {.columns = columns}, words);
    QVERIFY(without->sheet(0).pictures.isEmpty());
    QVERIFY(textOf(*without).contains(u"Boat 4."_s));
}

// The first column is the right one.
void TestPrintedStory::setsFromTheRight()
{
    QString html;
    QString text;
    for (auto number = 0; number < 90; ++number) {
        const auto words = u"عبرت العبارة رقم %1 الخليج في المساء ولم يعد أحد الركاب"_s.arg(number);
        html += u"<p>"_s + words + u"</p>"_s;
        text += words + u"\n\n"_s;
    }
    const Article article{.title = u"آخر عبارة"_s, .body = safe(html), .text = text};

    const auto story = printing::printedStory(article, wishes, {.columns = 2}, words);

    const auto middle = story->pageSize().width() / 2;
    const auto &lines = story->sheet(0).lines;
    const auto first = std::ranges::find_if(
        lines, [&](const printing::Sheet::Line &line) { return line.at.y() > 3000; });
    QVERIFY(first != lines.end());
    QVERIFY(first->at.x() >= middle);
}

void TestPrintedStory::keepsADateInItsOrder_data()
{
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("text");

    const auto arabic = u"عبرت العبارة الخليج في المساء ولم يعد أحد الركاب"_s;
    QTest::newRow("in an Arabic story") << u"By ليلى حداد"_s << arabic;
    QTest::newRow("without an author") << u""_s << arabic;
    QTest::newRow("behind an Arabic name") << u"By ليلى حداد"_s << sentence(1);
}

// A number behind Arabic letters runs on with them, away from its month.
void TestPrintedStory::keepsADateInItsOrder()
{
    QFETCH(QString, byline);
    QFETCH(QString, text);
    auto wish = wishes;
    wish.byline = byline;

    const auto written = printing::manuscript(
        {.site = u"صحيفة الميناء"_s, .body = safe(u"<p>"_s + text + u"</p>"_s), .text = text},
        wish);

    const auto alone = placesOfDate(wishes.date, false);
    for (const auto &line : {written.byline, written.outlet + u" · "_s + written.date}) {
        const auto places = placesOfDate(line, written.rightToLeft);
        QCOMPARE(places.size(), 3);
        for (auto part : {1, 2}) {
            const auto width = places.at(part) - places.first();
            QCOMPARE_LT(std::abs(width - alone.at(part)), 3.0);
        }
    }
}

void TestPrintedStory::writesAPdfWithLinks()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"story.pdf"_s);
    auto article = longStory(10);
    article.body = safe(u"<p>See <a href=\"https://notes.example/1\">these notes</a>.</p>"_s);
    const auto story = printing::printedStory(article, wishes, {.columns = 2}, words);

    QVERIFY(printing::writePdf(*story, {.columns = 2}, article.title, file));

    QFile pdf(file);
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    const auto bytes = pdf.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/URI (https://notes.example/1)"));
    QVERIFY(bytes.contains("/ToUnicode")); // Letters that can be selected.
    QVERIFY(!printing::writePdf(*story, {}, {}, folder.path()));
}

QTEST_MAIN(TestPrintedStory)
#include "tst_printedstory.moc"
