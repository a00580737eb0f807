#include "care/freeing.h"
#include "care/librarysize.h"
#include "care/unusedmedia.h"
#include "carecase.h"

// What takes room is told, and what nobody needs is freed: nothing else.
class TestLibrarySize : public CareCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void addsUpToWhatIsOnTheDisk();
    void namesTheBiggest();
    void freesOlderVersions();
    void freesPagesAfterRemoval();
    void keepsPicturesThatABackupNames();
    void removesPicturesThatNobodyNames();

private:
    [[nodiscard]] LibrarySize measured(const QDateTime &now = start) const
    {
        const auto size = librarysize::measure(folder(), now);
        return size ? *size : LibrarySize();
    }
    void backUp() const
    {
        Database database(file(), Database::Access::ReadOnly);
        QVERIFY(backups::make(database, backups::folderOf(folder()), {}, start));
    }
    static QDateTime later()
    {
        return QDateTime::currentDateTimeUtc().addDays(100); // The files are of today.
    }
};

void TestLibrarySize::addsUpToWhatIsOnTheDisk()
{
    fill(100);
    add(fullStory());
    backUp();
    end();

    const auto size = measured();

    QCOMPARE(size.total() - size.pictures - size.backups - size.log, QFileInfo(file()).size());
    QVERIFY(!size.estimated);
    QVERIFY(size.texts > 0 && size.index > 0 && size.lists > 0 && size.journal > 0);
    QCOMPARE(size.pictures, fullStory().pictures.first().bytes.size());
    QVERIFY(size.backups > 100'000);
}

void TestLibrarySize::namesTheBiggest()
{
    for (int i = 0; i < 6; ++i) {
        auto article = numbered(i);
        article.site = i < 4 ? u"The Long Paper"_s : u"Short Notes"_s;
        add(article);
    }

    const auto size = measured();

    QCOMPARE(size.biggest.size(), 2);
    QCOMPARE(size.biggest.first().title, u"The Long Paper"_s);
    QCOMPARE(size.biggest.first().stories, 4);
    QVERIFY(size.biggest.first().bytes > size.biggest.last().bytes);
}

void TestLibrarySize::freesOlderVersions()
{
    for (int version = 0; version < 6; ++version) {
        auto article = numbered(0);
        article.text += u" It was changed %1 times."_s.arg(version);
        add(article, Library::Occasion::Opened);
    }
    fill(3);
    QCOMPARE(measured().versions.count, 5);
    const auto before = measured();

    const auto freed = freeing::run(folder(), {.olderVersions = true}, start);

    QVERIFY(freed);
    const auto after = measured();
    QCOMPARE(after.versions, LibrarySize::Freeable());
    QVERIFY(after.olderVersions < before.olderVersions && after.olderVersions > 0);
    QVERIFY(m_library->article(ArticleId(1))->article.text.endsWith(u"changed 5 times."_s)
            || m_library->article(ArticleId(1))->article.text == numbered(0).text);
}

void TestLibrarySize::freesPagesAfterRemoval()
{
    fill(300);
    end();
    execute("DELETE FROM versions WHERE article > 10");
    const auto before = QFileInfo(file()).size();
    QVERIFY(measured().freePages > before / 10);

    const auto freed = freeing::run(folder(), {}, start);

    QVERIFY(freed);
    QVERIFY(*freed > before / 10);
    QCOMPARE(QFileInfo(file()).size(), before - *freed);
    QCOMPARE(measured().freePages, 0);
}

void TestLibrarySize::keepsPicturesThatABackupNames()
{
    add(fullStory());
    backUp();
    end();
    execute("DELETE FROM articlePictures; DELETE FROM pictures");
    QCOMPARE(measured(later()).unusedPictures, LibrarySize::Freeable());

    QVERIFY(freeing::run(folder(), {.unusedPictures = true}, later()));

    QCOMPARE(measured().pictures, fullStory().pictures.first().bytes.size());
}

void TestLibrarySize::removesPicturesThatNobodyNames()
{
    add(fullStory());
    auto other = story(u"Another"_s);
    other.pictures = {pictureOf("a pier"_ba)};
    add(other);
    end();
    execute("DELETE FROM articlePictures WHERE article = 1; DELETE FROM pictures WHERE hash NOT IN "
            "(SELECT picture FROM articlePictures)");
    // Not before some time has passed.
    QVERIFY(freeing::run(folder(), {.unusedPictures = true}, QDateTime::currentDateTimeUtc()));
    QCOMPARE(measured().pictures, qint64(qstrlen("lighthouse") + qstrlen("a pier")));
    QCOMPARE(measured(later()).unusedPictures.count, 1);

    // Nor on the word of a clock that has just leapt ahead.
    QVERIFY(freeing::run(folder(), {.unusedPictures = true}, later()));
    QCOMPARE(measured().pictures, qint64(qstrlen("lighthouse") + qstrlen("a pier")));

    QVERIFY(freeing::run(folder(), {.unusedPictures = true}, later().addDays(2)));

    QCOMPARE(measured().pictures, qint64(qstrlen("a pier")));
    reopen();
    QVERIFY(m_library->picture(other.pictures.first().name));
}

QTEST_GUILESS_MAIN(TestLibrarySize)
#include "tst_librarysize.moc"
