#include "extraction/evidence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using extraction::Evidence;
using extraction::Hint;

class TestEvidence : public QObject
{
    Q_OBJECT

private slots:
    void readsClassNames_data();
    void readsClassNames();
};

void TestEvidence::readsClassNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Evidence>("found");

    QTest::newRow("two words joined") << u"entry-content"_s << Evidence(Hint::Body);
    QTest::newRow("camel case") << u"articleBody"_s << Evidence(Hint::Body);
    QTest::newRow("two classes are no word") << u"entry content"_s << Evidence();
    QTest::newRow("asks to act") << u"post-cta"_s << (Evidence(Hint::Post) | Hint::Action);
    QTest::newRow("box of a page builder") << u"builder-widget cmp-text"_s << Evidence();
    QTest::newRow("a number after the word") << u"ad-2 ad3"_s << Evidence(Hint::Advertisement);
    QTest::newRow("drawn by chance") << u"element-ad0e60e"_s << Evidence();
    QTest::newRow("begins with a digit") << u"w-node-3ad9"_s << Evidence();
    QTest::newRow("parts of an identifier")
        << u"c373a0d78-5309-4612-0abc-a-4d-0544ac34aba0"_s << Evidence();
    QTest::newRow("a size") << u"col300x250ad"_s << Evidence();
}

void TestEvidence::readsClassNames()
{
    QFETCH(QString, name);
    QFETCH(Evidence, found);

    QCOMPARE(extraction::evidenceIn(name), found);
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
