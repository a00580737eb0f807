#include "html/document.h"
#include "page/quotation.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestQuotation : public QObject
{
    Q_OBJECT

private slots:
    void namesItsSource_data();
    void namesItsSource();
    void keepsParagraphs();
    void escapesWhatWasWritten();
    void isEmptyWithoutWords();
};

namespace {

Article ferry()
{
    return {.url = QUrl(u"https://gazette.example/ferry_(last)"_s),
            .title = u"The last ferry"_s,
            .authors = {{.name = u"Ada Holm"_s}, {.name = u"Ib Dahl"_s}},
            .language = u"en"_s,
            .site = u"The Harbour Gazette"_s};
}

Article german()
{
    auto article = ferry();
    article.language = u"de"_s;
    return article;
}

Article bare()
{
    return {.title = u"The last ferry"_s};
}

} // namespace

void TestQuotation::namesItsSource_data()
{
    QTest::addColumn<Article>("article");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("plain");

    QTest::newRow("everything known")
        << ferry() << u"It left  late."_s << u"4 December 2021"_s
        << u"“It left late.”\n— Ada Holm, Ib Dahl, “The last ferry”, The Harbour Gazette, "
           "4 December 2021, https://gazette.example/ferry_(last)"_s;
    QTest::newRow("the marks of its language")
        << german() << u"Zu spät."_s << QString()
        << u"„Zu spät.“\n— Ada Holm, Ib Dahl, „The last ferry“, The Harbour Gazette, "
           "https://gazette.example/ferry_(last)"_s;
    QTest::newRow("only a headline")
        << bare() << u"Late."_s << QString() << u"“Late.”\n— “The last ferry”"_s;
    QTest::newRow("hyphens that only lines need")
        << bare() << u"Late\u00adness."_s << QString() << u"“Lateness.”\n— “The last ferry”"_s;
    QTest::newRow("nothing known") << Article() << u"Late."_s << QString() << u"“Late.”"_s;
}

void TestQuotation::namesItsSource()
{
    QFETCH(Article, article);
    QFETCH(QString, words);
    QFETCH(QString, date);

    const auto quotation = page::quotation(article, words, date);

    QTEST(quotation.plain, "plain");
}

void TestQuotation::keepsParagraphs()
{
    const auto quotation = page::quotation(ferry(), u"One.\n\nTwo.\n"_s, {});

    QVERIFY(quotation.plain.startsWith(u"“One.\n\nTwo.”\n"_s));
    QVERIFY(quotation.html.startsWith(
        u"<blockquote cite=\"https://gazette.example/ferry_(last)\" lang=\"en\" dir=\"ltr\">"
        "<p>One.</p><p>Two.</p></blockquote>"_s));
    QCOMPARE(quotation.markdown,
             u"> One.\n>\n> Two.\n>\n> — Ada Holm, Ib Dahl, "
             "[“The last ferry”](https://gazette.example/ferry_%28last%29), "
             "The Harbour Gazette"_s);
}

void TestQuotation::escapesWhatWasWritten()
{
    auto article = ferry();
    article.title = u"a < b_c"_s;

    const auto quotation = page::quotation(article, u"# <script>1 *2*</script>"_s, {});

    QVERIFY2(quotation.html.contains("<p># &lt;script&gt;1 *2*&lt;/script&gt;</p>"_L1),
             qPrintable(quotation.html));
    QVERIFY(quotation.html.contains("a &lt; b_c"_L1));
    QVERIFY2(quotation.markdown.startsWith("> \\# \\<script\\>1 \\*2\\*"_L1),
             qPrintable(quotation.markdown));
    QVERIFY(quotation.markdown.contains("a \\< b\\_c"_L1));
}

void TestQuotation::isEmptyWithoutWords()
{
    QCOMPARE(page::quotation(ferry(), u" \n "_s, {}), page::Quotation());
}

QTEST_GUILESS_MAIN(TestQuotation)
#include "tst_quotation.moc"
