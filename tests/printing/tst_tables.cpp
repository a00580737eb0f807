#include "html/sanitise.h"
#include "printing/pagebreaks.h"
#include "printing/printedstory.h"
#include "printing/tablecolumns.h"

#include <QTest>
#include <QTextLayout>

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using printing::ColumnNeed;
using printing::Paragraph;
using printing::Place;
using printing::Slab;

class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void readsCells_data();
    void readsCells();
    void readsWhatIsLaidOutInOne();
    void findsRoom_data();
    void findsRoom();
    void repeatsWhatHeads();
    void repeatsNoHeadBelowItself();
    void goesOnAtTheHeightOfLines();
    void partsNoWords_data();
    void partsNoWords();
    void saysTheHeadOnEveryPage_data();
    void saysTheHeadOnEveryPage();
    void setsACellLongerThanAPage();
    void standsWhereItsCellsSay_data();
    void standsWhereItsCellsSay();
};

namespace {

SafeHtml safe(const QString &html)
{
    return html::sanitise(html, {.ownAddresses = true});
}

QString words(int page, int pages)
{
    return u"Page %1 of %2"_s.arg(page).arg(pages);
}

// Its cells: "Harbourmaster2x3" below "Measure3".
QString table(int columns, int rows)
{
    QString html = u"<table><thead><tr>"_s;
    for (auto column = 1; column <= columns; ++column)
        html += u"<th>Measure%1</th>"_s.arg(column);
    html += u"</tr></thead><tbody>"_s;
    for (auto row = 1; row <= rows; ++row) {
        html += u"<tr>"_s;
        for (auto column = 1; column <= columns; ++column)
            html += u"<td>Harbourmaster%1x%2</td>"_s.arg(row).arg(column);
        html += u"</tr>"_s;
    }
    return html + u"</tbody></table>"_s;
}

std::shared_ptr<const printing::PrintedStory> printed(const QString &html, int columns = 1)
{
    return printing::printedStory({.title = u"Tables"_s, .body = safe(html)}, {},
                                  {.columns = columns}, words);
}

QStringList linesOf(const printing::PrintedStory &story)
{
    QStringList lines;
    for (auto page = 0; page < story.pages(); ++page)
        lines += story.textOf(page);
    return lines;
}

} // namespace

void TestTables::readsCells_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QList<printing::Row>>("cells");

    using Edge = printing::Cell::Edge;
    QTest::newRow("what heads them")
        << u"<thead><tr><td>a<td>b<tbody><tr><th>c<td>d"_s
        << QList<printing::Row>{{{.text = u"a"_s, .head = true}, {.text = u"b"_s, .head = true}},
                                {{.text = u"c"_s, .head = true}, {.text = u"d"_s}}};
    QTest::newRow("spans and edges")
        << u"<tr><td colspan=2 align=right>a<td>b<tr><td rowspan=3>c<td align=center>d<td>e"_s
        << QList<printing::Row>{
               {{.text = u"a"_s, .columns = 2, .edge = Edge::Right}, {.text = u"b"_s}},
               {{.text = u"c"_s, .rows = 3},
                {.text = u"d"_s, .edge = Edge::Centre},
                {.text = u"e"_s}}};
    QTest::newRow("paragraphs, lists and letters")
        << u"<tr><td><p>a</p><p>b <b>c</b></p><td><ul><li>d<li>e</ul>"_s
        << QList<printing::Row>{
               {{.text = u"a\u2028b c"_s, .spans = {{.at = 4, .length = 1, .bold = true}}},
                {.text = u"• d\u2028• e"_s}}};
}

void TestTables::readsCells()
{
    QFETCH(QString, rows);

    const auto body
        = printing::manuscript({.body = safe(u"<table>"_s + rows + u"</table>"_s)}, {}).body;

    QCOMPARE(body.size(), 1);
    QCOMPARE(body.first().role, Paragraph::Role::Table);
    QTEST(body.first().rows, "cells");
}

// Old pages have their pictures and columns in tables.
void TestTables::readsWhatIsLaidOutInOne()
{
    const auto name = u"broadsheet-media:"_s + QString(64, u'a');
    const auto html
        = u"<table><tr><td><p>One.</p></td><td><img src=\"%1\"></td></tr><tr><td>"
          "<table><tr><td>Two.</td><td>Three.</td></tr></table></td></tr></table>"_s.arg(name);

    const auto body
        = printing::manuscript({.body = safe(html), .pictures = {{.name = name}}}, {}).body;

    QCOMPARE(body.size(), 3);
    QCOMPARE(body.at(0).text, u"One."_s);
    QCOMPARE(body.at(1).picture, name);
    QCOMPARE(body.at(2).rows.first().size(), 2);
}

void TestTables::findsRoom_data()
{
    QTest::addColumn<QList<double>>("least");
    QTest::addColumn<QList<QList<int>>>("parts");
    QTest::addColumn<double>("scale");

    QTest::newRow("narrow") << QList<double>{10, 20} << QList<QList<int>>{{0, 1}} << 1.0;
    QTest::newRow("smaller letters")
        << QList<double>{40, 40, 40} << QList<QList<int>>{{0, 1, 2}} << 0.75;
    QTest::newRow("in parts") << QList<double>{20, 40, 40, 40, 40}
                              << QList<QList<int>>{{0, 1, 2}, {0, 3, 4}} << 0.8;
    QTest::newRow("in parts of about one width")
        << QList<double>{10, 30, 30, 30, 30, 30} << QList<QList<int>>{{0, 1, 2, 3}, {0, 4, 5}}
        << 0.8;
    QTest::newRow("with a first column too wide to be said again")
        << QList<double>{90, 40, 40} << QList<QList<int>>{{0}, {1, 2}} << 0.8;
}

void TestTables::findsRoom()
{
    QFETCH(QList<double>, least);
    QFETCH(double, scale);
    QList<ColumnNeed> needs;
    for (const auto need : least)
        needs.append({.least = need, .most = need * 1.5});

    const auto parts = printing::tableParts(needs, {.width = 100, .gap = 2, .smallest = 0.6});

    QList<QList<int>> columns;
    for (const auto &part : parts) {
        columns.append(part.columns);
        QVERIFY(std::abs(part.scale - scale) < 0.06);
        const auto gaps = 2 * part.scale * double(part.columns.size() - 1);
        QVERIFY(std::abs(std::accumulate(part.widths.begin(), part.widths.end(), gaps) - 100)
                < 0.1);
    }
    QTEST(columns, "parts");
}

void TestTables::repeatsWhatHeads()
{
    const Slab row{.height = 10, .headed = 10};
    const QList<Slab> slabs{{.height = 10, .keepWithNext = true}, row, row, row, row};

    QCOMPARE(
        printing::places(slabs, {30, 30, 1}),
        (QList<Place>{
            {0, 0, 0}, {0, 0, 10}, {0, 0, 20}, {.page = 1, .y = 10, .headed = true}, {1, 0, 20}}));
}

// Nor below a picture that stands before it.
void TestTables::repeatsNoHeadBelowItself()
{
    const Slab row{.height = 10, .headed = 10};
    const Slab picture{.height = 15, .floats = true};
    const QList<Slab> slabs{{.height = 20}, picture, {.height = 5, .keepWithNext = true}, row, row};

    const auto places = printing::places(slabs, {40, 40, 1});

    QCOMPARE(std::ranges::count(places, true, &Place::headed), 0);
}

// So that they stand beside those of the next column.
void TestTables::goesOnAtTheHeightOfLines()
{
    const QList<Slab> slabs{{.height = 10}, {.height = 13, .ends = true}, {.height = 10}};

    QCOMPARE(printing::places(slabs, {100, 100, 1, 10}).last().y, 30.0);
}

void TestTables::partsNoWords_data()
{
    QTest::addColumn<int>("columns"); // Of the table,
    QTest::addColumn<int>("pageColumns");

    for (const auto columns : {3, 6, 12, 30}) {
        for (const auto pageColumns : {1, 2, 3})
            QTest::addRow("%d in %d", columns, pageColumns) << columns << pageColumns;
    }
}

void TestTables::partsNoWords()
{
    QFETCH(int, columns);
    QFETCH(int, pageColumns);
    constexpr auto rows = 6;

    const auto lines = linesOf(*printed(table(columns, rows), pageColumns));

    for (auto column = 1; column <= columns; ++column)
        QVERIFY(lines.contains(u"Measure%1"_s.arg(column)));
    const auto parts = lines.count(u"Harbourmaster1x1"_s);
    QVERIFY(parts >= 1);
    for (auto row = 1; row <= rows; ++row) {
        for (auto column = 1; column <= columns; ++column)
            QCOMPARE(lines.count(u"Harbourmaster%1x%2"_s.arg(row).arg(column)),
                     column == 1 ? parts : 1);
    }
}

void TestTables::saysTheHeadOnEveryPage_data()
{
    QTest::addColumn<int>("pageColumns");

    for (const auto columns : {1, 2, 3})
        QTest::addRow("%d", columns) << columns;
}

void TestTables::saysTheHeadOnEveryPage()
{
    QFETCH(int, pageColumns);
    constexpr auto rows = 600;

    const auto story = printed(u"<p>Before.</p>"_s + table(2, rows), pageColumns);

    QVERIFY(story->pages() > 2);
    for (auto page = 0; page + 1 < story->pages(); ++page)
        QCOMPARE(story->textOf(page).count(u"Measure2"_s), pageColumns);
    QVERIFY(story->textOf(story->pages() - 1).contains(u"Measure2"_s));
    for (auto row = 1; row <= rows; ++row)
        QCOMPARE(linesOf(*story).count(u"Harbourmaster%1x2"_s.arg(row)), 1);
}

void TestTables::setsACellLongerThanAPage()
{
    QString prose;
    for (auto number = 0; number < 900; ++number)
        prose += u"word%1 "_s.arg(number);

    const auto story = printed(u"<table><tr><td>Name</td><td>"_s + prose + u"</td></tr></table>"_s);

    QVERIFY(story->pages() > 1);
    const auto text = linesOf(*story).join(u' ');
    for (auto number = 0; number < 900; ++number)
        QVERIFY(text.contains(u"word%1"_s.arg(number)));
    for (auto page = 0; page < story->pages(); ++page) {
        for (const auto &line : story->sheet(page).lines)
            QVERIFY(line.at.y() < story->pageSize().height() - 600);
    }
}

void TestTables::standsWhereItsCellsSay_data()
{
    QTest::addColumn<QString>("align");
    QTest::addColumn<bool>("right");

    QTest::newRow("nothing said") << u""_s << false;
    QTest::newRow("left") << u"align=left"_s << false;
    QTest::newRow("right") << u"align=right"_s << true;
}

void TestTables::standsWhereItsCellsSay()
{
    QFETCH(QString, align);
    QFETCH(bool, right);
    const auto html = u"<table><tr><td>a</td><td %1>7</td></tr><tr><td>b</td><td %1>70000</td></tr>"
                      "</table>"_s.arg(align);

    QList<double> starts;
    printed(html)->visitLines([&](const QTextLayout &layout, const QTextLine &line) {
        if (layout.text().startsWith(u'7'))
            starts.append(line.naturalTextRect().left());
    });

    QCOMPARE(starts.size(), 2);
    QCOMPARE(starts.first() > starts.last() + 50, right);
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
