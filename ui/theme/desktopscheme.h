#pragma once

#include <QDBusVariant>
#include <QObject>

// Whether the desktop is light or dark, from the settings portal; where there is none, from the
// colours the platform gives.
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark };

    // Asks the portal, and does not wait for it.
    explicit DesktopScheme(QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

signals:
    void changed();

private slots:
    void takeSetting(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    Scheme m_scheme;
};
