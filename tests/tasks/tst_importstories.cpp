#include "support/storyfiles.h"
#include "tasks/importstories.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// Folders of saved files taken into a real library.
class TestImportStories : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void takesMixedFilesAndTellsOfTheRest();
    void countsWhatIsThereAlready();
    void isUndoneInOneStep();
    void keepsWhatIsInWhenCancelled();
    void tellsOfAnEmptyFolder();
    void endsWhenTheLibraryCannotBeWritten();

private:
    ImportReport import(const QStringList &paths) const;
    [[nodiscard]] int inLibrary() const;

    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<SharedLibrary> m_library;
};

void TestImportStories::init()
{
    m_library.reset();
    m_place = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<QTemporaryDir>();
    m_library = std::make_unique<SharedLibrary>(m_place->path());
}

ImportReport TestImportStories::import(const QStringList &paths) const
{
    ImportStories task(*m_library);
    ImportReport report;
    auto done = false;
    connect(&task, &ImportStories::finished, this, [&](const ImportReport &told) {
        report = told;
        done = true;
    });
    task.import(paths);
    if (!QTest::qWaitFor([&] { return done; }, 30'000))
        qFatal("the import does not end");
    return report;
}

int TestImportStories::inLibrary() const
{
    auto all = -1;
    m_library->read([](Library &library) { return library.counts(); }, this,
                    [&](const Result<StoryCounts> &counts) { all = counts->all; });
    if (!QTest::qWaitFor([&] { return all >= 0; }))
        qFatal("the library does not answer");
    return all;
}

void TestImportStories::takesMixedFilesAndTellsOfTheRest()
{
    const auto folder = m_files->path();
    support::writeFile(folder, u"one.txt"_s, support::storyText(1));
    support::writeFile(folder, u"below/two.txt"_s, support::storyText(2));
    support::writeFile(folder, u"one_files/frame.html"_s, "<p>An advertisement in a frame.</p>");
    support::writeFile(folder, u"photo.jpg"_s, "\xff\xd8\xff");
    const auto empty = support::writeFile(folder, u"nothing.txt"_s, "");
    const auto rtf = support::writeFile(folder, u"letter.rtf"_s, "{\\rtf1 Dear Ada}");

    const auto report = import({folder});

    QCOMPARE(report.paths, QStringList{folder});
    QCOMPARE(report.added, 2);
    QCOMPARE(report.files, 4);
    QCOMPARE(report.errors.size(), 2);
    QCOMPARE(report.errors.at(0).where, rtf);
    QCOMPARE(report.errors.at(0).kind, Error::Kind::Unsupported);
    QCOMPARE(report.errors.at(1).where, empty);
    QCOMPARE(inLibrary(), 2);
}

void TestImportStories::countsWhatIsThereAlready()
{
    const auto folder = m_files->path();
    support::writeFile(folder, u"one.txt"_s, support::storyText(1));
    support::writeFile(folder, u"one again.txt"_s, support::storyText(1));
    support::writeFile(folder, u"two.txt"_s, support::storyText(2));

    const auto first = import({folder});
    const auto second = import({folder});

    QCOMPARE(first.added, 2);
    QCOMPARE(first.known, 1);
    QCOMPARE(second.added, 0);
    QCOMPARE(second.known, 3);
    QCOMPARE(inLibrary(), 2);
}

void TestImportStories::isUndoneInOneStep()
{
    for (auto number = 1; number <= 100; ++number)
        support::writeFile(m_files->path(), u"%1.txt"_s.arg(number), support::storyText(number));
    QCOMPARE(import({m_files->path()}).added, 100);

    auto stories = 0;
    m_library->write([](Library &library) { return library.undo(QDateTime::currentDateTimeUtc()); },
                     this, [&](const Result<Undone> &undone) { stories = undone->stories; });

    QTRY_COMPARE(stories, 100);
    QCOMPARE(inLibrary(), 0);
}

void TestImportStories::keepsWhatIsInWhenCancelled()
{
    constexpr auto count = 400;
    for (auto number = 1; number <= count; ++number)
        support::writeFile(m_files->path(), u"%1.txt"_s.arg(number), support::storyText(number));
    ImportStories task(*m_library);
    std::optional<ImportReport> report;
    connect(&task, &ImportStories::finished, this,
            [&](const ImportReport &told) { report = told; });
    connect(&task, &ImportStories::progressed, &task, [&](int done) {
        if (done == 20)
            task.cancel();
    });

    task.import({m_files->path()});

    QTRY_VERIFY(report);
    QCOMPARE(report->files + report->left, count);
    QVERIFY(report->files >= 20 && report->left > 0);
    QCOMPARE(report->added, report->files);
    QCOMPARE(inLibrary(), report->added);
    QVERIFY(!task.running());
}

void TestImportStories::tellsOfAnEmptyFolder()
{
    const auto report = import({m_files->path()});

    QCOMPARE(report, ImportReport{.paths = {m_files->path()}});
}

void TestImportStories::endsWhenTheLibraryCannotBeWritten()
{
    // A file where the library's folder should be.
    const auto blocked = support::writeFile(m_place->path(), u"library"_s, "in the way");
    m_library = std::make_unique<SharedLibrary>(blocked);
    for (auto number = 1; number <= 200; ++number)
        support::writeFile(m_files->path(), u"%1.txt"_s.arg(number), support::storyText(number));

    const auto report = import({m_files->path()});

    QVERIFY(report.stopped);
    QCOMPARE(report.stopped->kind, Error::Kind::Refused);
    QCOMPARE(report.added, 0);
    QVERIFY(report.left > 0);
}

QTEST_GUILESS_MAIN(TestImportStories)
#include "tst_importstories.moc"
