#include "html/document.h"
#include "html/sanitise.h"
#include "page/markdown.h"
#include "page/page.h"

#include <QTest>

using namespace Qt::StringLiterals;

// The box of related stories in a story, and the signs of its notes.
class TestRelatedBox : public QObject
{
    Q_OBJECT

private slots:
    void saysOnceWhatItIs_data();
    void saysOnceWhatItIs();
    void raisesTheSignsOfNotes_data();
    void raisesTheSignsOfNotes();
    void writesNotesInMarkdown();
};

namespace {

html::Document shown(const QString &body, const QList<Link> &related)
{
    Article article{.title = u"The ferry"_s, .body = html::sanitise(body, {}), .text = u"One."_s};
    article.related = related;
    return *html::Document::parse(page::story(article, {}));
}

} // namespace

void TestRelatedBox::saysOnceWhatItIs_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("boxes");
    QTest::addColumn<int>("cards");
    QTest::addColumn<int>("sections");

    const auto aside = [](const QString &text) {
        return u"<aside class=\"related\">"_s + text + u"</aside>\n"_s;
    };
    const auto both = aside(u"Related: Who pays?"_s) + aside(u"Related: The bridge"_s);
    QTest::newRow("beside each other") << both + u"<p>One.</p>"_s << 1 << 4 << 1;
    QTest::newRow("at the end, where they are all") << u"<p>One.</p>"_s + both << 1 << 2 << 0;
    QTest::newRow("words between them")
        << aside(u"Who pays?"_s) + u"<p>One.</p>"_s + aside(u"The bridge"_s) << 2 << 4 << 1;
    QTest::newRow("one of them says more") << aside(u"Who pays?"_s)
            + aside(u"The bridge, which has been closed to all for half a year"_s)
                                           << 2 << 3 << 1;
}

void TestRelatedBox::saysOnceWhatItIs()
{
    QFETCH(QString, body);

    const auto document = shown(body, {{.title = u"Who pays?"_s}, {.title = u"The bridge"_s}});

    const auto story = document.body();
    QTEST(int(story.descendants(u"aside").size()), "boxes");
    QTEST(int(story.descendants(u"a").size()), "cards");
    QTEST(int(story.descendants(u"section").size()), "sections");
    QVERIFY(!html::textOf(story).contains("Related:"_L1));
}

void TestRelatedBox::raisesTheSignsOfNotes_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("raised");

    const auto note = u"<p id=\"n\">The note. <a href=\"#r\">back</a></p>"_s;
    QTest::newRow("behind a word") << u"<p>Word.<a href=\"#n\">1</a></p>"_s + note << true;
    QTest::newRow("in brackets") << u"<p>Word<a href=\"#n\">[12]</a></p>"_s + note << true;
    QTest::newRow("behind emphasis")
        << u"<p><em>Word</em><a href=\"#n\">1</a></p>"_s + note << true;
    QTest::newRow("raised already")
        << u"<p>Word.<sup><a href=\"#n\">1</a></sup></p>"_s + note << false;
    QTest::newRow("a word of its own") << u"<p>See <a href=\"#n\">1</a></p>"_s + note << false;
    QTest::newRow("words") << u"<p>Word<a href=\"#n\">note</a></p>"_s + note << false;
    QTest::newRow("what leads elsewhere")
        << u"<p>Word<a href=\"https://x.example/\">1</a></p>"_s << false;
    QTest::newRow("the number of the note itself")
        << u"<p id=\"n\">x</p><div class=\"footnote\"><a href=\"#n\">1</a><p>Note</p></div>"_s
        << false;
}

// Feeds lose the style sheet that raised them.
void TestRelatedBox::raisesTheSignsOfNotes()
{
    QFETCH(QString, body);
    QFETCH(bool, raised);
    const auto before = int(body.count("<sup>"_L1));

    const auto document = shown(body, {});

    QCOMPARE(int(document.body().descendants(u"sup").size()), before + int(raised));
}

void TestRelatedBox::writesNotesInMarkdown()
{
    const auto body = html::sanitise(
        u"<p>One.<sup><a href=\"#b\">1</a></sup> Two.<sup><a href=\"#c\">[2]</a></sup> See "
        "<a href=\"#b\">the book</a>.</p><ol><li id=\"b\">The <em>book</em>.</li>"
        "<li id=\"c\"><p>One.</p><p>Two.</p></li></ol>"_s,
        {});

    QVERIFY2(page::markdown({.body = body})
                 .endsWith("One.[^1] Two.[^2] See the book.\n\n[^1]: The *book*.\n"
                           "[^2]: One.\n\n    Two.\n"_L1),
             qPrintable(page::markdown({.body = body})));
}

QTEST_GUILESS_MAIN(TestRelatedBox)
#include "tst_relatedbox.moc"
