#include "care/repair.h"
#include "carecase.h"
#include "library/feedstore.h"
#include "library/searchtable.h"

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace {

QString indexTable()
{
    return QString::fromStdString(searchtable::tableOf(searchtable::shardOf(ArticleId(1))))
        + u"_data"_s;
}

} // namespace

// What was damaged on purpose is mended, and what was there before is kept.
class TestRepair : public CareCase
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void leavesASoundLibraryAlone();
    void mendsRows_data();
    void mendsRows();
    void takesALostTextFromABackup();
    void keepsHeadlineAndExcerptOfALostText();
    void recoversAroundDamagedPages_data();
    void recoversAroundDamagedPages();
    void fillsFromTheNewestBackup();
    void putsABackupInPlaceOfWhatCannotBeRead();
    void recoversACutFile();
    void isRefusedWhileAnotherHasTheLibrary();

private:
    Result<repair::Report> mend()
    {
        end();
        return repair::run(folder(), start);
    }
    void backUp(const QDateTime &now) const
    {
        Database database(file(), Database::Access::ReadOnly);
        QVERIFY(backups::make(database, backups::folderOf(folder()), backups::Reason::Weekly, now));
    }
    [[nodiscard]] int readableTexts(int count) const
    {
        int readable = 0;
        for (int i = 0; i < count; ++i) {
            const auto stored = m_library->article(ArticleId(i + 1));
            readable += stored && stored->article.text == numbered(i).text ? 1 : 0;
        }
        return readable;
    }
};

void TestRepair::leavesASoundLibraryAlone()
{
    fill(5);
    end();
    QFile before(file());
    QVERIFY(before.open(QIODevice::ReadOnly));
    const auto content = before.readAll();

    const auto report = mend();

    QVERIFY(report);
    QCOMPARE(report->before, (integrity::Health{.stories = 5}));
    QCOMPARE(report->keptAside, QString());
    QFile after(file());
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), content);
    QVERIFY(!QFileInfo::exists(backups::folderOf(folder())));
}

void TestRepair::mendsRows_data()
{
    QTest::addColumn<QByteArray>("sql");

    QTest::newRow("totals") << "UPDATE totals SET unread = 7"_ba;
    QTest::newRow("no totals") << "DELETE FROM totals"_ba;
    QTest::newRow("counts of feeds") << "UPDATE feedCounts SET stories = 3"_ba;
    QTest::newRow("stray rows")
        << "INSERT INTO positions (article, block, quote, fraction) VALUES (99, 1, '', 0);"
           "INSERT INTO feedArticles VALUES (5, 1, 98)"_ba;
    QTest::newRow("a story's row is gone") << "DELETE FROM articles WHERE id = 3"_ba;
}

void TestRepair::mendsRows()
{
    QFETCH(QByteArray, sql);
    fill(5);
    QVERIFY(m_library->feeds().subscribe({{.url = QUrl(u"https://a.example/"_s)}}, start));
    end();
    execute(sql.constData());

    const auto report = mend();

    QVERIFY(report);
    QVERIFY(!report->before.isSound());
    QCOMPARE(report->after, (integrity::Health{.stories = 5}));
    QVERIFY(QFileInfo::exists(report->keptAside));
    reopen();
    QCOMPARE(m_library->counts()->all, 5);
    QCOMPARE(readableTexts(5), 5);
    QCOMPARE(m_library->headlines({.words = u"story"_s}, 9)->size(), 5);
}

void TestRepair::takesALostTextFromABackup()
{
    fill(5);
    backUp(start.addDays(-3));
    end();
    execute("UPDATE versions SET content = x'0011' WHERE article = 2");

    const auto report = mend();

    QVERIFY(report);
    QCOMPARE(report->fromBackup, QStringList{u"Story 1"_s});
    QVERIFY(report->after.isSound());
    reopen();
    QCOMPARE(readableTexts(5), 5);
}

void TestRepair::keepsHeadlineAndExcerptOfALostText()
{
    fill(5);
    end();
    execute("DELETE FROM versions WHERE article = 2");

    const auto report = mend();

    QVERIFY(report);
    QCOMPARE(report->shortened, QStringList{u"Story 1"_s});
    QVERIFY(report->after.isSound());
    reopen();
    const auto left = m_library->article(ArticleId(2));
    QVERIFY(left);
    QVERIFY(numbered(1).text.startsWith(left->article.text.left(100)));
    QVERIFY(!left->article.text.isEmpty());
    QCOMPARE(readableTexts(5), 4);
}

void TestRepair::recoversAroundDamagedPages_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("allTexts"); // Are there afterwards.

    QTest::newRow("a leaf of the texts") << u"versions"_s << u"leaf"_s << false;
    QTest::newRow("a leaf of the lists") << u"articles"_s << u"leaf"_s << true;
    QTest::newRow("what leads to the lists") << u"articles"_s << u"internal"_s << true;
    QTest::newRow("an index") << u"articlesByPlace"_s << u"leaf"_s << true;
    QTest::newRow("what stories are known by") << u"newStoryKeys"_s << u"leaf"_s << true;
    QTest::newRow("the index of words") << indexTable() << u"leaf"_s << true;
    QTest::newRow("the journal") << u"journal"_s << u"leaf"_s << true;
    QTest::newRow("a table without ids") << u"care"_s << u"leaf"_s << true;
}

void TestRepair::recoversAroundDamagedPages()
{
    QFETCH(QString, table);
    QFETCH(QString, type);
    QFETCH(bool, allTexts);
    constexpr int count = 300;
    fill(count);
    end();
    const auto pages = pagesOf(table, type);
    QVERIFY(!pages.isEmpty());
    damage(pages.at(pages.size() / 2));

    const auto report = mend();

    QVERIFY(report);
    QVERIFY(report->isNewFile);
    QVERIFY(QFileInfo::exists(report->keptAside));
    QCOMPARE(report->after.findings, QList<integrity::Finding>());
    reopen();
    QCOMPARE(m_library->counts()->all, count);
    const auto texts = readableTexts(count);
    if (allTexts)
        QCOMPARE(texts, count);
    else
        QVERIFY2(texts < count && texts > count - 30, qPrintable(QString::number(texts)));
    QCOMPARE(report->shortened.size(), count - texts);
    QCOMPARE(m_library->headlines({.words = u"story"_s}, count + 9)->size(), count);
    // What is there is known again; a new story gets a number of its own.
    QCOMPARE(add(numbered(7)), ArticleId(8));
    QCOMPARE(add(story(u"New"_s)), ArticleId(count + 1));
}

void TestRepair::fillsFromTheNewestBackup()
{
    constexpr int count = 300;
    fill(count);
    backUp(start.addDays(-1));
    end();
    const auto texts = pagesOf(u"versions"_s, u"leaf"_s);
    const auto lists = pagesOf(u"articles"_s, u"leaf"_s);
    damage(texts.at(2));
    damage(texts.last());
    damage(lists.at(0));

    const auto report = mend();

    QVERIFY(report);
    QVERIFY(report->rowsFromBackup > 0);
    QCOMPARE(report->shortened, QStringList());
    QVERIFY(report->after.isSound());
    reopen();
    QCOMPARE(readableTexts(count), count);
}

void TestRepair::putsABackupInPlaceOfWhatCannotBeRead()
{
    fill(20);
    backUp(start.addDays(-1));
    end();
    damage(1);

    const auto report = mend();

    QVERIFY(report);
    QCOMPARE(report->replacedBy.date(), start.addDays(-1).date());
    QVERIFY(QFileInfo::exists(report->keptAside));
    reopen();
    QCOMPARE(readableTexts(20), 20);
}

// As a full disk or a broken copy leaves it. SQLite opens no file that is shorter than it says.
void TestRepair::recoversACutFile()
{
    constexpr int count = 60;
    fill(count);
    end();
    QFile cut(file());
    QVERIFY(cut.resize(cut.size() * 2 / 3));

    const auto report = mend();

    QVERIFY(report);
    QVERIFY(report->isNewFile);
    QVERIFY(report->after.isSound());
    QVERIFY(QFileInfo::exists(report->keptAside));
    reopen();
    QVERIFY(readableTexts(count) > 0);
}

void TestRepair::isRefusedWhileAnotherHasTheLibrary()
{
    fill(1);
    end();
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const auto child = ::fork();
    if (child == 0) {
        const auto library
            = Library::open(folder(), Library::Access::ReadWrite, LibraryLock::Tenure::Lasting);
        [[maybe_unused]] const auto told = ::write(ends[1], "y", 1);
        ::pause();
    }
    char word = 0;
    QCOMPARE(::read(ends[0], &word, 1), ssize_t(1));

    const auto report = repair::run(folder(), start);

    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, Error::Kind::InUse);
}

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
