#include "librarycase.h"

using namespace Qt::StringLiterals;

// Where reading stopped, and what lists know of it.
class TestPositions : public LibraryCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void keepsAllOfAPosition();
    void tellsHowFarAStoryIsRead_data();
    void tellsHowFarAStoryIsRead();
    void staysFinished_data();
    void staysFinished();
    void isReadAnewOnceMarkedAsUnread();
    void goesOnAtTheBeginningOfAFinishedStory();
    void announcesProgressByTheStep_data();
    void announcesProgressByTheStep();
};

void TestPositions::keepsAllOfAPosition()
{
    const auto id = add(story(u"One"_s));
    const ReadingPosition position{.block = 7,
                                   .quote = u"The boat left late."_s,
                                   .fraction = 0.25,
                                   .before = u"Nobody came. "_s,
                                   .after = u" And so it went on."_s};

    QVERIFY(m_library->setPosition(id, position, minute(3)));

    QCOMPARE(m_library->article(id)->position, position);
    reopen();
    QCOMPARE(m_library->article(id)->position, position);
}

void TestPositions::tellsHowFarAStoryIsRead_data()
{
    QTest::addColumn<bool>("read");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<double>("progress");

    QTest::newRow("not begun") << true << 0.0 << 0.0;
    QTest::newRow("hardly begun") << true << 0.02 << 0.0;
    QTest::newRow("begun") << true << 0.4 << 0.4;
    QTest::newRow("finished") << true << 1.0 << 0.0;
    QTest::newRow("marked as unread") << false << 0.4 << 0.0;
}

void TestPositions::tellsHowFarAStoryIsRead()
{
    QFETCH(bool, read);
    QFETCH(double, fraction);
    const auto id = add(story(u"One"_s));
    QVERIFY(m_library->setOpened(id, minute(2)));
    QVERIFY(m_library->setPosition(id, {.block = 2, .fraction = fraction}, minute(3)));

    if (!read)
        QVERIFY(m_library->setRead({id}, false, minute(4)));

    QTEST(m_library->headline(id)->progress, "progress");
    QTEST(m_library->headlines({}, 1)->first().progress, "progress");
}

void TestPositions::staysFinished_data()
{
    QTest::addColumn<double>("fraction");

    QTest::newRow("a line back") << 0.95;
    QTest::newRow("to a word that was looked for") << 0.65;
    QTest::newRow("a long way back") << 0.2;
    QTest::newRow("to the beginning") << 0.0;
}

void TestPositions::staysFinished()
{
    QFETCH(double, fraction);
    const auto id = add(story(u"One"_s));
    QVERIFY(m_library->setOpened(id, minute(2)));
    QVERIFY(m_library->setPosition(id, {.block = 9, .fraction = 1.0}, minute(3)));

    QVERIFY(m_library->setPosition(id, {.block = 2, .fraction = fraction}, minute(4)));
    QVERIFY(m_library->setOpened(id, minute(5)));
    QVERIFY(m_library->setPosition(id, {.block = 5, .fraction = 0.5}, minute(6)));

    QCOMPARE(m_library->headline(id)->progress, 0.0);
    QCOMPARE(m_library->position(id)->block, 5);
}

void TestPositions::isReadAnewOnceMarkedAsUnread()
{
    const auto id = add(story(u"One"_s));
    QVERIFY(m_library->setOpened(id, minute(2)));
    QVERIFY(m_library->setPosition(id, {.block = 9, .fraction = 1.0}, minute(3)));
    QVERIFY(m_library->setRead({id}, false, minute(4)));

    QVERIFY(m_library->setOpened(id, minute(5)));
    QVERIFY(m_library->setPosition(id, {.block = 2, .fraction = 0.4}, minute(6)));

    QCOMPARE(m_library->headline(id)->progress, 0.4);
}

void TestPositions::goesOnAtTheBeginningOfAFinishedStory()
{
    const auto id = add(story(u"One"_s));
    QVERIFY(m_library->setOpened(id, minute(2)));
    QVERIFY(m_library->setPosition(id, {.block = 9, .fraction = 1.0}, minute(3)));

    QVERIFY(m_library->setPosition(id, {}, minute(4)));

    QCOMPARE(*m_library->position(id), ReadingPosition());
    QCOMPARE(m_library->article(id)->position, ReadingPosition());
    QCOMPARE(m_library->headline(id)->progress, 0.0);
}

void TestPositions::announcesProgressByTheStep_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<bool>("announced");

    QTest::newRow("begun") << 0.0 << 0.2 << true;
    QTest::newRow("a line further") << 0.21 << 0.22 << false;
    QTest::newRow("a screen further") << 0.21 << 0.31 << true;
    QTest::newRow("back") << 0.31 << 0.21 << true;
    QTest::newRow("finished") << 0.9 << 1.0 << true;
    QTest::newRow("still finished") << 1.0 << 0.99 << false;
}

void TestPositions::announcesProgressByTheStep()
{
    QFETCH(double, from);
    QFETCH(double, to);
    const auto id = add(story(u"One"_s));
    QVERIFY(m_library->setOpened(id, minute(2)));
    QVERIFY(m_library->setPosition(id, {.block = 2, .fraction = from}, minute(3)));

    const auto change = m_library->setPosition(id, {.block = 3, .fraction = to}, minute(4));

    QVERIFY(change);
    QTEST(!change->isEmpty(), "announced");
}

QTEST_GUILESS_MAIN(TestPositions)
#include "tst_positions.moc"
