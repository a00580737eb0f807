#pragma once

#include <QString>
#include <QUrl>

namespace feeds {

// The address that one word is meant for: https where no scheme is said, http for feed: (which
// stands for it), slips around the scheme mended, without a fragment. A path from the root is a
// file. Empty for other schemes and for what cannot be a host's name.
QUrl addressOfWord(const QString &word);

// This machine, by name or number: localhost and what is below it (RFC 6761 §6.3), 127.0.0.0/8,
// ::1.
bool isThisMachine(const QUrl &url);

// What tells addresses of feeds apart: not whether they are asked for by http or https.
QString addressKey(const QUrl &url);

} // namespace feeds
