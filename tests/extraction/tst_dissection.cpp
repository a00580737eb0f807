#include "dissectedpage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace extraction;

// A page with what was left out of it.
class TestDissection : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhyAPartIsLeftOut_data();
    void tellsWhyAPartIsLeftOut();
    void findsTheSameStory_data();
    void findsTheSameStory();
    void showsEveryWordOnce_data();
    void showsEveryWordOnce();
    void listsNothingThatABrowserDoesNotShow();
    void showsAFileWithoutAPage();
    void holdsNoAddressOfOurOwn();
    void isQuickOnLongPages();
};

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void addPages()
{
    QTest::addColumn<QString>("html");

    QTest::newRow("our own") << pageHtml();
    const QDir folder(QStringLiteral(TEST_DATA "/extraction"));
    for (const auto &name : folder.entryList({u"*.html"_s}))
        QTest::newRow(qPrintable(name)) << contentOf(folder.filePath(name));
}

} // namespace

void TestDissection::tellsWhyAPartIsLeftOut_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<Left>("left");

    QTest::newRow("the story") << second << Left::Kept;
    QTest::newRow("a list of it") << u"Depth: forty feet"_s << Left::Kept;
    QTest::newRow("menu") << u"Front page"_s << Left::Navigation;
    QTest::newRow("headline") << u"Allotment Society Buys"_s << Left::Headline;
    QTest::newRow("byline") << u"By Pella Marsh"_s << Left::Byline;
    QTest::newRow("date") << u"August 14, 2023"_s << Left::Date;
    QTest::newRow("share bar") << u"Tweet"_s << Left::Sharing;
    QTest::newRow("box beside") << u"Readers ask"_s << Left::Sidebar;
    QTest::newRow("newsletter") << u"never miss a bean"_s << Left::Newsletter;
    QTest::newRow("comments") << u"my uncle"_s << Left::Comments;
    QTest::newRow("footer") << u"All rights reserved"_s << Left::Footer;
}

void TestDissection::tellsWhyAPartIsLeftOut()
{
    QFETCH(QString, words);

    const auto page = dissect(pageOf(pageHtml()));

    QVERIFY(page);
    QCOMPARE(page->site, u"hill.example"_s);
    QVERIFY(!page->isCut);
    QTEST(partWith(*page, words).left, "left");
}

void TestDissection::findsTheSameStory_data()
{
    addPages();
}

void TestDissection::findsTheSameStory()
{
    QFETCH(QString, html);
    const auto page = pageOf(html);

    const auto story = extract(page);
    const auto dissected = dissect(page);

    QVERIFY(story && dissected);
    QCOMPARE(dissected->article, *story);
}

void TestDissection::showsEveryWordOnce_data()
{
    addPages();
}

// What is kept is the story's text in its order, and nothing of the page is in two parts.
void TestDissection::showsEveryWordOnce()
{
    QFETCH(QString, html);

    const auto page = dissect(pageOf(html));

    QVERIFY(page);
    QString kept;
    qsizetype letters = 0;
    for (const auto &part : page->parts) {
        QVERIFY(!part.blocks.isEmpty());
        letters += textOf(part).remove(u' ').size();
        for (const auto &block : part.blocks) {
            if (part.left == Left::Kept)
                kept += html::plainText(block.html);
        }
    }
    const auto bare
        = [](QString text) { return text.removeIf([](QChar c) { return c.isSpace(); }); };
    QCOMPARE(bare(kept), bare(page->article.text));
    const auto whole = html::plainText(html::sanitise(html));
    QVERIFY2(10 * letters <= 11 * bare(whole).size(),
             qPrintable(u"%1 of %2"_s.arg(letters).arg(bare(whole).size())));
}

void TestDissection::listsNothingThatABrowserDoesNotShow()
{
    const auto page = dissect(pageOf(pageHtml()));

    QVERIFY(page);
    for (const auto &part : page->parts) {
        QVERIFY(part.left != Left::Ignored);
        QVERIFY(!textOf(part).contains(u"nothing"_s));
        QVERIFY(!textOf(part).contains(u"color"_s));
        QVERIFY(textOf(part) != u"Close"_s);
    }
}

void TestDissection::showsAFileWithoutAPage()
{
    const SavedPage page{.content = SavedPage::Content::Story,
                         .html = u"<p>One.</p><ul><li>Two.</li></ul>"_s};

    const auto found = dissect(page);

    QVERIFY(found);
    QCOMPARE(found->parts.size(), 2);
    QVERIFY(found->site.isEmpty());
    QVERIFY(std::ranges::all_of(found->parts, [](const PagePart &part) {
        return part.left == Left::Kept && part.item < 0;
    }));
}

void TestDissection::holdsNoAddressOfOurOwn()
{
    const auto own = u"<p>%1 <a href=\"broadsheet:left-out/keep/2\">one</a> "
                     "<a href=\" BroadSheet:left-out/keep/2\">two</a> "
                     "<a href=\"&#98;roadsheet:copy\">three</a></p>"_s.arg(third);
    const auto html = u"<nav>"_s + own + u"</nav><article>"_s + own + u"<p>"_s + first
        + u"</p><p>"_s + second + u"</p></article><aside><div>"_s + own + u"</div></aside>"_s;

    const auto page = dissect(pageOf(html));

    QVERIFY(page);
    QVERIFY(page->parts.size() > 3);
    for (const auto &part : page->parts) {
        for (const auto &block : part.blocks)
            QVERIFY2(!block.html.toString().contains(u"broadsheet"_s, Qt::CaseInsensitive),
                     qPrintable(block.html.toString()));
    }
}

void TestDissection::isQuickOnLongPages()
{
    QString html = u"<article>"_s;
    for (int number = 0; html.size() < 2'000'000; ++number)
        html += u"<p>%1 %2</p><div class=\"share\"><a href=\"/%1\">Share %1</a></div>"_s.arg(
            QString::number(number), third);
    html += u"</article>"_s;
    QElapsedTimer timer;
    timer.start();
    const auto story = extract(pageOf(html));
    const auto plain = timer.restart();

    const auto page = dissect(pageOf(html));

    const auto whole = timer.elapsed();
    QVERIFY(story && page);
    QVERIFY(page->isCut);
    qInfo("2 MB: extracted in %lld ms, dissected in %lld ms", plain, whole);
    QVERIFY2(whole < 6 * plain + 2'000, qPrintable(QString::number(whole)));
}

QTEST_GUILESS_MAIN(TestDissection)
#include "tst_dissection.moc"
