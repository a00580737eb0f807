#include "secretscase.h"
#include "support/sessionbus.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// With the keyring of GNOME, on a session bus of its own.
class TestKeyring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void keepsCredentials();
    void keepsThemBeyondTheProgram();
    void tellsFeedsApart();
    void forgets();
    void doesNotWaitForever();

private:
    QTemporaryDir m_home;
    support::SessionBus m_bus;
    QProcess m_keyring;
};

namespace {

const QUrl feed(u"https://example.org/feed.xml"_s);
const network::Credentials ada{u"ada"_s, u"pass wörd"_s};

} // namespace

void TestKeyring::initTestCase()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    for (const auto *folder : {"XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        qputenv(folder, m_home.path().toLocal8Bit());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    QVERIFY(m_bus.startAsOurs());

    m_keyring.start(QStringLiteral(GNOME_KEYRING),
                    {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_keyring.write("keyring");
    m_keyring.closeWriteChannel();
    QVERIFY(m_keyring.waitForStarted());
    const auto bus = QDBusConnection::sessionBus();
    QTRY_VERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
}

void TestKeyring::cleanupTestCase()
{
    m_keyring.kill();
    m_keyring.waitForFinished();
    m_bus.stop();
}

void TestKeyring::keepsCredentials()
{
    Secrets secrets(nullptr, 5s);

    const auto outcome = kept(secrets, feed, ada);

    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(*found(secrets, feed), ada);
}

void TestKeyring::keepsThemBeyondTheProgram()
{
    QVERIFY(kept(*std::make_unique<Secrets>(nullptr, 5s), feed, ada));

    Secrets later(nullptr, 5s);
    const auto outcome = found(later, QUrl(u"https://eve:x@example.org/feed.xml#top"_s));

    QVERIFY(outcome);
    QCOMPARE(*outcome, ada);
}

void TestKeyring::tellsFeedsApart()
{
    Secrets secrets(nullptr, 5s);
    QVERIFY(kept(secrets, feed, ada));

    const auto outcome = found(secrets, QUrl(u"https://example.org/other.xml"_s));

    QVERIFY(outcome);
    QVERIFY(outcome->isEmpty());
}

void TestKeyring::forgets()
{
    QVERIFY(kept(*std::make_unique<Secrets>(nullptr, 5s), feed, ada));

    QVERIFY(forgotten(*std::make_unique<Secrets>(nullptr, 5s), feed));

    Secrets later(nullptr, 5s);
    const auto outcome = found(later, feed);
    QVERIFY(outcome);
    QVERIFY(outcome->isEmpty());
}

void TestKeyring::doesNotWaitForever()
{
    Secrets secrets(nullptr, 300ms);
    // Stopped, it is there and says nothing.
    QProcess::execute(u"kill"_s, {u"-STOP"_s, QString::number(m_keyring.processId())});

    const auto outcome = found(secrets, QUrl(u"https://example.org/third.xml"_s));

    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::TimedOut);
    QVERIFY(!kept(secrets, feed, ada));
    QCOMPARE(*found(secrets, feed), ada);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
