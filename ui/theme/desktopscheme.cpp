#include "theme/desktopscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settings = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colourScheme = "color-scheme"_L1;

DesktopScheme::Scheme schemeOfPalette()
{
    const auto palette = QGuiApplication::palette();
    const auto dark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    return dark ? DesktopScheme::Scheme::Dark : DesktopScheme::Scheme::Light;
}

} // namespace

DesktopScheme::DesktopScheme(QObject *parent)
    : QObject(parent)
    , m_scheme(schemeOfPalette())
{
    ask();
}

void DesktopScheme::ask()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settings, u"SettingChanged"_s, this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    auto question = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
    question << QString(appearance) << QString(colourScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply(*watcher);
        if (reply.isValid())
            take(reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopScheme::takeSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == appearance && key == colourScheme)
        take(value.variant());
}

void DesktopScheme::take(const QVariant &value)
{
    // Read() wraps its answer in a variant once more than the signal does.
    const auto bare
        = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    constexpr uint noPreference = 0;
    constexpr uint preferDark = 1;
    const auto preference = bare.toUInt();
    if (preference == noPreference)
        return;
    const auto scheme = preference == preferDark ? Scheme::Dark : Scheme::Light;
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed();
}
