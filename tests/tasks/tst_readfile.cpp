#include "support/archives.h"
#include "support/pictures.h"
#include "support/storyfiles.h"
#include "tasks/limits.h"
#include "tasks/readfile.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

class TestReadFile : public QObject
{
    Q_OBJECT

private slots:
    void readsAStory();
    void usesTheAddressOnlyWhenTheFileGivesNone();
    void refuses_data();
    void refuses();
    void refusesWhatTheSystemDenies();
    void takesPicturesBesideThePageOnly();
    void makesNoAddressOfALostPicture();
    void keepsThePlacesOfLostPictures();
    void leavesOutFrontPagesAmongStories();

private:
    QTemporaryDir m_folder;
};

namespace {

const auto png = support::png(640, 480);

QByteArray pageWith(const QByteArray &src)
{
    return "<!DOCTYPE html><html lang=en><title>Tide</title><body><article><h1>Tide</h1><p>"
        + QByteArray("The tide came in over the flats and went out again as it has always done. ")
              .repeated(6)
        + "</p><figure><img width=640 height=480 alt=Flats src=\"" + src
        + "\"><figcaption>The flats.</figcaption></figure><p>"
        + QByteArray("Nobody on the quay was surprised, and the boats waited for the water. ")
              .repeated(6)
        + "</p></article></body></html>";
}

} // namespace

void TestReadFile::readsAStory()
{
    const auto bytes = support::storyText(1);
    const auto path = support::writeFile(m_folder.path(), u"story.txt"_s, bytes);

    const auto stories = tasks::readFile(path);

    QVERIFY(stories);
    QCOMPARE(stories->size(), 1);
    const auto &story = stories->first();
    QCOMPARE(story.title, u"Harbour Story Number 1"_s);
    QCOMPARE(story.authors, QList<Author>{{.name = u"Ada Marsh"_s}});
    QCOMPARE(story.published, Timestamp{.date = QDate(2021, 12, 4)});
    QCOMPARE(story.lead.credit, u"Bo Finch/Coastwire"_s);
    QCOMPARE(story.related, QList<Link>{{.title = u"Harbour Story Number 2"_s}});
    QCOMPARE(story.url, QUrl(u"https://coast.example/2021/12/04/harbour-story-1"_s));
    QCOMPARE(story.provenance.file, path);
    QCOMPARE(story.provenance.fileHash,
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

void TestReadFile::usesTheAddressOnlyWhenTheFileGivesNone()
{
    const QUrl given(u"https://elsewhere.example/x"_s);
    const auto with = support::writeFile(m_folder.path(), u"with.txt"_s, support::storyText(1));
    const auto without = support::writeFile(
        m_folder.path(), u"without.txt"_s,
        support::storyText(1).left(support::storyText(1).indexOf("Original url")));

    const auto stated = tasks::readFile(with, given);
    const auto taken = tasks::readFile(without, given);

    QVERIFY(stated && taken);
    QCOMPARE(stated->first().url.host(), u"coast.example"_s);
    QCOMPARE(taken->first().url, given);
}

void TestReadFile::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Error::Kind>("kind");

    const auto folder = m_folder.path();
    QTest::newRow("nothing there") << m_folder.filePath(u"missing.txt"_s) << Error::Kind::NotFound;
    QTest::newRow("a folder") << folder << Error::Kind::NotAFile;
    QTest::newRow("empty") << support::writeFile(folder, u"empty.txt"_s, {}) << Error::Kind::Empty;
    QTest::newRow("blank") << support::writeFile(folder, u"blank.txt"_s, "\n \n\t\n")
                           << Error::Kind::Empty;
    QTest::newRow("a picture") << support::writeFile(folder, u"picture.txt"_s, png)
                               << Error::Kind::Unsupported;

    const auto pipe = m_folder.filePath(u"pipe.txt"_s);
    ::mkfifo(pipe.toLocal8Bit().constData(), 0600);
    QTest::newRow("a pipe") << pipe << Error::Kind::NotAFile;
    QTest::newRow("a device") << u"/dev/zero"_s << Error::Kind::NotAFile;

    const auto dangling = m_folder.filePath(u"dangling.txt"_s);
    QFile::link(m_folder.filePath(u"gone"_s), dangling);
    QTest::newRow("a link to nothing") << dangling << Error::Kind::NotFound;

    QFile large(m_folder.filePath(u"large.txt"_s));
    QVERIFY(large.open(QIODevice::WriteOnly));
    QVERIFY(large.resize(tasks::limits::fileBytes + 1));
    QTest::newRow("too large") << large.fileName() << Error::Kind::TooLarge;
}

void TestReadFile::refuses()
{
    QFETCH(QString, path);

    const auto stories = tasks::readFile(path);

    QVERIFY(!stories);
    QTEST(stories.error().kind, "kind");
    QCOMPARE(stories.error().where, path);
}

void TestReadFile::refusesWhatTheSystemDenies()
{
    // The superuser may read everything, so the file is asked for as nobody, who must be able to
    // get into the folder.
    const auto path = support::writeFile(m_folder.path(), u"denied.txt"_s, support::storyText(1));
    QVERIFY(QFile::setPermissions(path, {}));
    QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
    const auto me = ::geteuid();
    if (me == 0)
        QCOMPARE(::seteuid(65534), 0);

    const auto stories = tasks::readFile(path);

    if (me == 0)
        QCOMPARE(::seteuid(me), 0);
    QVERIFY(!stories);
    QCOMPARE(stories.error().kind, Error::Kind::Unreadable);
}

void TestReadFile::takesPicturesBesideThePageOnly()
{
    support::writeFile(m_folder.path(), u"secret.png"_s, png);
    support::writeFile(m_folder.path(), u"page/tide_files/flats.png"_s, png);
    const auto inside = support::writeFile(m_folder.path(), u"page/inside.html"_s,
                                           pageWith("tide_files/flats.png"));
    const auto outside
        = support::writeFile(m_folder.path(), u"page/outside.html"_s, pageWith("../secret.png"));

    const auto with = tasks::readFile(inside);
    const auto without = tasks::readFile(outside);

    QVERIFY(with && without);
    QCOMPARE(with->first().pictures.size(), 1);
    QCOMPARE(with->first().pictures.first().bytes, png);
    QVERIFY(without->first().pictures.isEmpty());
}

void TestReadFile::makesNoAddressOfALostPicture()
{
    const auto marked = "<!-- saved from url=(0024)https://a.example/x.html -->"_ba;
    const auto page = marked + pageWith("lost_files/flats.jpg");

    const auto stories = tasks::readFile(support::writeFile(m_folder.path(), u"lost.html"_s, page));

    QVERIFY(stories);
    const auto &story = stories->first();
    QCOMPARE(story.lead.src, QString());
    QCOMPARE(story.figures, (QList<Figure>{{.alt = u"Flats"_s, .caption = u"The flats."_s}}));
    QVERIFY(!story.body.toString().contains(u"flats.jpg"_s));
    QVERIFY(!story.warnings.isEmpty());
}

void TestReadFile::keepsThePlacesOfLostPictures()
{
    const auto sentence = "The tide came in over the flats and nobody on the pier had seen it. "_ba;
    const auto text = "<p>" + sentence.repeated(5) + "</p>";
    const auto page = "<html><title>Tide</title><article><h1>Tide</h1>" + text + text
        + "<figure><img src=\"tide_files/a.jpg\" alt=\"\"></figure>" + text
        + "<figure><img src=\"tide_files/b.jpg\" alt=\"A boat\"></figure>" + text
        + "<img src=\"tide_files/pixel.gif\" width=1 height=1>" + text + "</article></html>";

    const auto stories = tasks::readFile(support::writeFile(m_folder.path(), u"tide.html"_s, page));

    QVERIFY(stories);
    const auto body = stories->first().body.toString();
    QCOMPARE(body.count(u"<img"_s), 2);
    QVERIFY2(body.contains(u"<figure><img alt=\"A boat\"></figure>"_s), qPrintable(body));
    QVERIFY(!body.contains(u"tide_files"_s));
}

void TestReadFile::leavesOutFrontPagesAmongStories()
{
    QFile front(QStringLiteral(TEST_DATA "/extraction/listing.html"));
    QVERIFY(front.open(QIODevice::ReadOnly));
    const auto record = [](const QByteArray &address, const QByteArray &page) {
        return support::warcRecord("response", address,
                                   support::httpAnswer(page, "Content-Type: text/html"));
    };
    const auto list = record("https://coast.example/", front.readAll());
    const auto story = record("https://coast.example/tide", pageWith("a.png"));

    const auto both = tasks::readBytes(list + story, u"coast.warc"_s);
    const auto alone = tasks::readBytes(list, u"coast.warc"_s);

    QVERIFY(both && alone);
    QCOMPARE(both->size(), 1);
    QCOMPARE(both->first().title, u"Tide"_s);
    QVERIFY(both->first().warnings.contains(u"1 further pages in the file only lead to stories"_s));
    QCOMPARE(alone->size(), 1);
}

QTEST_GUILESS_MAIN(TestReadFile)
#include "tst_readfile.moc"
