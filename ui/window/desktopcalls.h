#pragma once

#include "window/singleinstance.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QObject>
#include <QVariant>

// The program as the desktop calls it over D-Bus: a double click on a file that the desktop entry
// claims comes as a message, and the bus starts the program where none takes it.
// https://specifications.freedesktop.org/desktop-entry-spec/latest/dbus.html
class DesktopCalls : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    using QObject::QObject;

    // Takes the program's name on the session's bus, if there is one. Waits for no answer: where
    // another has the name, the bus gives it to this one when that goes.
    void appear() { appear(QDBusConnection::sessionBus()); }
    void appear(QDBusConnection bus);

public slots:
    // The interface's own names.
    Q_SCRIPTABLE void Activate(const QVariantMap &platform);
    Q_SCRIPTABLE void Open(const QStringList &addresses, const QVariantMap &platform);
    Q_SCRIPTABLE void ActivateAction(const QString &name, const QVariantList &parameters,
                                     const QVariantMap &platform);

signals:
    void launched(const Launch &launch);

private:
    bool m_appeared = false;
};
