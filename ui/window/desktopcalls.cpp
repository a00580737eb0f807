#include "window/desktopcalls.h"

#include "base/trace.h"
#include "window/commandline.h"
#include "window/desktopactions.h"

#include <QDBusMessage>
#include <QDBusPendingCall>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The desktop's leave to come to the front; on X11 it is the name of the launch.
QString tokenIn(const QVariantMap &platform)
{
    const auto token = platform.value(u"activation-token"_s).toString();
    return token.isEmpty() ? platform.value(u"desktop-startup-id"_s).toString() : token;
}

} // namespace

void DesktopCalls::appear(QDBusConnection bus)
{
    if (m_appeared || !bus.isConnected())
        return;
    const trace::Span span("name on the bus taken");
    m_appeared = true;
    // The name and the path are those of the desktop entry.
    bus.registerObject(u"/org/broadsheet/Broadsheet"_s, this,
                       QDBusConnection::ExportScriptableSlots);
    auto request
        = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                         u"org.freedesktop.DBus"_s, u"RequestName"_s);
    constexpr uint noFlags = 0;
    request << u"org.broadsheet.Broadsheet"_s << noFlags;
    bus.asyncCall(request);
}

void DesktopCalls::Activate(const QVariantMap &platform)
{
    emit launched({.token = tokenIn(platform)});
}

void DesktopCalls::Open(const QStringList &addresses, const QVariantMap &platform)
{
    Launch launch{.token = tokenIn(platform)};
    for (const auto &address : addresses)
        launch.open << whatToOpen(address);
    emit launched(launch);
}

void DesktopCalls::ActivateAction(const QString &name, const QVariantList & /*parameters*/,
                                  const QVariantMap &platform)
{
    if (desktopactions::command(name))
        emit launched({.action = name, .token = tokenIn(platform)});
    else if (calledFromDBus())
        sendErrorReply(QDBusError::InvalidArgs, u"no action of that name"_s);
}
