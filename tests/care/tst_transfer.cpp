#include "care/transfer.h"
#include "carecase.h"

// Backups leave the library with their pictures, and come back.
class TestTransfer : public CareCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void aBackupIsALibrary();
    void writesIntoANewFolderBesideOthers();
    void removesNothingThatIsNoBackup();
    void aBackupThatCannotBeWrittenLeavesNothing();
    void tellsWhatIsInABackup();
    void restoringCanBeTakenBack();
    void restoresPicturesThatAreGone();
    void refusesWhatIsNoBackup_data();
    void refusesWhatIsNoBackup();

private:
    [[nodiscard]] QString target(const QString &name) const { return m_away.filePath(name); }
    QTemporaryDir m_away;
};

void TestTransfer::aBackupIsALibrary()
{
    const auto id = add(fullStory());
    const auto path = target(u"taken away"_s);

    const auto made = transfer::backUp(folder(), path, start);

    QVERIFY(made);
    QCOMPARE(made->path, path);
    QCOMPARE(made->stories, 1);
    QCOMPARE(made->pictures, 1);
    QCOMPARE(made->missingPictures, 0);
    m_folder->remove(); // It stands alone.
    const auto library = Library::open(path, Library::Access::ReadWrite);
    QVERIFY(library);
    QCOMPARE((*library)->article(id)->article.text, fullStory().text);
    QCOMPARE(*(*library)->picture(fullStory().pictures.first().name), fullStory().pictures.first());
}

void TestTransfer::writesIntoANewFolderBesideOthers()
{
    add(story(u"One"_s));
    const auto path = target(u"shelf"_s);
    QDir().mkpath(path + u"/something else"_s);

    const auto made = transfer::backUp(folder(), path, start);

    QVERIFY(made);
    QVERIFY(made->path.startsWith(path + u"/broadsheet-2024"_s));
    QCOMPARE(QDir(path).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 2);
}

void TestTransfer::aBackupThatCannotBeWrittenLeavesNothing()
{
    add(story(u"One"_s));
    QFile blocking(target(u"file"_s));
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    blocking.close();

    const auto made = transfer::backUp(folder(), target(u"file/below"_s), start);

    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Storage);
    QVERIFY(QFileInfo(target(u"file"_s)).isFile());
}

void TestTransfer::tellsWhatIsInABackup()
{
    const auto first = add(story(u"One"_s));
    add(story(u"Two"_s));
    QVERIFY(m_library->setRead({first}, true, start));
    QVERIFY(m_library->setBookmarked({first}, true, start));
    const auto made = transfer::backUp(folder(), target(u"told"_s), start);
    QVERIFY(made);

    const auto contents = transfer::inspect(made->path, folder());

    QVERIFY(contents);
    QCOMPARE(contents->stories, 2);
    QCOMPARE(contents->unread, 1);
    QCOMPARE(contents->bookmarks, 1);
    QCOMPARE(contents->made, QDateTime(start.date(), QTime(7, 8, 9), Qt::UTC));
    QVERIFY(contents->bytes > 0);
}

void TestTransfer::restoringCanBeTakenBack()
{
    add(story(u"Old"_s));
    QVERIFY(transfer::backUp(folder(), target(u"old"_s), start));
    add(story(u"New"_s));
    end();

    const auto restored = transfer::restore(folder(), target(u"old"_s), start);

    QVERIFY(restored);
    reopen();
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"Old"_s});
    end();
    QVERIFY(transfer::restore(folder(), restored->keptAside, start.addSecs(60)));
    reopen();
    QCOMPARE(listed(StoryQuery::Scope::All), (QStringList{u"New"_s, u"Old"_s}));
}

void TestTransfer::restoresPicturesThatAreGone()
{
    add(fullStory());
    QVERIFY(transfer::backUp(folder(), target(u"pictured"_s), start));
    end();
    QVERIFY(QDir(libraryfiles::mediaIn(folder())).removeRecursively());

    QVERIFY(transfer::restore(folder(), target(u"pictured"_s), start));

    reopen();
    QCOMPARE(*m_library->picture(fullStory().pictures.first().name), fullStory().pictures.first());
}

void TestTransfer::refusesWhatIsNoBackup_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Error::Kind>("kind");

    QTest::newRow("nothing") << QByteArray() << Error::Kind::NotFound;
    QTest::newRow("a text") << "Dear diary, "_ba.repeated(1000) << Error::Kind::Malformed;
    QByteArray newer("SQLite format 3\0", 16);
    newer.resize(100, '\0');
    newer.replace(60, 4, QByteArray("\0\0\x7f\0", 4));
    newer.replace(68, 4, "BSht");
    QTest::newRow("a newer version") << newer << Error::Kind::Refused;
}

void TestTransfer::refusesWhatIsNoBackup()
{
    QFETCH(QByteArray, content);
    QFETCH(Error::Kind, kind);
    add(story(u"Kept"_s));
    end();
    const auto path = target(QString::fromLatin1(QTest::currentDataTag()));
    QDir().mkpath(path);
    if (!content.isEmpty()) {
        QFile file(path + u"/library.sqlite"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    const auto restored = transfer::restore(folder(), path, start);

    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, kind);
    reopen();
    QCOMPARE(listed(StoryQuery::Scope::All), QStringList{u"Kept"_s});
    QVERIFY(!QFileInfo::exists(backups::folderOf(folder())));
}

// A backup is written beside its place first, under a name that somebody may use.
void TestTransfer::removesNothingThatIsNoBackup()
{
    add(story(u"One"_s));
    const auto path = target(u"cupboard"_s);
    const auto kept = path + u".part/my own/diary"_s;
    QVERIFY(QDir().mkpath(kept));

    const auto refused = transfer::backUp(folder(), path, start);

    QVERIFY(!refused);
    QCOMPARE(refused.error().where, path + u".part"_s);
    QVERIFY(QDir(kept).exists());
    // What an earlier backup left half done is in nobody's way.
    QVERIFY(QDir(path + u".part"_s).removeRecursively());
    QVERIFY(QDir().mkpath(path + u".part/media/0a"_s));
    QVERIFY(transfer::backUp(folder(), path, start));
    QVERIFY(!QDir(path + u".part"_s).exists());
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
