#include "fetching.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace network;

// Feeds and pages of file:// addresses.
class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void readsAFile();
    void tellsWhatHasNotChanged();
    void refuses_data();
    void refuses();

private:
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString TestFiles::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestFiles::readsAFile()
{
    const auto path = write(u"a feed #1?.xml"_s, "<rss/>");
    Fetcher fetcher;

    const auto outcome = fetched(fetcher, QUrl::fromLocalFile(path));

    QVERIFY(outcome.answer);
    QCOMPARE(outcome.answer->body, "<rss/>"_ba);
    QCOMPARE(outcome.answer->url, QUrl::fromLocalFile(path));
    QVERIFY(!outcome.answer->freshness.etag.isEmpty());
}

void TestFiles::tellsWhatHasNotChanged()
{
    const auto url = QUrl::fromLocalFile(write(u"feed.xml"_s, "<rss/>"));
    Fetcher fetcher;
    const auto known = fetched(fetcher, url).answer->freshness;

    const auto same = fetched(fetcher, {.url = url, .known = known});
    write(u"feed.xml"_s, "<rss>new</rss>");
    const auto changed = fetched(fetcher, {.url = url, .known = known});

    QVERIFY(same.answer);
    QVERIFY(same.answer->unchanged);
    QCOMPARE(same.answer->freshness, known);
    QVERIFY(changed.answer);
    QVERIFY(!changed.answer->unchanged);
    QCOMPARE(changed.answer->body, "<rss>new</rss>"_ba);
}

void TestFiles::refuses_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<Error::Kind>("kind");
    const auto pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const auto large = write(u"large"_s, QByteArray(1024 * 1024 + 1, 'x'));

    QTest::newRow("none") << QUrl::fromLocalFile(m_folder.filePath(u"none"_s))
                          << Error::Kind::NotFound;
    QTest::newRow("folder") << QUrl::fromLocalFile(m_folder.path()) << Error::Kind::NotAFile;
    QTest::newRow("pipe") << QUrl::fromLocalFile(pipe) << Error::Kind::NotAFile;
    QTest::newRow("device") << QUrl(u"file:///dev/zero"_s) << Error::Kind::NotAFile;
    QTest::newRow("large") << QUrl::fromLocalFile(large) << Error::Kind::TooLarge;
    QTest::newRow("another machine")
        << QUrl(u"file://example.org/feed.xml"_s) << Error::Kind::Refused;
    QTest::newRow("nothing") << QUrl(u"file:"_s) << Error::Kind::NotFound;
}

void TestFiles::refuses()
{
    QFETCH(QUrl, url);
    QFETCH(Error::Kind, kind);
    Fetcher fetcher(shortLimits());

    const auto outcome = fetched(fetcher, url);

    QVERIFY(!outcome.answer);
    QCOMPARE(outcome.answer.error().kind, kind);
    QCOMPARE(outcome.answer.error().where, url.toString());
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
