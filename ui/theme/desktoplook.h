#pragma once

#include <QColor>
#include <QDBusVariant>
#include <QObject>

#include <functional>
#include <optional>

// How the desktop looks, from the settings portal, as long as the program runs; where there is
// none, light or dark from the colours the platform gives.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
class DesktopLook : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };

    // Asks the portal, and does not wait for it.
    explicit DesktopLook(QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_told.scheme; }
    // Of what is selected, where the person has chosen one.
    [[nodiscard]] std::optional<QColor> accent() const { return m_told.accent; }
    [[nodiscard]] bool wantsContrast() const { return m_told.contrast; }
    // Whether things may move that could as well be there at once.
    [[nodiscard]] bool wantsMotion() const { return m_told.animations && !m_told.reducedMotion; }

signals:
    void changed();

private slots:
    void takeSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    struct Told
    {
        Scheme scheme = Scheme::Light;
        std::optional<QColor> accent = {};
        bool contrast = false;
        bool animations = true; // What GNOME says,
        bool reducedMotion = false; // and what all of them may.

        bool operator==(const Told &) const = default;
    };

    void ask(const QString &space, const QString &key);
    void take(const QString &space, const QString &key, const QVariant &value);

    Scheme m_ofPlatform;
    Told m_told;
};
