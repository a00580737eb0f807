#include "network/problems.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace network {

namespace {

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
    case 407:
        return Error::Kind::NeedsPassword;
    case 402:
    case 403:
    case 451:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 408:
    case 504:
        return Error::Kind::TimedOut;
    case 410:
        return Error::Kind::Gone;
    case 429:
        return Error::Kind::TooManyRequests;
    default:
        return Error::Kind::ServerTrouble;
    }
}

Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return Error::Kind::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Error::Kind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Insecure;
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::Kind::NeedsPassword;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return Error::Kind::Unreachable;
    default:
        return Error::Kind::ServerTrouble;
    }
}

QString nameOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return u"expired"_s;
    case QSslError::CertificateNotYetValid:
        return u"not yet valid"_s;
    case QSslError::HostNameMismatch:
        return u"wrong host"_s;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return u"self-signed"_s;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return u"revoked"_s;
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"unknown issuer"_s;
    default:
        return QSslError(error).errorString();
    }
}

} // namespace

Error statusError(int status, const QUrl &url)
{
    return {kindOf(status), u"status %1"_s.arg(status), url.toString(), status};
}

Error connectionError(QNetworkReply::NetworkError error, const QString &words, const QUrl &url)
{
    return {kindOf(error), words, url.toString()};
}

Error socketError(QAbstractSocket::SocketError error, const QString &words)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return {Error::Kind::HostNotFound, words};
    case QAbstractSocket::SocketTimeoutError:
        return {Error::Kind::TimedOut, words};
    default:
        return {Error::Kind::Unreachable, words};
    }
}

Error certificateError(const QList<QSslError> &errors, const QUrl &url)
{
    QStringList names;
    for (const auto &error : errors) {
        if (const auto name = nameOf(error.error()); !names.contains(name))
            names.append(name);
    }
    return {Error::Kind::Insecure, names.join(", "_L1), url.toString()};
}

} // namespace network
