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
    QTest::addColumn<QString>("together");

    QTest::newRow("a short word") << u"The ferry that runs on the tide"_s << u"the tide"_s;
    QTest::newRow("few words") << u"The slow boat"_s << QString();
    QTest::newRow("too long for a narrow view")
        << u"What happens in extraordinary circumstances"_s << QString();
    QTest::newRow("one word") << u"Ferry"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("without spaces") << u"風を待つ郵便"_s << QString();
    QTest::newRow("other letters") << u"آخر حرّاس المنارة إلى البحر"_s << QString();
}

void TestWidow::keepsTheLastWordsTogether()
{
    QFETCH(QString, headline);

    QTEST(headline.mid(page::lastWords(headline)), "together");
}

void TestWidow::leavesFilesTheirHeadline()
{
    const Article article{.title = u"The ferry that runs on the tide"_s};

    QVERIFY(page::story(article, {.place = page::Context::Place::Program})
                .contains(u"on <span class=\"last\">the tide</span></h1>"_s));
    QVERIFY(page::story(article, {.place = page::Context::Place::File})
                .contains(u"on the tide</h1>"_s));
}

QTEST_GUILESS_MAIN(TestWidow)
#include "tst_widow.moc"
