#include "network/reachability.h"

#include <utility>

namespace network {

Reachability::Reachability(std::function<void(bool)> changed)
    : m_changed(std::move(changed))
{
    constexpr auto feature = QNetworkInformation::Feature::Reachability;
    if (!QNetworkInformation::loadDefaultBackend()
        && !QNetworkInformation::loadBackendByFeatures(feature))
        return;
    const auto *information = QNetworkInformation::instance();
    if (!information || !information->supports(feature))
        return;
    connect(information, &QNetworkInformation::reachabilityChanged, this, &Reachability::take);
    take(information->reachability());
}

void Reachability::take(QNetworkInformation::Reachability reachability)
{
    const bool online = reachability != QNetworkInformation::Reachability::Disconnected
        && reachability != QNetworkInformation::Reachability::Local;
    if (std::exchange(m_online, online) != online)
        m_changed(online);
}

} // namespace network
