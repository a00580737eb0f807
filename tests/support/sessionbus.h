#pragma once

#include <QProcess>

namespace support {

// A session bus of the test's own, on which nobody else is; it ends with it.
class SessionBus
{
public:
    SessionBus() = default;
    ~SessionBus() { stop(); }
    SessionBus(const SessionBus &) = delete;
    SessionBus &operator=(const SessionBus &) = delete;
    SessionBus(SessionBus &&) = delete;
    SessionBus &operator=(SessionBus &&) = delete;

    // False when there is none to be had.
    bool start()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--print-address")});
        if (!m_daemon.waitForReadyRead())
            return false;
        m_address = m_daemon.readLine().trimmed();
        return true;
    }

    // From now on it is the bus of this program and of those it starts.
    bool startAsOurs() { return start() && qputenv("DBUS_SESSION_BUS_ADDRESS", m_address); }

    void stop()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    [[nodiscard]] const QByteArray &address() const { return m_address; }

private:
    QProcess m_daemon;
    QByteArray m_address;
};

} // namespace support
