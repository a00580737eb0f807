#pragma once

#include "model/feed.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>

#include <functional>

namespace network {

enum class Kind;

// The value of a header of an answer; empty where there is none.
using Header = std::function<QByteArray(QByteArrayView name)>;

// What we take, told by the Accept header (RFC 9110 §12.5.1).
QByteArray accepted(Kind kind);

// The three forms of RFC 9110 §5.6.7; invalid for anything else.
QDateTime httpDate(const QByteArray &written);

// Validators and how long the answer stays fresh (RFC 9111 §4.2) for a reader of one person.
Freshness freshness(const Header &header, const QDateTime &now);

// Retry-After (RFC 9110 §10.2.3): seconds or a date; 0 where it is not said.
int retryAfterSeconds(const Header &header, const QDateTime &now);

// As it may stand in a header of ours: empty where it is no header value (RFC 9110 §5.5).
QByteArray headerValue(const QByteArray &value);

} // namespace network
