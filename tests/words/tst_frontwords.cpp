#include "words/frontwords.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFrontWords : public QObject
{
    Q_OBJECT

private slots:
    void offersWhatCanBeDone_data();
    void offersWhatCanBeDone();
    void countsWhatHasCome_data();
    void countsWhatHasCome();
};

void TestFrontWords::offersWhatCanBeDone_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<int>("feeds");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("deeds");

    QTest::newRow("all read") << 9 << 2 << u"You have read everything"_s
                              << QStringList{u"refresh"_s, u"subscribe"_s, u"all"_s};
    QTest::newRow("files alone") << 9 << 0 << u"You have read everything"_s
                                 << QStringList{u"subscribe"_s, u"all"_s};
    QTest::newRow("feeds that told nothing yet")
        << 0 << 2 << u"No stories yet"_s << QStringList{u"refresh"_s, u"subscribe"_s};
    QTest::newRow("nothing") << 0 << 0 << u"No stories yet"_s << QStringList{u"subscribe"_s};
}

void TestFrontWords::offersWhatCanBeDone()
{
    QFETCH(int, stories);
    QFETCH(int, feeds);

    const auto page = frontwords::page({.stories = stories, .feeds = feeds},
                                       QDateTime::currentDateTime(), QLocale::c());

    QStringList deeds;
    for (const auto &deed : page.deeds)
        deeds << deed.address.section(u'/', -1);
    QTEST(deeds, "deeds");
    QTEST(page.emptyTitle, "title");
    // No word of what is not offered.
    QCOMPARE(page.emptyText.contains(u"F5"_s), feeds > 0);
}

void TestFrontWords::countsWhatHasCome_data()
{
    QTest::addColumn<int>("stories");
    QTest::addColumn<QString>("words");

    QTest::newRow("one") << 1 << u"One new story"_s;
    QTest::newRow("some") << 12 << u"12 new stories"_s;
    QTest::newRow("more than are counted") << 1000 << u"More than 999 new stories"_s;
}

void TestFrontWords::countsWhatHasCome()
{
    QFETCH(int, stories);

    QTEST(frontwords::newStories(stories, QLocale::c()), "words");
}

QTEST_GUILESS_MAIN(TestFrontWords)
#include "tst_frontwords.moc"
