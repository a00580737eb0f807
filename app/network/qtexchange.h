#pragma once

#include "network/exchange.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

#include <memory>

class QNetworkAccessManager;

namespace network {

// Carried by Qt: HTTP/2 and HTTP/1 over TLS, and what goes through a proxy.
class QtExchange final : public Exchange
{
public:
    QtExchange(QNetworkAccessManager &manager, const Job &job, const Limits &limits, Ended ended);
    ~QtExchange() override;

private:
    void readHead();
    void readBody();
    void finish();

    [[nodiscard]] QByteArray header(QByteArrayView name) const override;
    void hangUp() override;

    std::unique_ptr<QNetworkReply, void (*)(QNetworkReply *)> m_reply;
    QList<QSslError> m_certificate;
};

} // namespace network
