#include "text/credits.h"

#include <QTest>

using namespace Qt::StringLiterals;

class SourceLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsRelatedTitles_data();
    void readsRelatedTitles();
    void knowsRelatedHeadings_data();
    void knowsRelatedHeadings();
    void readsSourceLines_data();
    void readsSourceLines();
    void mendsAddresses_data();
    void mendsAddresses();
};

namespace {

void pairRow(const QString &written, const QString &expected)
{
    QTest::addRow("%s", qUtf8Printable(written)) << written << expected;
}

} // namespace

void SourceLinesTest::readsRelatedTitles_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const auto title = u"A Title of Another Story"_s;
    for (const auto &label : {u"Related article:"_s,   u"Related:"_s,        u"RELATED STORY:"_s,
                              u"Read also:"_s,         u"See also:"_s,       u"Read more:"_s,
                              u"READ MORE |"_s,        u"Lesen Sie auch:"_s, u"Mehr zum Thema:"_s,
                              u"À lire aussi :"_s,     u"Lire aussi :"_s,    u"Lea también:"_s,
                              u"Leggi anche:"_s,       u"Leia também:"_s,    u"Lees ook:"_s,
                              u"Läs också:"_s,         u"Læs også:"_s,       u"Les også:"_s,
                              u"Lue myös:"_s,          u"Czytaj też:"_s,     u"Čtěte také:"_s,
                              u"Olvassa el ezt is:"_s, u"Citește și:"_s,     u"İlgili haber:"_s,
                              u"Читайте также:"_s,     u"Читайте також:"_s,  u"Διαβάστε επίσης:"_s,
                              u"اقرأ أيضاً:"_s,         u"بیشتر بخوانید:"_s,  u"קראו גם:"_s,
                              u"यह भी पढ़ें:"_s,          u"相关阅读："_s,      u"相關閱讀："_s,
                              u"関連記事："_s,         u"관련 기사:"_s,      u"Baca juga:"_s,
                              u"Xem thêm:"_s}) {

        pairRow(label + u' ' + title, title);
    }
    pairRow(u"- **Related:** [A Title](https://a.example)"_s, u"A Title"_s);
    pairRow(u"【相关阅读】一片茶叶的旅程"_s, u"一片茶叶的旅程"_s);
    pairRow(u"[관련기사] 새 부두"_s, u"새 부두"_s);
    pairRow(u"Related: Related: A Title"_s, u"A Title"_s);
    pairRow(u"Related article: Read also: A Title"_s, u"A Title"_s);
    pairRow(u"Related: Background: who pays"_s, u"Background: who pays"_s);
    pairRow(u"Related:"_s, u""_s);
    pairRow(u"Related parties met on Tuesday: nobody spoke"_s, u""_s);
    pairRow(u"Warning: A Title"_s, u""_s);
    pairRow(u"Read more"_s, u""_s);
    pairRow(u""_s, u""_s);
}

void SourceLinesTest::readsRelatedTitles()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(text::relatedTitle(written), expected);
}

void SourceLinesTest::knowsRelatedHeadings_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("expected");
    const auto row = [](const QString &line, bool expected) {
        QTest::addRow("%s", qUtf8Printable(line)) << line << expected;
    };
    row(u"More on this story"_s, true);
    row(u"Related articles:"_s, true);
    row(u"## Related stories"_s, true);
    row(u"**Mehr zum Thema**"_s, true);
    row(u"Sur le même sujet"_s, true);
    row(u"Материалы по теме"_s, true);
    row(u"関連記事"_s, true);
    row(u"【关联】"_s, false);
    row(u"Related: A Title"_s, false);
    row(u"More"_s, false);
    row(u"Background"_s, false);
    row(u"The story of the related articles"_s, false);
}

void SourceLinesTest::knowsRelatedHeadings()
{
    QFETCH(QString, line);
    QFETCH(bool, expected);
    QCOMPARE(text::isRelatedHeading(line), expected);
}

void SourceLinesTest::readsSourceLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("found");
    QTest::addColumn<QString>("rest");
    const auto row = [](const QString &line, bool found, const QString &rest) {
        QTest::addRow("%s", qUtf8Printable(line)) << line << found << rest;
    };
    row(u"Original url:"_s, true, u""_s);
    row(u"Original url: https://a.example/b"_s, true, u"https://a.example/b"_s);
    row(u"Source: https://a.exam ple/b"_s, true, u"https://a.exam ple/b"_s);
    row(u"Quelle: http://a.example"_s, true, u"http://a.example"_s);
    row(u"URL Source: http://a.example"_s, true, u"http://a.example"_s);
    row(u"URL:"_s, true, u""_s);
    row(u"Источник: https://a.example"_s, true, u"https://a.example"_s);
    row(u"المصدر: https://a.example"_s, true, u"https://a.example"_s);
    row(u"原文链接：https://a.example"_s, true, u"https://a.example"_s);
    row(u"Source: Reuters"_s, false, u""_s);
    row(u"Source"_s, false, u""_s);
    row(u"A source: https://a.example"_s, false, u""_s);
    row(u"https://a.example"_s, false, u""_s);
}

void SourceLinesTest::readsSourceLines()
{
    QFETCH(QString, line);
    QFETCH(bool, found);
    QFETCH(QString, rest);
    const auto source = text::sourceLine(line);
    QCOMPARE(source.has_value(), found);
    if (source)
        QCOMPARE(source->rest, rest);
}

void SourceLinesTest::mendsAddresses_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    pairRow(u"https://a.example/b"_s, u"https://a.example/b"_s);
    pairRow(u"http://a.example/2025/04/09/shehui/1 0086231.shtml"_s,
            u"http://a.example/2025/04/09/shehui/10086231.shtml"_s);
    pairRow(u"https://a.example/one-\ntwo-\n three.html"_s,
            u"https://a.example/one-two-three.html"_s);
    pairRow(u"<https://a.example/b>"_s, u"https://a.example/b"_s);
    pairRow(u"ht tps://a.example/b"_s, u"https://a.example/b"_s);
    pairRow(u"(https://a.example/b)"_s, u"https://a.example/b"_s);
    pairRow(u"https://a.example/b_(c)"_s, u"https://a.example/b_(c)"_s);
    pairRow(u"ftp://a.example/b"_s, u""_s);
    pairRow(u"no address"_s, u""_s);
    pairRow(u"https://"_s, u""_s);
    pairRow(u""_s, u""_s);
}

void SourceLinesTest::mendsAddresses()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(text::mendedAddress(written), expected);
}

QTEST_GUILESS_MAIN(SourceLinesTest)
#include "tst_sourcelines.moc"
