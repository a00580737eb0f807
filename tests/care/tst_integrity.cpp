#include "care/integrity.h"
#include "carecase.h"

// What is wrong with a library is seen, and looking changes nothing.
class TestIntegrity : public CareCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void isContentWithASoundLibrary_data();
    void isContentWithASoundLibrary();
    void seesWhatIsWrong_data();
    void seesWhatIsWrong();
    void seesDamagedPages();
    void seesMissingPictures();
    void seesAnEmptiedFile();
    void seesWhatIsNoLibrary();
    void stopsWhenAsked();
};

using integrity::Depth;
using Kind = integrity::Finding::Kind;

void TestIntegrity::isContentWithASoundLibrary_data()
{
    QTest::addColumn<bool>("open");
    QTest::addColumn<int>("stories");

    QTest::newRow("empty") << false << 0;
    QTest::newRow("closed") << false << 20;
    QTest::newRow("while it is open") << true << 20;
}

void TestIntegrity::isContentWithASoundLibrary()
{
    QFETCH(bool, open);
    QFETCH(int, stories);
    fill(stories);
    if (stories > 0) {
        add(fullStory());
        QVERIFY(m_library->remove({ArticleId(1)}, start));
    }
    if (!open)
        end();

    for (const auto depth : {Depth::Quick, Depth::Full}) {
        const auto health = integrity::examine(folder(), depth);

        QVERIFY(health);
        QCOMPARE(health->findings, QList<integrity::Finding>());
        QCOMPARE(health->stories, stories);
    }
}

void TestIntegrity::seesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("count");

    QTest::newRow("totals") << "UPDATE totals SET unread = 7"_ba << Kind::WrongCounts << 1;
    QTest::newRow("no totals") << "DELETE FROM totals"_ba << Kind::WrongCounts << 1;
    QTest::newRow("counts of feeds")
        << "INSERT INTO feeds (urlKey, url, title) VALUES ('a', 'a', 'A');"
           "UPDATE feedCounts SET stories = 3"_ba
        << Kind::WrongFeedCounts << 1;
    QTest::newRow("stories without text")
        << "DELETE FROM versions WHERE article IN (2, 3)"_ba << Kind::StoriesWithoutText << 2;
    QTest::newRow("a text that cannot be read")
        << "UPDATE versions SET content = x'00112233' WHERE article = 2"_ba
        << Kind::StoriesWithoutText << 1;
    QTest::newRow("stray rows")
        << "INSERT INTO positions (article, block, quote, fraction) VALUES (99, 1, '', 0);"
           "INSERT INTO feedArticles VALUES (5, 1, 98)"_ba
        << Kind::StrayRows << 2;
    QTest::newRow("keys of no story") << "INSERT INTO newStoryKeys VALUES (1, 99), (2, 99);"
                                         "INSERT INTO storyKeys VALUES (3, 98)"_ba
                                      << Kind::StrayRows << 3;
    QTest::newRow("stories without keys")
        << "DELETE FROM newStoryKeys WHERE article = 2 OR article = 4 AND key < 0"_ba
        << Kind::UnknownStories << 2;
}

void TestIntegrity::seesWhatIsWrong()
{
    QFETCH(QByteArray, sql);
    QFETCH(Kind, kind);
    QFETCH(int, count);
    fill(5);
    end();
    execute(sql.constData());

    const auto health = integrity::examine(folder(), Depth::Full);

    QVERIFY(health);
    QVERIFY(health->has(kind));
    const auto found = std::ranges::find(health->findings, kind, &integrity::Finding::kind);
    QCOMPARE(found->count, count);
}

void TestIntegrity::seesDamagedPages()
{
    fill(200);
    end();
    damage(pagesOf(u"versions"_s, u"leaf"_s).at(3));

    for (const auto depth : {Depth::Quick, Depth::Full}) {
        const auto health = integrity::examine(folder(), depth);

        QVERIFY(health);
        QVERIFY(health->has(Kind::DamagedFile));
    }
}

void TestIntegrity::seesMissingPictures()
{
    add(fullStory());
    const auto hash
        = QByteArray::fromHex(fullStory().pictures.first().name.section(u':', 1).toLatin1());
    QVERIFY(QFile::remove(libraryfiles::pictureFile(libraryfiles::mediaIn(folder()), hash)));

    const auto health = integrity::examine(folder(), Depth::Full);

    QVERIFY(health);
    QCOMPARE(health->findings,
             (QList<integrity::Finding>{{.kind = Kind::MissingPictures, .count = 1}}));
}

void TestIntegrity::seesAnEmptiedFile()
{
    fill(5);
    end();
    QVERIFY(QFile::resize(libraryfiles::fileIn(folder()), 0));

    const auto health = integrity::examine(folder(), Depth::Quick);

    QVERIFY(health);
    QVERIFY(health->has(Kind::NotALibrary));
}

void TestIntegrity::seesWhatIsNoLibrary()
{
    end();
    damage(1);
    const auto health = integrity::examine(folder(), Depth::Quick);
    QVERIFY(health);
    QVERIFY(health->has(Kind::NotALibrary));

    const auto none = integrity::examine(folder() + u"/none"_s, Depth::Quick);
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::NotFound);
}

void TestIntegrity::stopsWhenAsked()
{
    fill(300);
    std::stop_source source;
    source.request_stop();

    const auto health = integrity::examine(folder(), Depth::Full, source.get_token());

    QVERIFY(!health);
    QCOMPARE(health.error().kind, Error::Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_integrity.moc"
