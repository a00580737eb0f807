#pragma once

#include <QString>
#include <QUrl>

namespace feeds {

// The address that one word is meant for: https where no scheme is said, http for feed: (which
// stands for it), slips around the scheme mended, without a fragment. A path from the root is a
// file. Empty for other schemes and for what cannot be a host's name.
QUrl addressOfWord(const QString &word);

// What tells addresses of feeds apart: not whether they are asked for by http or https.
QString addressKey(const QUrl &url);

} // namespace feeds
