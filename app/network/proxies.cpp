#include "network/proxies.h"

#include "network/addresses.h"

namespace network {

QList<QNetworkProxy> DesktopProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy::NoProxy};
    return systemProxyForQuery(query);
}

bool DesktopProxies::direct(const QUrl &url)
{
    const auto proxies = queryProxy(QNetworkProxyQuery(url));
    return proxies.isEmpty() || proxies.first().type() == QNetworkProxy::NoProxy;
}

} // namespace network
