#include "subscriptions/notices.h"
#include "support/sessionbus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The desktop's service, as its specification says, noting what it is asked for.
class DesktopNotices : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList bodies;
    QList<uint> replaced;

    void choose(uint id) { emit ActionInvoked(id, u"default"_s); }
    void close(uint id) { emit NotificationClosed(id, 2); }

public slots:
    uint Notify(const QString & /*program*/, uint replaces, const QString & /*icon*/,
                const QString & /*summary*/, const QString &body, const QStringList & /*actions*/,
                const QVariantMap & /*hints*/, int /*timeout*/)
    {
        bodies << body;
        replaced << replaces;
        return replaces ? replaces : uint(bodies.size());
    }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

// The portal, the same.
class PortalNotices : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Notification")

public:
    QStringList ids;
    QList<QVariantMap> notices;

    void choose(const QString &id) { emit ActionInvoked(id, u"app.open-feed"_s, {}); }

public slots:
    void AddNotification(const QString &id, const QVariantMap &notice)
    {
        ids << id;
        notices << notice;
    }

signals:
    void ActionInvoked(const QString &id, const QString &action, const QVariantList &parameters);
};

// On a bus of its own, with services of our own.
class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void goThroughTheDesktop();
    void goThroughThePortal();

private:
    support::SessionBus m_bus;
};

void TestNotices::initTestCase()
{
    QVERIFY(m_bus.startAsOurs());
}

void TestNotices::goThroughTheDesktop()
{
    DesktopNotices desktop;
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                               QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    Notices notices;
    QSignalSpy chosen(&notices, &Notices::chosen);

    notices.tell(FeedId(7), u"3 new stories in Tide & Times"_s);
    QTRY_COMPARE(desktop.bodies, QStringList{u"3 new stories in Tide &amp; Times"_s});
    QTest::qWait(50);
    // The next one of the same feed takes its place.
    notices.tell(FeedId(7), u"One new story in Tide & Times"_s);
    QTRY_COMPARE(desktop.replaced, (QList<uint>{0, 1}));

    desktop.choose(99); // Another program's.
    desktop.choose(1);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).value<FeedId>(), FeedId(7));

    desktop.close(1);
    QTest::qWait(50);
    notices.tell(FeedId(7), u"Another"_s);
    QTRY_COMPARE(desktop.replaced, (QList<uint>{0, 1, 0}));
    bus.unregisterService(u"org.freedesktop.Notifications"_s);
}

void TestNotices::goThroughThePortal()
{
    PortalNotices portal;
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                               QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
    Notices notices;
    QSignalSpy chosen(&notices, &Notices::chosen);

    notices.tell(FeedId(12), u"3 new stories in The Example Times"_s);

    QTRY_COMPARE(portal.ids, QStringList{u"feed-12"_s});
    QCOMPARE(portal.notices.first().value(u"body"_s).toString(),
             u"3 new stories in The Example Times"_s);
    portal.choose(u"feed-12"_s);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).value<FeedId>(), FeedId(12));
}

QTEST_MAIN(TestNotices)
#include "tst_desktopnotices.moc"
