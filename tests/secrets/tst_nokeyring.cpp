#include "secretscase.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Where there is no session bus, and so no keyring.
class TestNoKeyring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void remembersUntilTheProgramEnds();
    void saysThatItFoundNothingToAsk();
    void forgetsAReceiverThatIsGone();
};

namespace {

const QUrl feed(u"https://example.org/feed.xml"_s);
const network::Credentials ada{u"ada"_s, u"pass wörd"_s};

} // namespace

void TestNoKeyring::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
}

void TestNoKeyring::remembersUntilTheProgramEnds()
{
    Secrets secrets(nullptr, 3s);

    const auto outcome = kept(secrets, QUrl(u"https://eve:x@example.org/feed.xml#top"_s), ada);

    QVERIFY(!outcome);
    const auto back = found(secrets, feed);
    QVERIFY(back);
    QCOMPARE(*back, ada);
}

void TestNoKeyring::saysThatItFoundNothingToAsk()
{
    Secrets secrets(nullptr, 3s);

    const auto outcome = found(secrets, feed);

    QVERIFY(!outcome);
    QVERIFY(!outcome.error().detail.isEmpty());
}

void TestNoKeyring::forgetsAReceiverThatIsGone()
{
    Secrets secrets(nullptr, 3s);
    auto receiver = std::make_unique<QObject>();
    bool calledTheDead = false;
    secrets.find(feed, receiver.get(), [&](const auto &) { calledTheDead = true; });
    secrets.keep(feed, ada, receiver.get(), [&](const auto &) { calledTheDead = true; });

    receiver.reset();

    QVERIFY(found(secrets, feed));
    QVERIFY(!calledTheDead);
}

QTEST_GUILESS_MAIN(TestNoKeyring)
#include "tst_nokeyring.moc"
