#include "xml/limits.h"
#include "xml/tree.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestXmlTree : public QObject
{
    Q_OBJECT

private slots:
    void readsElementsAndAttributes();
    void readsText_data();
    void readsText();
    void readsEncodings();
    void keepsWhatStandsBeforeAFault_data();
    void keepsWhatStandsBeforeAFault();
    void opensNothingElse_data();
    void opensNothingElse();
    void survivesEntityBombs_data();
    void survivesEntityBombs();
    void stopsAtLimits();
    void readsLongText();
};

namespace {

QString textIn(const QByteArray &xml)
{
    return xml::tree("<a>" + xml + "</a>").root.text;
}

} // namespace

void TestXmlTree::readsElementsAndAttributes()
{
    const auto tree = xml::tree("<?xml version=\"1.0\"?><o:book xmlns:o=\"urn:o\" o:id=\"1\">"
                                "<o:part><leaf/></o:part><leaf n='&amp;2'>x</leaf></o:book>");

    QCOMPARE(tree.problem, QString());
    QCOMPARE(tree.root.name, u"book"_s);
    QCOMPARE(tree.root.attribute(u"id"), u"1"_s);
    const auto leaves = tree.root.descendants(u"leaf");
    QCOMPARE(leaves.size(), 2);
    QCOMPARE(leaves.last().attribute(u"n"), u"&2"_s);
    QCOMPARE(tree.root.child(u"leaf")->text, u"x"_s);
    QVERIFY(!tree.root.child(u"other"));
}

void TestXmlTree::readsText_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("text");

    QTest::newRow("entities of XML") << "a &lt;b&gt; &quot;&apos;&amp;"_ba << u"a <b> \"'&"_s;
    QTest::newRow("numbers") << "&#228;&#x2014;"_ba << u"\u00e4\u2014"_s;
    QTest::newRow("names of HTML") << "a&nbsp;b&hellip;"_ba << u"a\u00a0b\u2026"_s;
    QTest::newRow("unknown name") << "a&nothing;b"_ba << u"a&nothing;b"_s;
    QTest::newRow("bare ampersand") << "a & b"_ba << u"a & b"_s;
    QTest::newRow("CDATA") << "a<![CDATA[<b>&amp;]]>c"_ba << u"a<b>&amp;c"_s;
    QTest::newRow("around an element") << "a<b>no</b>c"_ba << u"ac"_s;
    QTest::newRow("comment") << "a<!-- b -->c"_ba << u"ac"_s;
}

void TestXmlTree::readsText()
{
    QFETCH(QByteArray, xml);

    QTEST(textIn(xml), "text");
}

void TestXmlTree::readsEncodings()
{
    const auto latin = xml::tree("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xe4</a>"_ba);
    const auto marked = xml::tree("\xef\xbb\xbf<a>\xc3\xa4</a>"_ba);
    const auto wide = xml::tree(QByteArray("\xff\xfe<\0a\0>\0\xe4\0<\0/\0a\0>\0", 18));

    QCOMPARE(latin.root.text, u"\u00e4"_s);
    QCOMPARE(marked.root.text, u"\u00e4"_s);
    QCOMPARE(wide.root.text, u"\u00e4"_s);
}

void TestXmlTree::keepsWhatStandsBeforeAFault_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("problem");

    QTest::newRow("cut in text") << "<a><b>one</b><b>tw"_ba << u"ends too early"_s;
    QTest::newRow("cut in a tag") << "<a><b>one</b><b cl"_ba << u"XML"_s;
    QTest::newRow("never closed") << "<a><b>one</b><c>"_ba << u"ends too early"_s;
    QTest::newRow("wrong end") << "<a><b>one</b><c></d></a>"_ba << u"broken at line 1"_s;
    QTest::newRow("unquoted") << "<a><b>one</b><c d=e/></a>"_ba << u"broken at line 1"_s;
}

void TestXmlTree::keepsWhatStandsBeforeAFault()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, problem);

    const auto tree = xml::tree(xml);

    QVERIFY2(tree.problem.contains(problem), qPrintable(tree.problem));
    QCOMPARE(tree.root.name, u"a"_s);
    QVERIFY(tree.root.child(u"b"));
    QCOMPARE(tree.root.child(u"b")->text, u"one"_s);
}

void TestXmlTree::opensNothingElse_data()
{
    QTest::addColumn<QByteArray>("xml");

    const auto secret = "file://" + QByteArray(TEST_DATA "/secret.txt");
    QTest::newRow("entity") << "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret + "'>]><a>b&x;</a>";
    QTest::newRow("external subset") << "<!DOCTYPE a SYSTEM '" + secret + "'><a>b&x;</a>";
    QTest::newRow("parameter entity")
        << "<!DOCTYPE a [<!ENTITY % x SYSTEM '" + secret + "'> %x;]><a>b&x;</a>";
    QTest::newRow("inclusion") << "<a xmlns:i='http://www.w3.org/2001/XInclude'>b<i:include href='"
            + secret + "'/></a>";
}

void TestXmlTree::opensNothingElse()
{
    QFETCH(QByteArray, xml);

    const auto tree = xml::tree(xml);

    QCOMPARE(QString(tree.root.text).remove(u"&x;"_s), u"b"_s);
}

void TestXmlTree::survivesEntityBombs_data()
{
    QTest::addColumn<QByteArray>("entity");

    QTest::newRow("general") << "<!ENTITY e%1 '&e%0;&e%0;&e%0;&e%0;&e%0;&e%0;&e%0;&e%0;'>"_ba;
    QTest::newRow("parameter") << "<!ENTITY % e%1 '%e%0;%e%0;%e%0;%e%0;%e%0;%e%0;%e%0;'>"_ba;
}

void TestXmlTree::survivesEntityBombs()
{
    QFETCH(QByteArray, entity);
    QByteArray xml = "<!DOCTYPE a [<!ENTITY e0 'lol'><!ENTITY % e0 'lol'>";
    for (int level = 1; level < 30; ++level)
        xml += QByteArray(entity)
                   .replace("%1", QByteArray::number(level))
                   .replace("%0", QByteArray::number(level - 1));
    xml += "]><a b='&e29;'>c&e29;</a>";

    const auto tree = xml::tree(xml);

    QCOMPARE(QString(tree.root.text).remove(u"&e29;"_s), u"c"_s);
    QVERIFY(!tree.root.attribute(u"b").contains(u"lol"_s));
}

void TestXmlTree::stopsAtLimits()
{
    const auto deep = xml::tree(QByteArray("<a>").repeated(100'000));
    const auto wide = xml::tree("<a>" + QByteArray("<b/>").repeated(300'000) + "</a>");

    QVERIFY2(deep.problem.contains(u"nested"_s), qPrintable(deep.problem));
    QCOMPARE(deep.root.name, u"a"_s);
    QVERIFY2(wide.problem.contains(u"elements"_s), qPrintable(wide.problem));
    QVERIFY(wide.root.children.size() <= xml::limits::treeElements);
}

void TestXmlTree::readsLongText()
{
    const auto text = QByteArray("0123456789abcde\n").repeated(800'000);

    const auto tree = xml::tree("<a><b>" + text + "</b><c><![CDATA[" + text + "]]></c></a>");

    QCOMPARE(tree.problem, QString());
    QCOMPARE(tree.root.child(u"b")->text.size(), text.size());
    QCOMPARE(tree.root.child(u"c")->text.size(), text.size());
}

QTEST_GUILESS_MAIN(TestXmlTree)
#include "tst_xmltree.moc"
