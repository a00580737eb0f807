#include "page/page.h"
#include "page/widow.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestWidow : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheLastWordsTogether_data();
    void keepsTheLastWordsTogether();
    void leavesFilesTheirHeadline();
};

void TestWidow::keepsTheLastWordsTogether_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("kept"); // With a low line for the space that breaks nowhere.

    const auto row = [](const char *name, const QString &headline, const QString &kept) {
        QTest::newRow(name) << headline << kept;
    };
    row("a short word", u"The ferry that runs on the tide"_s, u"The ferry that runs on the_tide"_s);
    row("few words", u"The slow boat"_s, u"The slow boat"_s);
    row("too long for a narrow view", u"What happens in extraordinary circumstances"_s,
        u"What happens in extraordinary circumstances"_s);
    row("one word", u"Ferry"_s, u"Ferry"_s);
    row("a space at the end", u"The ferry that runs "_s, u"The ferry that runs_"_s);
    row("without spaces", u"風を待つ郵便"_s, u"風を待つ郵便"_s);
    row("nothing", QString(), QString());
}

void TestWidow::keepsTheLastWordsTogether()
{
    QFETCH(QString, headline);

    QTEST(page::withoutWidow(headline).replace(QChar::Nbsp, u'_'), "kept");
}

void TestWidow::leavesFilesTheirHeadline()
{
    const Article article{.title = u"The ferry that runs on the tide"_s, .text = u"Words."_s};

    QVERIFY(page::story(article, {}).contains(u"on the\u00a0tide"_s));
    QVERIFY(page::story(article, {.place = page::Context::Place::File}).contains(article.title));
}

QTEST_GUILESS_MAIN(TestWidow)
#include "tst_widow.moc"
