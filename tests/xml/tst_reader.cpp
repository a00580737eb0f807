#include "xml/encoding.h"
#include "xml/limits.h"
#include "xml/reader.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

// XML as it is met: whole and broken.
class TestReader : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatItReads_data();
    void tellsWhatItReads();
    void sharesNames();
    void keepsEntitiesSmall();
    void readsEncodings_data();
    void readsEncodings();
    void staysLinear_data();
    void staysLinear();
};

namespace {

// Writes down what it is told: "(a@x=1 text )a".
class Trace final : public xml::Events
{
public:
    void startElement(const xml::Name &name, xml::Attributes attributes) override
    {
        said += '(' + nameOf(name);
        for (const auto &[attribute, value] : attributes)
            said += '@' + nameOf(attribute) + '=' + value.toByteArray();
        said += ' ';
        locals.append(name.local);
    }
    void endElement(const xml::Name &name) override { said += ')' + nameOf(name); }
    void text(QByteArrayView utf8) override { said.append(utf8.data(), utf8.size()); }

    QByteArray said;
    QList<QByteArrayView> locals;

private:
    static QByteArray nameOf(const xml::Name &name)
    {
        return (name.space.isEmpty() ? QByteArray() : '{' + name.space.toByteArray() + '}')
            + name.local.toByteArray();
    }
};

} // namespace

void TestReader::tellsWhatItReads_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("problem");
    const auto row
        = [](const char *name, const QByteArray &document, const QByteArray &said,
             const QString &problem = {}) { QTest::newRow(name) << document << said << problem; };

    row("whole", "<?xml version='1.0'?><!-- x --><a b='1' c=\"&lt;2\"><d/>e</a>\n",
        "(a@b=1@c=<2 (d )de)a");
    row("namespaces", "<a xmlns='u' xmlns:p='v'><p:b p:c='1' d='2'/></a>",
        "({u}a@xmlns=u@p=v ({v}b@{v}c=1@d=2 ){v}b){u}a");
    row("namespace ends", "<a><b xmlns='u'/><c/></a>", "(a ({u}b@xmlns=u ){u}b(c )c)a");
    row("prefix not declared", "<p:a/>", "(a )a");
    row("references", "<a>&lt;&#65;&#x42;&#X43;&eacute;&apos;</a>", "(a <ABC\u00e9')a");
    row("character data", "<a>b<![CDATA[<c>&amp;]]]>d</a>", "(a b<c>&amp;]d)a");
    row("declared entity", "<!DOCTYPE a [<!ENTITY w 'words'>]><a>&w;</a>", "(a words)a");
    row("bare ampersand", "<a>R&D & co</a>", "(a R&D & co)a", u"begins no reference"_s);
    row("unknown entity", "<a>&what;</a>", "(a &what;)a", u"begins no reference"_s);
    row("bare less-than", "<a>1 < 2</a>", "(a 1 < 2)a", u"begins no tag"_s);
    row("wrong end", "<a><b>c</a>", "(a (b c)b)a", u"fits no element"_s);
    row("stray end", "<a>b</c>d</a>", "(a bd)a", u"fits no element"_s);
    row("ends in another case", "<Item>a</item>", "(Item a)Item", u"fits no element"_s);
    row("cut in text", "<a><b>c", "(a (b c)b)a", u"ends too early"_s);
    row("cut in a tag", "<a>b<c d='", "(a b)a", u"without its end"_s);
    row("cut in character data", "<a><![CDATA[b", "(a b)a", u"CDATA"_s);
    row("character data without its end", "<a><b><![CDATA[c</b><d/></a>", "(a (b c)b(d )d)a",
        u"CDATA"_s);
    row("comment without its end", "<a><!-- b>c</a>", "(a c)a", u"comment"_s);
    row("no quotes", "<a b=c d>e</a>", "(a@b=c e)a", u"without quotes"_s);
    row("tag without its end", "<a><b c='d'<e/></a>", "(a (b@c=d (e )e)b)a",
        u"tag without its end"_s);
    row("junk around", "\n junk <a>b</a> more", "(a b)a");
    row("no character", "<a>b&#0;&#8;c</a>", "(a bc)a");
    row("nothing", "words", "", u"no XML element"_s);
}

void TestReader::tellsWhatItReads()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, problem);
    Trace trace;

    const auto found = xml::read(document, trace);

    QTEST(trace.said, "said");
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void TestReader::sharesNames()
{
    Trace trace;

    QCOMPARE(xml::read("<a><b/><c/><b/></a>", trace), QString());

    QCOMPARE(trace.locals.size(), 4);
    QCOMPARE(static_cast<const void *>(trace.locals[1].data()),
             static_cast<const void *>(trace.locals[3].data()));
}

void TestReader::keepsEntitiesSmall()
{
    Trace trace;
    const auto text = QByteArray(xml::limits::entityBytes, 'x');
    const auto document = "<!DOCTYPE a [<!ENTITY x '" + text
        + "'><!ENTITY y '&x;&x;'>"
          "<!ENTITY z SYSTEM 'file:///etc/passwd'>]><a>"
        + QByteArray("&x;&y;&z;").repeated(100'000) + "</a>";

    const auto problem = xml::read(document, trace);

    QVERIFY2(problem.contains(u"entities"_s), qPrintable(problem));
    QVERIFY(trace.said.size() <= xml::limits::entityGrowth + 1000);
}

void TestReader::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QByteArray>("utf8");

    const auto declaring = [](const QByteArray &encoding, const QByteArray &text) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>" + text + "</a>";
    };
    QTest::newRow("declared") << declaring("iso-8859-1", "caf\xe9") << ""_ba
                              << "caf\u00e9"_ba;
    QTest::newRow("header outranks it")
        << declaring("windows-1252", "\xcc\xe8\xf0 \xe8 \xf2\xf0\xf3\xe4") << "windows-1251"_ba
        << "\u041c\u0438\u0440 \u0438 \u0442\u0440\u0443\u0434"_ba;
    QTest::newRow("UTF-8 by another name")
        << declaring("iso-8859-1", "caf\u00e9s, d\u00e9j\u00e0 vu") << ""_ba
        << "caf\u00e9s, d\u00e9j\u00e0 vu"_ba;
    QTest::newRow("mark") << "\xef\xbb\xbf" + declaring("utf-16", "\u00e9") << ""_ba
                          << "\u00e9"_ba;
    QTest::newRow("unknown label") << declaring("nonsense", "d\u00e9j\u00e0") << "x-none"_ba
                                   << "d\u00e9j\u00e0"_ba;
}

void TestReader::readsEncodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, declared);
    QFETCH(QByteArray, utf8);

    const auto text = xml::inUtf8(bytes, declared);

    QVERIFY2(text.endsWith("<a>" + utf8 + "</a>"), text);
}

void TestReader::staysLinear_data()
{
    QTest::addColumn<QByteArray>("piece");

    for (const auto *piece :
         {"<", "<a>", "<a", "<a b='", "<!--", "<![CDATA[", "<?", "<!", "<!DOCTYPE", "&", "&a;",
          "</a>", "</", "<a xmlns:b='c'>", "<a b=c ", "<!ENTITY", "]]>"})
        QTest::addRow("%s", piece) << QByteArray(piece);
}

void TestReader::staysLinear()
{
    QFETCH(QByteArray, piece);
    QElapsedTimer timer;
    timer.start();

    for (const auto *start : {"<a>", "<!DOCTYPE a [", ""}) {
        Trace trace;
        static_cast<void>(xml::read(start + piece.repeated(200'000), trace));
    }

    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
