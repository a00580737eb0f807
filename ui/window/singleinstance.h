#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

class QLocalSocket;

// What a second launch hands to the first.
struct Launch
{
    QStringList open = {}; // Absolute paths and addresses.
    QString action = {}; // What else is to be done, by its name in the desktop file; may be empty.
    QString token = {}; // The desktop's leave to come to the front (xdg-activation); may be empty.

    bool operator==(const Launch &) const = default;
};

// One window per person and library: whoever comes first listens, whoever comes later hands over
// and goes.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First, // And told of later ones by launched().
        HandedOver, // Another window has taken the launch.
        Alone // Another window is there, but does not answer.
    };

    // `folder` is where the socket is made: a folder of this person alone. Windows of different
    // libraries have different names.
    explicit SingleInstance(const QString &folder,
                            const QString &name = QStringLiteral("broadsheet"),
                            QObject *parent = nullptr);

    // Whether another window has taken the launch, without claiming to be one.
    [[nodiscard]] bool handOver(const Launch &launch) const;

    // Whether there was no other; then it is told of later ones.
    bool becomeFirst();

    // Waits for the other window's answer for a moment, so it comes before any window is shown.
    Role claim(const Launch &launch);

    // The name of the window that shows this library; one folder has one name, however it is
    // reached.
    static QString nameFor(const QString &library);

    // The runtime folder of the person.
    static QString usualFolder();

signals:
    void launched(const Launch &launch);

private:
    void listen();
    void receive(QLocalSocket *socket);

    QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};
