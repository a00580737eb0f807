#include "support/pictures.h"
#include "support/storyfiles.h"
#include "tasks/readfile.h"
#include "tasks/siblings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSiblings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsBesideAPage_data();
    void readsBesideAPage();
    void readsInAMirror_data();
    void readsInAMirror();
    void knowsHostsFromOtherFolders_data();
    void knowsHostsFromOtherFolders();
    void staysOutOfAHome();
    void showsThePicturesOfAMirror();

private:
    void write(const QString &path, const QByteArray &bytes) const
    {
        support::writeFile(m_folder.path(), path, bytes);
    }

    [[nodiscard]] bool isRead(const QString &page, const QString &address) const
    {
        return tasks::Siblings(m_folder.filePath(page))(address).has_value();
    }

    QTemporaryDir m_folder;
};

namespace {

const auto png = support::png(640, 480);

} // namespace

void TestSiblings::initTestCase()
{
    write(u"plain/page.html"_s, "x");
    write(u"plain/page_files/notes.txt"_s, "notes");
    write(u"secret.png"_s, png);

    write(u"mirror/www.coast.example/news/2025/page.html"_s, "x");
    write(u"mirror/www.coast.example/pictures/a.png"_s, png);
    write(u"mirror/www.coast.example/notes.txt"_s, "notes");
    write(u"mirror/img.coast.example/a.png"_s, png);
    write(u"mirror/img.coast.example/a.png?w=640"_s, png);
    write(u"mirror/img.coast.example+8080/a.png"_s, png);
    write(u"mirror/192.0.2.7/a.png"_s, png);
    write(u"mirror/private/a.png"_s, png);
    write(u"mirror/a.png"_s, png);
    QFile::link(m_folder.filePath(u"secret.png"_s),
                m_folder.filePath(u"mirror/img.coast.example/link.png"_s));
    QFile::link(m_folder.filePath(u"mirror/private"_s),
                m_folder.filePath(u"mirror/linked.coast.example"_s));
}

void TestSiblings::readsBesideAPage_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("read");

    QTest::newRow("below") << u"page_files/notes.txt"_s << true;
    QTest::newRow("there and back") << u"page_files/../page_files/notes.txt"_s << true;
    QTest::newRow("above") << u"../secret.png"_s << false;
    QTest::newRow("from the root") << m_folder.filePath(u"plain/page_files/notes.txt"_s) << false;
    QTest::newRow("a folder") << u"page_files"_s << false;
    QTest::newRow("missing") << u"page_files/none.txt"_s << false;
}

void TestSiblings::readsBesideAPage()
{
    QFETCH(QString, address);
    QFETCH(bool, read);

    QCOMPARE(isRead(u"plain/page.html"_s, address), read);
}

void TestSiblings::readsInAMirror_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("read");

    const auto up = u"../../../"_s;
    QTest::newRow("of the same host") << u"../../pictures/a.png"_s << true;
    QTest::newRow("of another host") << up + u"img.coast.example/a.png"_s << true;
    QTest::newRow("with a question mark") << up + u"img.coast.example/a.png?w=640"_s << true;
    QTest::newRow("of a host with a port") << up + u"img.coast.example+8080/a.png"_s << true;
    QTest::newRow("of an address") << up + u"192.0.2.7/a.png"_s << true;
    QTest::newRow("what is no picture") << u"../../notes.txt"_s << false;
    QTest::newRow("of no host") << up + u"private/a.png"_s << false;
    QTest::newRow("of the mirror's folder") << up + u"a.png"_s << false;
    QTest::newRow("above the mirror") << up + u"../secret.png"_s << false;
    QTest::newRow("a link out of it") << up + u"img.coast.example/link.png"_s << false;
    QTest::newRow("a link to no host") << up + u"linked.coast.example/a.png"_s << false;
}

void TestSiblings::readsInAMirror()
{
    QFETCH(QString, address);
    QFETCH(bool, read);

    QCOMPARE(isRead(u"mirror/www.coast.example/news/2025/page.html"_s, address), read);
}

void TestSiblings::knowsHostsFromOtherFolders_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("host");

    QTest::newRow("domain") << u"coast.example"_s << true;
    QTest::newRow("domain in its own letters") << u"xn--kste-0ra.xn--p1ai"_s << true;
    QTest::newRow("port") << u"coast.example:8080"_s << true;
    QTest::newRow("one word") << u"localhost"_s << false;
    QTest::newRow("hidden") << u".coast.example"_s << false;
    QTest::newRow("version") << u"release-1.2"_s << false;
    QTest::newRow("words") << u"saved on coast.example"_s << false;
    QTest::newRow("browser's folder") << u"coast.example_files"_s << false;
}

void TestSiblings::knowsHostsFromOtherFolders()
{
    QFETCH(QString, folder);
    QFETCH(bool, host);
    write(u"hosts/%1/page.html"_s.arg(folder), "x");
    write(u"hosts/img.coast.example/a.png"_s, png);

    const auto read = isRead(u"hosts/%1/page.html"_s.arg(folder), u"../img.coast.example/a.png"_s);

    QCOMPARE(read, host);
}

void TestSiblings::staysOutOfAHome()
{
    write(u"home/coast.example/page.html"_s, "x");
    write(u"home/img.coast.example/a.png"_s, png);
    const auto home = qgetenv("HOME");
    qputenv("HOME", QFile::encodeName(m_folder.filePath(u"home"_s)));

    const auto read = isRead(u"home/coast.example/page.html"_s, u"../img.coast.example/a.png"_s);

    qputenv("HOME", home);
    QVERIFY(!read);
}

void TestSiblings::showsThePicturesOfAMirror()
{
    const auto words
        = QByteArray("The tide came in and went out as it has always done. ").repeated(6);
    const auto page = "<!DOCTYPE html><html lang=en><title>Tide</title><body><article><h1>Tide</h1>"
                      "<p>"
        + words
        + "</p><figure><img width=640 height=480 alt=Flats "
          "src=\"../../img.coast.example/a.png%3Fw=640\"><figcaption>The flats."
          "</figcaption></figure><p>"
        + words + "</p></article></body></html>";
    write(u"mirror/www.coast.example/news/tide.html"_s, page);

    const auto stories
        = tasks::readFile(m_folder.filePath(u"mirror/www.coast.example/news/tide.html"_s));

    QVERIFY(stories);
    QCOMPARE(stories->first().pictures.size(), 1);
    QCOMPARE(stories->first().pictures.first().bytes, png);
    QVERIFY(stories->first().url.isEmpty());
}

QTEST_GUILESS_MAIN(TestSiblings)
#include "tst_siblings.moc"
