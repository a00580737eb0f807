#pragma once

#include <QString>
#include <QUrl>

namespace page {

// Where a link leads, to be read before it is followed: host and path of a page, the address of a
// mail. Letters are shown as such where that cannot deceive; a host whose name mixes scripts, or
// only looks like another one, is shown as it is encoded (Unicode TS 39 §5.2, RFC 3492). Nothing in
// it can turn the direction of what stands beside it.
QString readableAddress(const QUrl &url);

// A host as it may be shown, without "www.".
QString readableHost(const QString &host);

} // namespace page
