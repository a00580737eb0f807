#include "html/sanitise.h"
#include "page/light.h"
#include "page/page.h"

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;

// Tables as the light view shows them.
class TestLightTables : public QObject
{
    Q_OBJECT

private slots:
    void standWhereTheirCellsSay_data();
    void standWhereTheirCellsSay();
};

void TestLightTables::standWhereTheirCellsSay_data()
{
    QTest::addColumn<QString>("align");
    QTest::addColumn<Qt::Alignment>("alignment");

    QTest::newRow("nothing said") << u""_s << Qt::Alignment(Qt::AlignLeft);
    QTest::newRow("left") << u"align=left"_s << Qt::Alignment(Qt::AlignLeft);
    QTest::newRow("centre") << u"align=center"_s << Qt::Alignment(Qt::AlignHCenter);
    QTest::newRow("right") << u"style='text-align: right'"_s << Qt::Alignment(Qt::AlignRight);
}

void TestLightTables::standWhereTheirCellsSay()
{
    QFETCH(QString, align);
    QFETCH(Qt::Alignment, alignment);
    const auto html = u"<table><tr><th>a<th %1>head<tr><td>b<td %1>cell<tr><td>c<td %1><p>inner</p>"
                      "</table>"_s.arg(align);

    QTextDocument document;
    document.setDefaultStyleSheet(page::lightStyle({}));
    document.setHtml(page::lightStory(page::story({.body = html::sanitise(html)}, {})));

    auto found = 0;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        const auto text = block.text();
        if (text != u"head" && text != u"cell" && text != u"inner")
            continue;
        ++found;
        const auto stands = block.blockFormat().alignment() & Qt::AlignHorizontal_Mask
            & ~Qt::Alignment(Qt::AlignAbsolute);
        QVERIFY2(stands == alignment, qPrintable(text));
    }
    QCOMPARE(found, 3);
}

QTEST_MAIN(TestLightTables)
#include "tst_lighttables.moc"
