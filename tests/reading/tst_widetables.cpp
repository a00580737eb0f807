#include "reading/paneofoneview.h"
#include "reading/webengine.h"

// What shows that a table has more than is seen of it.
class TestWideTables : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { webengine::prepare(); }
    void showWhereTheyGoOn_data();
    void showWhereTheyGoOn();
};

namespace {

QString table(int columns)
{
    QString cells;
    for (auto column = 0; column < columns; ++column)
        cells += u"<td>Harbourmaster%1</td>"_s.arg(column);
    return u"<table>"_s + (u"<tr>"_s + cells + u"</tr>"_s).repeated(4) + u"</table>"_s;
}

} // namespace

void TestWideTables::showWhereTheyGoOn_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("direction");
    QTest::addColumn<QString>("scrolled"); // By script.
    QTest::addColumn<bool>("left"); // More is there.
    QTest::addColumn<bool>("right");

    QTest::newRow("narrow") << 2 << u"ltr"_s << u"0"_s << false << false;
    QTest::newRow("at its beginning") << 30 << u"ltr"_s << u"0"_s << false << true;
    QTest::newRow("in its midst") << 30 << u"ltr"_s << u"900"_s << true << true;
    QTest::newRow("at its end") << 30 << u"ltr"_s << u"99999"_s << true << false;
    QTest::newRow("from the right, at its beginning") << 30 << u"rtl"_s << u"0"_s << true << false;
    QTest::newRow("from the right, at its end") << 30 << u"rtl"_s << u"-99999"_s << false << true;
}

void TestWideTables::showWhereTheyGoOn()
{
    QFETCH(int, columns);
    QFETCH(QString, direction);
    QFETCH(QString, scrolled);
    QFETCH(bool, left);
    QFETCH(bool, right);
    Reader reader(true);
    QVERIFY(reader.show(fixture::shortStory(table(columns))));

    // Its words would be taken for the shade.
    const auto box = reader
                         .ask(u"(() => { const t = document.querySelector('.table'); t.dir = '%1'; "
                              "t.style.color = 'transparent'; t.scrollLeft = %2; "
                              "const r = t.getBoundingClientRect(); "
                              "return [r.left, r.right, r.top + r.height / 4]; })()"_s.arg(
                                  direction, scrolled))
                         .toList();

    QCOMPARE(box.size(), 3);
    const auto y = box.at(2).toInt() + 8; // Between two rules.
    const auto shaded = [&](double x) {
        const auto shot = reader.pane.grab().toImage();
        return shot.pixelColor(int(x), y) != shot.pixelColor(3, y);
    };
    QTRY_COMPARE(shaded(box.at(0).toDouble() + 4), left);
    QTRY_COMPARE(shaded(box.at(1).toDouble() - 4), right);
    QCOMPARE(shaded(box.at(1).toDouble() - 60), false);
}

QTEST_MAIN(TestWideTables)
#include "tst_widetables.moc"
