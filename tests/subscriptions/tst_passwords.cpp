#include "subscriptions/passwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The passwords of feeds where there is no keyring.
class TestPasswords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void remembersAndSaysWhatIsNotKept();
};

void TestPasswords::initTestCase()
{
    // Before anything asks for the bus.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
}

void TestPasswords::remembersAndSaysWhatIsNotKept()
{
    Passwords passwords;
    QSignalSpy unkept(&passwords, &Passwords::unkept);
    const QUrl feed(u"https://times.example/feed.xml"_s);

    passwords.keep(feed, {.user = u"ada"_s, .password = u"s3cret"_s});

    QVERIFY(unkept.wait(10'000));
    QCOMPARE(passwords.of(feed).user, u"ada"_s);
    QCOMPARE(passwords.of(feed).password, u"s3cret"_s);
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_passwords.moc"
