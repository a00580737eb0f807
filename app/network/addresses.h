#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace network {

struct Credentials;

// The user and password that an address carries before its host (RFC 3986 §3.2.1), and the address
// without them.
Credentials credentialsIn(const QUrl &url);
QUrl withoutCredentials(const QUrl &url);

// Basic authentication (RFC 7617), in UTF-8.
QByteArray basicAuthorization(const Credentials &credentials);

bool isWeb(const QUrl &url);

// This machine: localhost and everything below it (RFC 6761 §6.3), 127.0.0.0/8 and ::1.
bool isLoopback(const QUrl &url);

// Whom connections are counted by: host and port.
QString server(const QUrl &url);

// True where credentials for `known` may be sent: the same server, or the same host that has moved
// to https.
bool sameOwner(const QUrl &known, const QUrl &url);

// Where a redirect (RFC 9110 §10.2.2) leads: resolved, with the fragment of `from` unless it has
// its own, without credentials. An error where it must not be followed.
Result<QUrl> redirected(const QUrl &from, const QByteArray &location);

} // namespace network
