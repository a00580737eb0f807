#include "library/feedstore.h"
#include "librarystate.h"
#include "load.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

// Files that a broken disk, or somebody, has damaged: whatever a library is asked then, it answers
// or says what is wrong, and what is whole can be read.
class TestDamage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsWhatIsWhole_data();
    void readsWhatIsWhole();
    void livesWithWhatLiesBeside_data();
    void livesWithWhatLiesBeside();
    void saysThatItsFileWasSwapped();

private:
    QByteArray m_file; // The library's, without a log.
    QByteArray m_state;
    int m_stories = 0;
};

namespace {

constexpr int steps = 120;
constexpr int page = 16'384;
const auto fileName = u"/library.sqlite"_s;

int wantedDamages()
{
    const auto wanted = qEnvironmentVariableIntValue("BROADSHEET_DAMAGES");
    return wanted > 0 ? wanted : 8;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray noise(qsizetype size, QRandomGenerator &random)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::ranges::generate(bytes, [&] { return char(random.bounded(256)); });
    return bytes;
}

struct Asked
{
    int answers = 0;
    int errors = 0;
    int stories = 0; // That can be read.
    QString untold = {}; // An error that says nothing, or something else.
};

template<typename Answer>
bool take(Asked &asked, const Result<Answer> &answer)
{
    ++asked.answers;
    if (answer)
        return true;
    const auto &error = answer.error();
    const auto isTrouble
        = error.kind == Error::Kind::Storage || error.kind == Error::Kind::Malformed;
    const auto isTold = isTrouble || error.kind == Error::Kind::NotFound;
    asked.errors += isTrouble;
    if (!isTold || error.detail.isEmpty())
        asked.untold = u"kind %1 %2"_s.arg(int(error.kind)).arg(error.detail);
    return false;
}

// Asks everything there is to ask, and does everything there is to do.
Asked askEverything(const QString &folder, int stories)
{
    Asked asked;
    auto opened = Library::open(folder, Library::Access::ReadWrite);
    if (!take(asked, opened))
        opened = Library::open(folder, Library::Access::ReadOnly);
    if (!take(asked, opened))
        return asked;
    auto &library = **opened;
    // Their ids go on after those that are gone.
    for (int id = 1; id <= stories * 2; ++id)
        asked.stories += take(asked, library.article(ArticleId(id)));
    using Scope = StoryQuery::Scope;
    for (const auto scope : {Scope::All, Scope::Unread, Scope::Bookmarks, Scope::RecentlyOpened,
                             Scope::Started, Scope::FeedFolder})
        take(asked, library.list({.scope = scope}, 1'000));
    take(asked, library.list({.words = u"harbour -nothing"_s}, 1'000));
    take(asked, library.counts());
    take(asked, library.feeds().tree());
    take(asked, library.feeds().outline());
    take(asked, library.feeds().due(load::timeOf(steps)));
    take(asked, library.watchedFolders());
    for (int step = steps; step < steps + 30; ++step)
        take(asked, load::run(library, step));
    return asked;
}

} // namespace

void TestDamage::initTestCase()
{
    QTemporaryDir folder;
    {
        const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
        QVERIFY(library && load::begin(**library));
        for (int step = 0; step < steps; ++step)
            QVERIFY(load::run(**library, step));
        m_stories = int((*library)->list({}, 10'000)->stories.size());
        m_state = librarystate::describe(**library);
    }
    m_file = contentOf(folder.path() + fileName);
    QVERIFY(m_file.size() > 20 * page && m_stories > 50);
}

void TestDamage::readsWhatIsWhole_data()
{
    QTest::addColumn<int>("kind");

    QTest::newRow("pages of noise") << 0;
    QTest::newRow("pages of zeroes") << 1;
    QTest::newRow("pages of others") << 2;
    QTest::newRow("some wrong bytes") << 3;
    QTest::newRow("cut short") << 4;
}

void TestDamage::readsWhatIsWhole()
{
    QFETCH(int, kind);
    QRandomGenerator random(quint32(kind) + 5);
    const auto pages = m_file.size() / page;
    qint64 answers = 0;
    qint64 errors = 0;
    int unreadable = 0;
    int refused = 0;
    qint64 read = 0;

    for (int damage = 0; damage < wantedDamages(); ++damage) {
        QTemporaryDir folder;
        auto file = m_file;
        // The first page says what the file is: without it nothing can be read.
        const auto at = random.bounded(qsizetype(1), pages) * page;
        switch (kind) {
        case 0:
            file.replace(at, page, noise(page, random));
            break;
        case 1:
            file.replace(at, page, QByteArray(page, '\0'));
            break;
        case 2:
            file.replace(at, page, file.mid(random.bounded(qsizetype(1), pages) * page, page));
            break;
        case 3:
            for (int i = 0; i < 20; ++i)
                file[at + random.bounded(page)] = char(random.bounded(256));
            break;
        default:
            file.truncate(random.bounded(file.size()));
        }
        save(folder.path() + fileName, file);

        const auto asked = askEverything(folder.path(), m_stories);

        QVERIFY2(asked.untold.isEmpty(), qPrintable(asked.untold));
        answers += asked.answers;
        errors += asked.errors;
        read += asked.stories;
        refused += asked.answers <= 2;
        unreadable += asked.stories == 0;
    }

    qInfo("%d libraries damaged: %lld calls, of which %lld met the damage and said so; %d were not "
          "opened, of %d no story could be read, of each other one %lld of %d on average",
          wantedDamages(), answers, errors, refused, unreadable,
          read / std::max(1, wantedDamages() - unreadable), m_stories);
    // One page in so many takes few stories with it.
    if (kind < 4)
        QVERIFY(read * 10 > qint64(wantedDamages()) * m_stories * 6);
}

void TestDamage::livesWithWhatLiesBeside_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("content");

    QRandomGenerator random(3);
    const auto header = QByteArray::fromHex("377f0682002de218");
    QTest::newRow("a log of noise") << u"-wal"_s << noise(100'000, random);
    QTest::newRow("an empty log") << u"-wal"_s << QByteArray();
    QTest::newRow("a log with a header alone") << u"-wal"_s << header;
    QTest::newRow("a log with noise after its header")
        << u"-wal"_s << header + noise(50'000, random);
    QTest::newRow("an index of the log, of noise") << u"-shm"_s << noise(32'768, random);
    QTest::newRow("a short index of the log") << u"-shm"_s << noise(100, random);
    QTest::newRow("a journal of noise") << u"-journal"_s << noise(10'000, random);
    QTest::newRow("an empty journal") << u"-journal"_s << QByteArray();
}

void TestDamage::livesWithWhatLiesBeside()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, content);
    for (const auto access : {Library::Access::ReadOnly, Library::Access::ReadWrite}) {
        QTemporaryDir folder;
        save(folder.path() + fileName, m_file);
        save(folder.path() + fileName + suffix, content);

        const auto library = Library::open(folder.path(), access);

        QVERIFY(library);
        QCOMPARE((*library)->list({}, 10'000)->stories.size(), m_stories);
        if (access == Library::Access::ReadWrite)
            QVERIFY(load::run(**library, steps));
        const auto damage = librarystate::damage(folder.path());
        QVERIFY2(damage.isEmpty(), damage.constData());
    }
}

void TestDamage::saysThatItsFileWasSwapped()
{
    QTemporaryDir folder;
    save(folder.path() + fileName, m_file);
    const auto library = Library::open(folder.path(), Library::Access::ReadWrite);
    QVERIFY(library && load::run(**library, steps));

    // Another file under the same name, as some programs that synchronise folders leave it.
    save(folder.path() + fileName + u".new"_s, QByteArray("Dear diary, ").repeated(9'000));
    QVERIFY(QFile::remove(folder.path() + fileName));
    QVERIFY(QFile::rename(folder.path() + fileName + u".new"_s, folder.path() + fileName));
    Asked asked;
    for (int step = steps + 1; step < steps + 40; ++step)
        take(asked, load::run(**library, step));

    QVERIFY2(asked.untold.isEmpty(), qPrintable(asked.untold));
    QVERIFY(asked.answers == 39);
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
