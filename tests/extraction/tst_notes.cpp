#include "extraction/extraction.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Notes of a story and what is set large from it.
class TestNotes : public QObject
{
    Q_OBJECT

private slots:
    void readsNotes_data();
    void readsNotes();
    void keepsListsThatAreNoNotes_data();
    void keepsListsThatAreNoNotes();
    void saysNothingTwice_data();
    void saysNothingTwice();
};

namespace {

const auto prose
    = u"<p>The ferry left at nine, a little late and with fewer people than on any morning of "
      "this long and rather wet summer, the captain of the harbour said.</p>"_s;
const auto council
    = u"<p>The council met on Tuesday and agreed that the winter timetable would be kept as it "
      "was, though the money for the second boat has not been found yet by anyone.</p>"_s;
const auto spring
    = u"<p>In spring the new engine will be fitted, and the old one, which has run for forty "
      "years, will go to the museum in the town, where children may touch it.</p>"_s;
const auto said
    = u"<p>“We never thought the boat would come back,” said Ada Marsh, the harbour master, who "
      "has kept the book of crossings for thirty years, “but it always did, and in time.”</p>"_s;

Article read(const QString &story)
{
    const auto article = extraction::extract(
        {.html = u"<html><title>The ferry</title><body><article><h1>The ferry</h1>"_s + prose
             + story + u"</article>"_s});
    return article ? *article : Article();
}

} // namespace

void TestNotes::readsNotes_data()
{
    QTest::addColumn<QString>("sign");
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("html");

    const auto item = [](const QString &name, const QString &text) {
        return u"<ol><li id=\"user-content-%1\">%2</li></ol>"_s.arg(name, text);
    };
    const auto raised = [](const QString &name, const QString &sign) {
        return u"<sup><a href=\"#user-content-%1\">%2</a></sup>"_s.arg(name, sign);
    };
    QTest::newRow("an arrow back")
        << u"<sup><a href=#n1 id=r1>1</a></sup>"_s
        << u"<ol><li id=n1>The book, p. 12. <a href=#r1>\u21a9\ufe0e</a></li></ol>"_s
        << raised(u"n1"_s, u"1"_s) + u'|' + item(u"n1"_s, u"The book, p. 12."_s);
    QTest::newRow("as encyclopedias have them")
        << u"<sup id=cite_ref-a_1-0><a href=#cite_note-1>[1]</a></sup> and "
           "<sup id=cite_ref-a_1-1><a href=#cite_note-1>[1]</a></sup>"_s
        << u"<ol><li id=cite_note-1><span>^ <a href=#cite_ref-a_1-0><sup><i><b>a</b></i></sup></a> "
           "<a href=#cite_ref-a_1-1><sup><i><b>b</b></i></sup></a></span> "
           "<span><cite>The book, p. 12.</cite></span></li></ol>"_s
        << raised(u"cite_note-1"_s, u"[1]"_s) + u'|'
            + item(u"cite_note-1"_s, u"<cite>The book, p. 12.</cite>"_s);
    QTest::newRow("as newsletters have them")
        << u"<a class=footnote-anchor id=footnote-anchor-1 href=#footnote-1>1</a>"_s
        << u"<div class=footnote><a id=footnote-1 href=#footnote-anchor-1 class=footnote-number>1"
           "</a><div class=footnote-content><p>The book, p. 12.</p></div></div>"_s
        << raised(u"footnote-1"_s, u"1"_s) + u'|'
            + item(u"footnote-1"_s, u"<p>The book, p. 12.</p>"_s);
    QTest::newRow("as word processors have them")
        << u"<a href=#_ftn1 name=_ftnref1><span>[1]</span></a>"_s
        << u"<div><p><a href=#_ftnref1 name=_ftn1><span>[1]</span></a> The book, p. 12.</p></div>"_s
        << raised(u"_ftn1"_s, u"[1]"_s) + u'|' + item(u"_ftn1"_s, u"The book, p. 12."_s);
    QTest::newRow("words back")
        << u"<sup><a href=#n1 id=r1>1</a></sup>"_s
        << u"<ol><li id=n1>The book, p. 12. <a href=#r1>Back to the text</a></li></ol>"_s
        << raised(u"n1"_s, u"1"_s) + u'|' + item(u"n1"_s, u"The book, p. 12."_s);
}

// A sign that is raised, and a numbered list without the ways back, which programs make anew.
void TestNotes::readsNotes()
{
    QFETCH(QString, sign);
    QFETCH(QString, notes);
    QFETCH(QString, html);

    const auto body
        = read(u"<p>Nobody counted.%1</p>"_s.arg(sign) + prose + said + notes).body.toString();

    for (const auto &part : html.split(u'|'))
        QVERIFY2(body.contains(part), qPrintable(body));
}

void TestNotes::keepsListsThatAreNoNotes_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("kept");

    QTest::newRow("a table of contents")
        << u"<ul><li><a href=#one>1</a> Beginnings of the long story</li></ul><h2 id=one>One</h2>"_s
        << u"Beginnings of the long story"_s;
    QTest::newRow("what leads on")
        << u"<p id=top>See <a href=#rule>rule 3</a> below for it.</p><p id=rule>Rule 3: nobody "
           "counts. Back to <a href=#top>the top</a> of it all.</p>"_s
        << u"Back to <a href=\"#user-content-top\">the top</a>"_s;
    QTest::newRow("a list of letters")
        << u"<p>Take (a) first.</p><ul><li>a. The quay at the end of the town</li></ul>"_s
        << u"a. The quay"_s;
}

void TestNotes::keepsListsThatAreNoNotes()
{
    QFETCH(QString, html);
    QFETCH(QString, kept);

    const auto body = read(html + prose + said).body.toString();

    QVERIFY2(body.contains(kept), qPrintable(body));
}

void TestNotes::saysNothingTwice_data()
{
    QTest::addColumn<QString>("quote");
    QTest::addColumn<bool>("kept");

    QTest::newRow("the very words")
        << u"<blockquote>We never thought the boat would come back</blockquote>"_s << false;
    QTest::newRow("with who said it left out")
        << u"<blockquote><p>“We never thought the boat would come back, but it always did, and in "
           "time.”</p></blockquote>"_s
        << false;
    QTest::newRow("with who said it below")
        << u"<figure class=wp-block-pullquote><blockquote><p>We never thought the boat would come "
           "back, but it always did.</p><cite>Ada Marsh, harbour master</cite></blockquote></figure>"_s
        << false;
    QTest::newRow("with who said it behind a dash")
        << u"<blockquote><p>“We never thought the boat would come back” — Ada Marsh</p>"
           "</blockquote>"_s
        << false;
    QTest::newRow("cut short")
        << u"<aside class=pullquote>We never thought the boat would come back … but it always did"
           "</aside>"_s
        << false;
    QTest::newRow("mended at its beginning")
        << u"<div class=pull-quote><p>[They] never thought the boat would come back, but it always "
           "did</p></div>"_s
        << false;
    QTest::newRow("as a heading")
        << u"<h2 class=pullquote>“We never thought the boat would come back”</h2>"_s << false;
    QTest::newRow("other words")
        << u"<blockquote>We always thought that the boat would be back before the winter"
           "</blockquote>"_s
        << true;
    QTest::newRow("words of the story in another order")
        << u"<blockquote>It always did, and in time, we never thought the boat would</blockquote>"_s
        << true;
    QTest::newRow("an answer that begins alike")
        << u"<blockquote>We never thought the boat would come back to us at all, people in the "
           "village said, and they were right about it</blockquote>"_s
        << true;
    QTest::newRow("a heading in the story's words")
        << u"<h2>We never thought the boat would come back</h2>"_s << true;
}

// Words that a paper sets large are no second quotation; what others said is one.
void TestNotes::saysNothingTwice()
{
    QFETCH(QString, quote);

    for (const auto &story : {quote + council + said + spring, said + council + quote + spring}) {
        const auto body = read(story).body.toString();
        const auto found = body.contains("<blockquote"_L1) || body.contains("<h2"_L1)
            || body.count("never thought"_L1) > 1;
        QTEST(found, "kept");
        QCOMPARE(body.count("said Ada Marsh"_L1), 1);
    }
}

QTEST_GUILESS_MAIN(TestNotes)
#include "tst_notes.moc"
