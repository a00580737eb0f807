#pragma once

#include "base/result.h"
#include "model/feed.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace feeds {

// A list of subscriptions (OPML 1.0 and 2.0, http://opml.org/spec2.opml) as programs write it:
// names of attributes in any case, folders nested, duplicates and outlines that are no feeds left
// out. Nothing in it is ever run. Errors: Malformed, Empty, TooLarge.
Result<QList<NewFeed>> readOpml(const QByteArray &bytes);

// Writes OPML 2.0, with what other programs said of the feeds.
QByteArray writeOpml(const QList<NewFeed> &feeds, const QString &title);

} // namespace feeds
