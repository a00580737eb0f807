#pragma once

#include "base/result.h"

#include <QAbstractSocket>
#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace network {

// What a status (RFC 9110 §15) that is no success means.
Error statusError(int status, const QUrl &url);

// What Qt says of a connection that failed.
Error connectionError(QNetworkReply::NetworkError error, const QString &words, const QUrl &url);

Error socketError(QAbstractSocket::SocketError error, const QString &words);

// Which part of a certificate does not hold: "expired", "self-signed", "wrong host" …
Error certificateError(const QList<QSslError> &errors, const QUrl &url);

} // namespace network
