#pragma once

#include <QNetworkProxyFactory>

namespace network {

// The proxies that the desktop or the environment names, never for this machine itself.
class DesktopProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace network
