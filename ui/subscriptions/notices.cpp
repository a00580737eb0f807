#include "subscriptions/notices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace {

const auto portal = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto portalInterface = u"org.freedesktop.portal.Notification"_s;
const auto desktop = u"org.freedesktop.Notifications"_s;
const auto desktopPath = u"/org/freedesktop/Notifications"_s;

const auto portalPrefix = u"feed-"_s;
const auto defaultAction = u"default"_s;
const auto openAction = u"app.open-feed"_s;

QString title()
{
    return QGuiApplication::applicationDisplayName();
}

} // namespace

Notices::Notices(QObject *parent)
    : QObject(parent)
{
}

void Notices::tell(FeedId feed, const QString &words)
{
    listen();
    auto call
        = QDBusMessage::createMethodCall(portal, portalPath, portalInterface, u"AddNotification"_s);
    const QVariantMap notice{{u"title"_s, title()},
                             {u"body"_s, words},
                             {u"priority"_s, u"low"_s},
                             {u"default-action"_s, openAction}};
    call << portalPrefix + QString::number(qint64(feed)) << notice;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, feed, words] {
        answer->deleteLater();
        if (answer->isError())
            tellDesktop(feed, words);
    });
}

void Notices::tellDesktop(FeedId feed, const QString &words)
{
    auto call = QDBusMessage::createMethodCall(desktop, desktopPath, desktop, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"urgency"_s, QVariant::fromValue(uchar(0))}};
    call << QGuiApplication::applicationName() << m_shown.value(feed)
         << QGuiApplication::desktopFileName() << title() << words.toHtmlEscaped()
         << QStringList{defaultAction, tr("Open")} << hints << -1;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, feed] {
        answer->deleteLater();
        const QDBusPendingReply<uint> number(*answer);
        if (number.isValid())
            m_shown.insert(feed, number.value());
    });
}

void Notices::listen()
{
    if (std::exchange(m_listening, true))
        return;
    auto bus = QDBusConnection::sessionBus();
    bus.connect(portal, portalPath, portalInterface, u"ActionInvoked"_s, this,
                SLOT(portalAction(QString, QString, QVariantList)));
    bus.connect(desktop, desktopPath, desktop, u"ActionInvoked"_s, this,
                SLOT(desktopAction(uint, QString)));
    bus.connect(desktop, desktopPath, desktop, u"NotificationClosed"_s, this,
                SLOT(desktopClosed(uint, uint)));
}

void Notices::portalAction(const QString &id, const QString & /*action*/,
                           const QVariantList & /*parameters*/)
{
    if (id.startsWith(portalPrefix))
        emit chosen(FeedId(id.mid(portalPrefix.size()).toLongLong()));
}

void Notices::desktopAction(uint id, const QString & /*action*/)
{
    // Others hear of theirs too: only ours are known here.
    const auto feed = m_shown.key(id, FeedId::None);
    if (id != 0 && feed != FeedId::None)
        emit chosen(feed);
}

void Notices::desktopClosed(uint id, uint /*reason*/)
{
    m_shown.remove(m_shown.key(id, FeedId::None));
}
