#include "support/sessionbus.h"
#include "window/desktopactions.h"
#include "window/desktopcalls.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// What the desktop calls, on a bus of its own, called by another program.
class TestDesktopCalls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tellsWhatIsCalledFor_data();
    void tellsWhatIsCalledFor();
    void refusesWhatItDoesNotKnow();
    void getsTheNameWhenAnotherGoes();
    void knowsTheActionsOfTheDesktopEntry();

private:
    support::SessionBus m_bus;
};

namespace {

const auto program = u"org.broadsheet.Broadsheet"_s;

// The caller's exit code; -1 when it does not end.
int call(const QString &method, const QStringList &arguments)
{
    QProcess caller;
    QSignalSpy finished(&caller, &QProcess::finished);
    caller.start(u"gdbus"_s,
                 QStringList{u"call"_s, u"--session"_s, u"--dest"_s, program, u"--object-path"_s,
                             u"/org/broadsheet/Broadsheet"_s, u"--method"_s,
                             u"org.freedesktop.Application."_s + method}
                     + arguments);
    return finished.wait(10'000) ? caller.exitCode() : -1;
}

bool isOnTheBus(const QDBusConnection &bus)
{
    return bus.interface()->isServiceRegistered(program);
}

} // namespace

void TestDesktopCalls::initTestCase()
{
    QVERIFY(m_bus.startAsOurs());
}

void TestDesktopCalls::tellsWhatIsCalledFor_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Launch>("launch");

    QTest::newRow("nothing but the window") << u"Activate"_s << QStringList{u"{}"_s} << Launch{};
    QTest::newRow("with leave to come to the front")
        << u"Activate"_s << QStringList{u"{'activation-token': <'t1'>}"_s}
        << Launch{.token = u"t1"_s};
    QTest::newRow("with a launch's name")
        << u"Activate"_s << QStringList{u"{'desktop-startup-id': <'t2'>}"_s}
        << Launch{.token = u"t2"_s};
    QTest::newRow("files and addresses")
        << u"Open"_s
        << QStringList{u"['file:///b/c%20d%C3%BC.html', 'https://coast.example/1']"_s, u"{}"_s}
        << Launch{.open = {u"/b/c dü.html"_s, u"https://coast.example/1"_s}};
    QTest::newRow("an action") << u"ActivateAction"_s
                               << QStringList{u"front-page"_s, u"[]"_s, u"{}"_s}
                               << Launch{.action = u"front-page"_s};
}

void TestDesktopCalls::tellsWhatIsCalledFor()
{
    QFETCH(QString, method);
    QFETCH(QStringList, arguments);
    QFETCH(Launch, launch);
    DesktopCalls calls;
    QList<Launch> launches;
    connect(&calls, &DesktopCalls::launched, this, [&](const Launch &told) { launches << told; });
    calls.appear();
    QTRY_VERIFY(isOnTheBus(QDBusConnection::sessionBus()));

    QCOMPARE(call(method, arguments), 0);

    QCOMPARE(launches, QList<Launch>{launch});
}

void TestDesktopCalls::refusesWhatItDoesNotKnow()
{
    DesktopCalls calls;
    QSignalSpy launched(&calls, &DesktopCalls::launched);
    calls.appear();
    QTRY_VERIFY(isOnTheBus(QDBusConnection::sessionBus()));

    QVERIFY(call(u"ActivateAction"_s, {u"unsubscribe"_s, u"[]"_s, u"{}"_s}) > 0);

    QCOMPARE(launched.count(), 0);
}

void TestDesktopCalls::getsTheNameWhenAnotherGoes()
{
    // The name belongs to the test's own connection by now; on another bus it is free.
    support::SessionBus bus;
    QVERIFY(bus.start());
    const auto address = QString::fromLatin1(bus.address());
    auto other = QDBusConnection::connectToBus(address, u"other"_s);
    const auto ours = QDBusConnection::connectToBus(address, u"ours"_s);
    QVERIFY(other.registerService(program));
    DesktopCalls calls;

    calls.appear(ours);
    QTest::qWait(50);
    QCOMPARE(other.interface()->serviceOwner(program).value(), other.baseService());
    QVERIFY(other.unregisterService(program));

    QTRY_COMPARE(other.interface()->serviceOwner(program).value(), ours.baseService());
    QDBusConnection::disconnectFromBus(u"other"_s);
    QDBusConnection::disconnectFromBus(u"ours"_s);
}

void TestDesktopCalls::knowsTheActionsOfTheDesktopEntry()
{
    QFile entry(
        QStringLiteral(TEST_DATA "/../../packaging/linux/org.broadsheet.Broadsheet.desktop"));
    QVERIFY(entry.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(entry.readAll());
    static const QRegularExpression group(u"^\\[Desktop Action ([a-z-]+)\\]$"_s,
                                          QRegularExpression::MultilineOption);
    QStringList offered;
    for (const auto &match : group.globalMatch(text))
        offered << match.captured(1);

    QCOMPARE(offered, desktopactions::names());
    QVERIFY(text.contains(u"\nActions="_s + offered.join(u';') + u";\n"_s));
    for (const auto &name : offered)
        QVERIFY(text.contains(u"\nExec=broadsheet --action "_s + name + u'\n'));
}

QTEST_GUILESS_MAIN(TestDesktopCalls)
#include "tst_desktopcalls.moc"
