#include "network/addresses.h"

#include "network/fetcher.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace network {

Credentials credentialsIn(const QUrl &url)
{
    return {.user = url.userName(QUrl::FullyDecoded), .password = url.password(QUrl::FullyDecoded)};
}

QUrl withoutCredentials(const QUrl &url)
{
    auto plain = url;
    plain.setUserInfo({});
    return plain;
}

QByteArray basicAuthorization(const Credentials &credentials)
{
    return "Basic " + (credentials.user + u':' + credentials.password).toUtf8().toBase64();
}

bool isWeb(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
}

bool isLoopback(const QUrl &url)
{
    const auto host = url.host();
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1)
        || QHostAddress(host).isLoopback();
}

namespace {

int port(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QString server(const QUrl &url)
{
    return url.host() + u':' + QString::number(port(url));
}

bool sameOwner(const QUrl &known, const QUrl &url)
{
    if (known.host() != url.host())
        return false;
    const bool movedToTls = known.scheme() == "http"_L1 && url.scheme() == "https"_L1
        && port(known) == 80 && port(url) == 443;
    return movedToTls || (known.scheme() == url.scheme() && port(known) == port(url));
}

Result<QUrl> redirected(const QUrl &from, const QByteArray &location)
{
    const auto relative = QUrl::fromEncoded(location.trimmed());
    auto url = from.resolved(relative);
    if (location.trimmed().isEmpty() || !relative.isValid() || !url.isValid())
        return Error{Error::Kind::ServerTrouble, u"redirect to nowhere"_s, from.toString()};
    if (!isWeb(url))
        return Error{Error::Kind::Refused, u"redirect from the web to %1:"_s.arg(url.scheme()),
                     url.toString()};
    // A server far away has no business with what runs here.
    if (isLoopback(url) && !isLoopback(from))
        return Error{Error::Kind::Refused, u"redirect from the web to this machine"_s,
                     url.toString()};
    if (url.host().isEmpty())
        return Error{Error::Kind::ServerTrouble, u"redirect to no host"_s, from.toString()};
    if (from.scheme() == "https"_L1 && url.scheme() != "https"_L1)
        return Error{Error::Kind::Refused, u"redirect from https to http"_s, url.toString()};

    if (!url.hasFragment() && from.hasFragment())
        url.setFragment(from.fragment(QUrl::FullyEncoded), QUrl::StrictMode);
    return withoutCredentials(url);
}

} // namespace network
