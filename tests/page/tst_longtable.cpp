#include "page/light.h"
#include "support/longstories.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// What is too long for the light view in one piece.
class TestLongTable : public QObject
{
    Q_OBJECT

private slots:
    void leavesAShortTableWhole();
    void setsALongTableInPieces();
    void keepsRowsTogetherThatShareACell();
    void cutsALongParagraph_data();
    void cutsALongParagraph();
    void keepsCharacterReferencesWhole();
};

namespace {

QString bare(QString html)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    return html.remove(tag);
}

} // namespace

void TestLongTable::leavesAShortTableWhole()
{
    QCOMPARE(page::lightStory(support::longTableOf(20)).count(u"<table"_s), 1);
}

void TestLongTable::setsALongTableInPieces()
{
    const auto html = support::longTableOf(400);

    const auto light = page::lightStory(html);

    QCOMPARE(bare(light), bare(html));
    const auto pieces = light.split(u"</table>"_s, Qt::SkipEmptyParts);
    QVERIFY(pieces.size() > 8);
    static const QRegularExpression width(u"width=\"(\\d+)%\""_s);
    QStringList first;
    for (const auto &piece : pieces) {
        QVERIFY(piece.size() < 8'000);
        QCOMPARE(piece.count(u"<tbody>"_s), piece.count(u"</tbody>"_s));
        QStringList widths;
        for (const auto &match : width.globalMatch(piece))
            widths << match.captured(1);
        widths.removeFirst(); // The table's own.
        QCOMPARE(widths.size(), 3);
        if (first.isEmpty())
            first = widths;
        QCOMPARE(widths, first);
    }
}

void TestLongTable::keepsRowsTogetherThatShareACell()
{
    QString html = u"<table>"_s;
    for (int group = 0; group < 40; ++group) {
        html += u"<tr><td rowspan=\"12\">Group %1</td><td>first</td></tr>"_s.arg(group);
        for (int row = 1; row < 12; ++row)
            html += u"<tr><td>Row %1 of a table that is told at some length</td></tr>"_s.arg(row);
    }

    const auto pieces
        = page::lightStory(html + u"</table>"_s).split(u"</table>"_s, Qt::SkipEmptyParts);

    QVERIFY(pieces.size() > 4);
    for (const auto &piece : pieces)
        QCOMPARE(piece.count(u"<tr>"_s), piece.count(u"rowspan"_s) * 12);
}

void TestLongTable::cutsALongParagraph_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("sentences") << support::longSentence(7).repeated(300);
    QTest::newRow("words") << u"word "_s.repeated(6'000);
    QTest::newRow("letters") << u"a"_s.repeated(30'000);
    QTest::newRow("Chinese") << u"渡轮晚了一个小时才离开码头，没有人数过乘客。"_s.repeated(1'500);
}

void TestLongTable::cutsALongParagraph()
{
    QFETCH(QString, text);

    const auto light = page::lightStory(u"<div class=\"body\"><p class=\"x\"><em>"_s + text
                                        + u"</em></p></div>"_s);

    QCOMPARE(bare(light), text);
    const auto pieces = light.split(u"<a name=\"goes-on\"></a>"_s);
    QVERIFY(pieces.size() > 3);
    for (const auto &piece : pieces) {
        QVERIFY(bare(piece).size() < 7'000);
        QVERIFY(&piece == &pieces.last() || piece.endsWith(u"</em></p><p class=\"x\"><em>"_s));
    }
}

void TestLongTable::keepsCharacterReferencesWhole()
{
    const auto light = page::lightStory(u"<p>"_s + u"&amp;"_s.repeated(9'000) + u"</p>"_s);

    for (const auto &piece : light.split(u"<a name=\"goes-on\"></a>"_s))
        QVERIFY(bare(piece).remove(u"&amp;"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestLongTable)
#include "tst_longtable.moc"
