#include "theme/desktoplook.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settings = "org.freedesktop.portal.Settings"_L1;

constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colourScheme = "color-scheme"_L1;
constexpr auto accentColour = "accent-color"_L1;
constexpr auto contrast = "contrast"_L1;
constexpr auto reducedMotion = "reduced-motion"_L1;
constexpr auto gnome = "org.gnome.desktop.interface"_L1;
constexpr auto animations = "enable-animations"_L1;

DesktopLook::Scheme schemeOfPalette()
{
    const auto palette = QGuiApplication::palette();
    const auto dark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    return dark ? DesktopLook::Scheme::Dark : DesktopLook::Scheme::Light;
}

// Anything but an answer of the portal's is no preference.
DesktopLook::Scheme schemeOf(const QVariant &value, DesktopLook::Scheme otherwise)
{
    constexpr uint preferDark = 1;
    constexpr uint preferLight = 2;
    switch (value.toUInt()) {
    case preferDark:
        return DesktopLook::Scheme::Dark;
    case preferLight:
        return DesktopLook::Scheme::Light;
    default:
        return otherwise;
    }
}

// Three numbers from 0 to 1; anything else means that none is chosen.
std::optional<QColor> colourOf(const QVariant &value)
{
    if (!value.canConvert<QDBusArgument>())
        return std::nullopt;
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != "(ddd)"_L1)
        return std::nullopt;
    std::array<double, 3> parts{};
    argument.beginStructure();
    for (auto &part : parts)
        argument >> part;
    argument.endStructure();
    if (!std::ranges::all_of(parts, [](double part) { return part >= 0 && part <= 1; }))
        return std::nullopt;
    return QColor::fromRgbF(float(parts[0]), float(parts[1]), float(parts[2]));
}

} // namespace

DesktopLook::DesktopLook(QObject *parent)
    : QObject(parent)
    , m_ofPlatform(schemeOfPalette())
    , m_told{.scheme = m_ofPlatform}
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settings, u"SettingChanged"_s, this,
                SLOT(takeSetting(QString, QString, QDBusVariant)));
    for (const auto key : {colourScheme, accentColour, contrast, reducedMotion})
        ask(appearance, key);
    ask(gnome, animations);
}

void DesktopLook::ask(const QString &space, const QString &key)
{
    auto question = QDBusMessage::createMethodCall(service, path, settings, u"Read"_s);
    question << space << key;
    auto *watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        const QDBusPendingReply<QDBusVariant> reply(*watcher);
        if (reply.isValid())
            take(space, key, reply.value().variant());
        watcher->deleteLater();
    });
}

void DesktopLook::takeSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    take(space, key, value.variant());
}

void DesktopLook::take(const QString &space, const QString &key, const QVariant &value)
{
    // Read() wraps its answer in a variant once more than the signal does.
    const auto bare
        = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const auto before = m_told;
    if (space == appearance && key == colourScheme)
        m_told.scheme = schemeOf(bare, m_ofPlatform);
    else if (space == appearance && key == accentColour)
        m_told.accent = colourOf(bare);
    else if (space == appearance && key == contrast)
        m_told.contrast = bare.toUInt() == 1;
    else if (space == appearance && key == reducedMotion)
        m_told.reducedMotion = bare.toUInt() == 1;
    else if (space == gnome && key == animations)
        m_told.animations = bare.toBool();
    if (m_told != before)
        emit changed();
}
