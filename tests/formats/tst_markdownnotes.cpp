#include "formats/formats.h"
#include "formats/markdownnotes.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestMarkdownNotes : public QObject
{
    Q_OBJECT

private slots:
    void writesNotes_data();
    void writesNotes();
    void readsAStoryWithNotes();
    void endsWhateverIsWritten();
};

void TestMarkdownNotes::writesNotes_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("written");

    const auto sign
        = [](int number) { return u"<sup><a href=\"#note-%1\">%1</a></sup>"_s.arg(number); };
    const auto item = [](int number, const QString &text) {
        return u"<li id=\"note-%1\">\n\n%2\n\n</li>\n"_s.arg(QString::number(number), text);
    };
    const auto list = [](const QString &items) { return u"\n<ol>\n%1</ol>\n"_s.arg(items); };
    QTest::newRow("none") << u"One [1] and ^2."_s << u"One [1] and ^2."_s;
    QTest::newRow("one") << u"One.[^1]\n\n[^1]: The book."_s
                         << u"One."_s + sign(1) + u"\n\n"_s + list(item(1, u"The book."_s));
    QTest::newRow("numbered as they are referred to")
        << u"One.[^b] Two.[^a]\n\n[^a]: A.\n[^b]: B."_s
        << u"One."_s + sign(1) + u" Two."_s + sign(2) + u"\n\n"_s
            + list(item(1, u"B."_s) + item(2, u"A."_s));
    QTest::newRow("referred to twice")
        << u"One.[^x] Two.[^X]\n\n[^x]: X."_s
        << u"One."_s + sign(1) + u" Two."_s + sign(1) + u"\n\n"_s + list(item(1, u"X."_s));
    QTest::newRow("several lines and paragraphs")
        << u"One.[^1]\n\n[^1]: The\nbook.\n\n    The second\n\nBelow."_s
        << u"One."_s + sign(1) + u"\n\n"_s + list(item(1, u"The\nbook.\n\nThe second"_s))
            + u"\n\nBelow."_s;
    QTest::newRow("nothing refers to it")
        << u"One.\n\n[^1]: The book."_s << u"One.\n\n"_s + list(item(1, u"The book."_s));
    QTest::newRow("refers to another")
        << u"One.[^1]\n\n[^1]: See[^2]\n[^2]: Two."_s
        << u"One."_s + sign(1) + u"\n\n"_s + list(item(1, u"See"_s + sign(2)) + item(2, u"Two."_s));
    QTest::newRow("not there") << u"One.[^1]"_s << u"One.<sup>1</sup>\n"_s;
    QTest::newRow("code") << u"`[^1]`\n```\n[^1]: x\n```"_s << u"`[^1]`\n```\n[^1]: x\n```\n"_s;
}

void TestMarkdownNotes::writesNotes()
{
    QFETCH(QString, markdown);
    QFETCH(QString, written);

    QCOMPARE(formats::withNotes(markdown).trimmed(), written.trimmed());
}

void TestMarkdownNotes::readsAStoryWithNotes()
{
    const auto prose = "The ferry left at nine, a little late and with fewer people than ever."_ba;
    const auto pages
        = formats::read({.bytes = "# The ferry\n\nBy Ada Marsh\n\n" + prose + "[^1]\n\n" + prose
                             + "\n\n[^1]: The *book*, p. 12.\n\n    And another.\n",
                         .name = u"ferry.md"_s});

    QVERIFY(pages);
    const auto &html = pages->first().html;
    QVERIFY2(html.contains("ever.<sup><a href=\"#note-1\">1</a></sup>"_L1), qPrintable(html));
    QVERIFY2(html.contains("<li id=\"note-1\">"_L1), qPrintable(html));
    QVERIFY2(html.contains("<p>The <em>book</em>, p. 12.</p>"_L1), qPrintable(html));
    QVERIFY2(!html.contains("[^"_L1), qPrintable(html));
}

void TestMarkdownNotes::endsWhateverIsWritten()
{
    const auto many = u"[^1]: [^1]\n"_s.repeated(20'000) + u"x[^1] "_s.repeated(20'000);

    QVERIFY(formats::withNotes(many).size() > many.size() / 2);
}

QTEST_GUILESS_MAIN(TestMarkdownNotes)
#include "tst_markdownnotes.moc"
