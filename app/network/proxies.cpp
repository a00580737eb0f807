#include "network/proxies.h"

#include "network/addresses.h"

namespace network {

QList<QNetworkProxy> DesktopProxies::queryProxy(const QNetworkProxyQuery &query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy::NoProxy};
    return systemProxyForQuery(query);
}

} // namespace network
