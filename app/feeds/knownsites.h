#pragma once

#include <QStringList>
#include <QUrl>

namespace feeds {

// Where sites of many people have the feeds of one of them, by the form of their addresses; in the
// order in which they are worth asking. Empty for addresses of no known form.
QStringList knownFeeds(const QUrl &url);

} // namespace feeds
