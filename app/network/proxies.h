#pragma once

#include <QNetworkProxyFactory>
#include <QUrl>

namespace network {

// The proxies that the desktop or the environment names, never for this machine itself.
class DesktopProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
    // Whether an address is asked without any.
    bool direct(const QUrl &url);
};

} // namespace network
