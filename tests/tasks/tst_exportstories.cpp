#include "html/sanitise.h"
#include "page/plaintext.h"
#include "support/pictures.h"
#include "support/storyfiles.h"
#include "tasks/exportstories.h"
#include "tasks/readfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using tasks::ExportForm;
using tasks::ExportStyle;

class TestExportStories : public QObject
{
    Q_OBJECT

private slots:
    void readsBackAsTheSameStory_data();
    void readsBackAsTheSameStory();
    void keepsTheLinesOfText_data();
    void keepsTheLinesOfText();
    void keepsMarkupThatIsNone();
    void keepsCaptionsWithTheirPictures();
    void putsPicturesBesideMarkdown();
    void takesPicturesFromTheLibrary();
    void saysWhatIsLostInsteadOfPointingAtIt();
    void namesFilesByHeadlines_data();
    void namesFilesByHeadlines();
    void overwritesNothing();
    void saysWhatCannotBeWritten();
};

namespace {

SafeHtml safe(const QString &html)
{
    return html::sanitise(html, {.ownAddresses = true});
}

Picture picture(int width, int height)
{
    const auto bytes = support::png(width, height);
    return {.name = u"broadsheet-media:"_s
                + QString::fromLatin1(
                        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()),
            .mimeType = u"image/png"_s,
            .bytes = bytes};
}

Picture pier()
{
    return picture(640, 480);
}

const auto first = u"The harbour council met on Tuesday to hear what the winter storms had done "
                   "to the north pier and who would pay for it."_s;
const auto second = u"Nobody in the hall expected an answer before spring, and nobody got one, "
                    "but the clerk wrote down every question with care."_s;

Article story()
{
    return {.url = QUrl(u"https://coast.example/2021/12/04/pier?a=1&b=2"_s),
            .title = u"What the storm did to the north pier"_s,
            .authors = {{.name = u"Ada Marsh"_s}, {.name = u"Ib Dahl"_s}},
            .published = {.date = QDate(2021, 12, 4)},
            .language = u"en"_s,
            .lead = {.caption = u"The ferry leaves the quay on its morning run."_s,
                     .credit = u"Bo Finch/Coastwire"_s},
            .related = {{.title = u"The ferry that runs on the tide"_s}},
            .body = safe(u"<p>"_s + first + u"</p><p>"_s + second + u"</p>"_s),
            .text = first + u"\n\n"_s + second};
}

Article withPicture()
{
    auto article = story();
    article.lead.src = pier().name;
    article.lead.alt = u"A pier"_s;
    article.pictures = {pier()};
    article.tags = {u"harbours"_s, u"storms"_s};
    article.site = u"The Coast: a weekly"_s;
    article.provenance.savedAt = {.date = QDate(2022, 1, 5)};
    return article;
}

} // namespace

Q_DECLARE_METATYPE(ExportForm)

void TestExportStories::readsBackAsTheSameStory_data()
{
    QTest::addColumn<ExportForm>("form");
    QTest::addColumn<Article>("written");

    QTest::newRow("text") << ExportForm::Text << story();
    QTest::newRow("markdown") << ExportForm::Markdown << story();
    QTest::newRow("markdown with pictures") << ExportForm::Markdown << withPicture();
    QTest::newRow("json") << ExportForm::Json << withPicture();
}

void TestExportStories::readsBackAsTheSameStory()
{
    QFETCH(ExportForm, form);
    QFETCH(Article, written);
    const QTemporaryDir folder;

    const auto file = tasks::exportInto(folder.path(), written, {.form = form});
    QVERIFY(file);
    const auto read = tasks::readFile(*file);

    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    const auto &again = read->first();
    QCOMPARE(again.title, written.title);
    QCOMPARE(again.authors, written.authors);
    QCOMPARE(again.published, written.published);
    QCOMPARE(again.text, written.text);
    QCOMPARE(again.related, written.related);
    QCOMPARE(again.url, written.url);
    QCOMPARE(again.lead.caption, written.lead.caption);
    QCOMPARE(again.lead.credit, written.lead.credit);
    QCOMPARE(again.lead.src, written.lead.src);
    QCOMPARE(again.tags, written.tags);
    if (form != ExportForm::Text)
        QCOMPARE(again.site, written.site);
    if (form == ExportForm::Markdown)
        QCOMPARE(again.provenance.savedAt, written.provenance.savedAt);
    QCOMPARE(again.pictures, written.pictures);
}

void TestExportStories::keepsTheLinesOfText_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("text");

    QTest::newRow("paragraphs") << u"<p>One.</p><p>Two.</p>"_s << u"One.\n\nTwo."_s;
    QTest::newRow("verse") << u"<p>The boat is late,<br>the tide is out,<br><br>we wait.</p>"_s
                           << u"The boat is late,\nthe tide is out,\n\nwe wait."_s;
    QTest::newRow("as it was written")
        << u"<p>See:</p><pre>if x:\n    go  on\n\nend\n</pre><p>So.</p>"_s
        << u"See:\n\n    if x:\n        go  on\n\n    end\n\nSo."_s;
    QTest::newRow("a list") << u"<p>See:</p><ul><li>Salt</li><li>Rope</li></ul><p>So.</p>"_s
                            << u"See:\n\n• Salt\n• Rope\n\nSo."_s;
    QTest::newRow("lists in a list")
        << u"<ol start='4'><li>Salt<ul><li>Coarse</li><li>Fine</li></ul></li><li>Rope</li></ol>"_s
        << u"4. Salt\n   • Coarse\n   • Fine\n5. Rope"_s;
    QTest::newRow("a note")
        << u"<p>The ferry<sup><a href='#n'>1</a></sup> runs.</p><ol><li id='n'>Twice.</li></ol>"_s
        << u"The ferry[1] runs.\n\n1. Twice."_s;
    QTest::newRow("the words of a photo that is lost")
        << u"<p>One.</p><figure><img alt=''><figcaption>The quay. "
           "<span class='credit'>Bo Finch</span></figcaption></figure><p>Two.</p>"_s
        << u"One.\n\nThe quay. (Bo Finch)\n\nTwo."_s;
}

void TestExportStories::keepsTheLinesOfText()
{
    QFETCH(QString, body);
    const Article article{.title = u"Boats"_s, .body = safe(body)};

    QTEST(page::plainText(article).mid(7), "text");
}

// What looks like Markdown in a story comes back as it was.
void TestExportStories::keepsMarkupThatIsNone()
{
    const QTemporaryDir folder;
    auto article = story();
    const QStringList lines{u"# not a heading, and ==not marked== either, %%nor a comment%%"_s,
                            u"1. not a list: 2 * 3 * 4 _or_ [so](it) `seems` ~~to~~ some ^here"_s,
                            u"--- no rule, and a|b, &amp; and <b>this</b> is as it was"_s};
    QString body;
    for (const auto &line : lines)
        body += u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s;
    article.body = safe(body + u"<p>"_s + second + u"</p>"_s);
    article.text = lines.join(u"\n\n"_s) + u"\n\n"_s + second;

    const auto file = tasks::exportInto(folder.path(), article, {.form = ExportForm::Markdown});
    QVERIFY(file);
    const auto read = tasks::readFile(*file);

    QVERIFY(read);
    QCOMPARE(read->first().text, article.text);
}

// All that is said of pictures comes back as that, and not as the story: also of one that is lost.
void TestExportStories::keepsCaptionsWithTheirPictures()
{
    const QTemporaryDir folder;
    const auto boat = picture(800, 500);
    const auto lost = u"broadsheet-media:"_s + QString(64, u'a');
    auto written = withPicture();
    written.pictures = {pier(), boat};
    written.figures
        = {{.src = boat.name,
            .alt = u"A boat"_s,
            .caption = u"The old boat waits at low tide."_s,
            .credit = u"Ann Holm/Coastwire"_s},
           {.src = boat.name, .caption = u"The boat again, seen from the [north] pier"_s},
           {.src = lost,
            .alt = u"A clerk"_s,
            .caption = u"The clerk, at her desk, counts the questions."_s,
            .credit = u"Bo Finch"_s},
           {.src = lost, .caption = u"Nobody answers"_s},
           {.src = lost,
            .caption = u"Longer than most: the harbour council, which met on Tuesday to "
                       "hear what the winter storms had done to the north pier and who "
                       "would pay for it, leaves by the side door, while the clerk, who "
                       "wrote down every question, stays behind to lock up."_s,
            .credit = u"Bo Finch"_s}};
    auto body = u"<p>"_s + first + u"</p>"_s;
    auto figures = written.figures;
    for (auto &figure : figures) {
        body
            += u"<figure><img src=\"%1\" alt=\"%2\"><figcaption>%3 <span class=\"credit\">%4</span>"
               "</figcaption></figure><p>%5</p>"_s.arg(figure.src, figure.alt, figure.caption,
                                                       figure.credit, second);
        if (figure.src == lost)
            figure.src = figure.alt = QString();
    }
    written.body = safe(body);

    const auto file = tasks::exportInto(folder.path(), written, {.form = ExportForm::Markdown});
    QVERIFY(file);
    const auto read = tasks::readFile(*file);

    QVERIFY(read);
    const auto &again = read->first();
    QCOMPARE(again.text, first + (u"\n\n"_s + second).repeated(figures.size()));
    QCOMPARE(again.figures, figures);
    QCOMPARE(again.lead.caption, written.lead.caption);
    QCOMPARE(again.pictures.size(), 2);
}

void TestExportStories::putsPicturesBesideMarkdown()
{
    const QTemporaryDir folder;

    const auto file = tasks::exportInto(
        folder.path(), withPicture(),
        {.form = ExportForm::Markdown, .pictures = ExportStyle::Pictures::Beside});

    QVERIFY(file);
    QFile text(*file);
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(!text.readAll().contains("data:"));
    const auto read = tasks::readFile(*file);
    QVERIFY(read);
    QCOMPARE(read->first().pictures, QList{pier()});
    QCOMPARE(read->first().lead.src, pier().name);
}

void TestExportStories::takesPicturesFromTheLibrary()
{
    const QTemporaryDir folder;
    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(library);
    const auto added = (*library)->add(withPicture(), Library::Occasion::Imported,
                                       QDateTime::currentDateTimeUtc());
    QVERIFY(added);

    const auto whole = tasks::wholeStory(**library, added->id);

    QVERIFY(whole);
    QCOMPARE(whole->pictures, QList{pier()});
    QVERIFY(tasks::exported(*whole, {.form = ExportForm::Html}).contains("data:image/png;base64,"));
    QCOMPARE(tasks::wholeStory(**library, ArticleId(4711)).error().kind, Error::Kind::NotFound);
}

void TestExportStories::saysWhatIsLostInsteadOfPointingAtIt()
{
    auto article = withPicture();
    article.pictures.clear();

    for (const auto form : {ExportForm::Html, ExportForm::Markdown}) {
        const auto text = tasks::exported(article, {.form = form});

        QVERIFY2(!text.contains("broadsheet-media"), text);
        QVERIFY2(!text.contains("href=\"broadsheet"), text);
        QVERIFY2(text.contains("The ferry leaves the quay"), text);
    }
}

void TestExportStories::namesFilesByHeadlines_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");

    QTest::newRow("as it is") << u"The last ferry"_s << u"The last ferry.txt"_s;
    QTest::newRow("signs") << u"Ferry: is this \"it\"? And/or not"_s
                           << u"Ferry – is this 'it' And-or not.txt"_s;
    QTest::newRow("out of the folder") << u"../../etc/passwd"_s << u"-..-etc-passwd.txt"_s;
    QTest::newRow("hidden") << u".hidden"_s << u"hidden.txt"_s;
    QTest::newRow("turned letters") << u"a\u202etxt.exe"_s << u"atxt.exe.txt"_s;
    QTest::newRow("none") << u"  "_s << u"story.txt"_s;
    QTest::newRow("long") << u"word "_s.repeated(60)
                          << u"word "_s.repeated(18).trimmed() + u".txt"_s;
}

void TestExportStories::namesFilesByHeadlines()
{
    QFETCH(QString, title);

    QTEST(tasks::exportName({.title = title}, ExportForm::Text), "name");
}

void TestExportStories::overwritesNothing()
{
    const QTemporaryDir folder;
    const auto name = tasks::exportName(story(), ExportForm::Text);
    const auto there = support::writeFile(folder.path(), name, "mine");

    const auto second = tasks::exportInto(folder.path(), story(), {.form = ExportForm::Text});
    const auto third = tasks::exportInto(folder.path(), story(), {.form = ExportForm::Text});

    QVERIFY(second && third);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
    QFile mine(there);
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), "mine"_ba);
}

void TestExportStories::saysWhatCannotBeWritten()
{
    const QTemporaryDir folder;
    const auto file = support::writeFile(folder.path(), u"a file"_s, "x");

    const auto written = tasks::exportInto(file, story(), {.form = ExportForm::Text});

    QVERIFY(!written);
    QCOMPARE(written.error().kind, Error::Kind::Unreadable);
}

QTEST_GUILESS_MAIN(TestExportStories)
#include "tst_exportstories.moc"
