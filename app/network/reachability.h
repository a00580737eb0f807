#pragma once

#include <QNetworkInformation>
#include <QObject>

#include <functional>

namespace network {

// Whether there is a network at all, as the desktop's network service says; where there is none to
// ask, there is taken to be one. Asking may take a while: not for the window's thread.
class Reachability : public QObject
{
public:
    explicit Reachability(std::function<void(bool)> changed);

    [[nodiscard]] bool online() const { return m_online; }

private:
    void take(QNetworkInformation::Reachability reachability);

    std::function<void(bool)> m_changed;
    bool m_online = true;
};

} // namespace network
