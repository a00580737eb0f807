#pragma once

#include "base/result.h"
#include "model/feed.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace feeds {

// What a list of subscriptions holds.
struct Subscriptions
{
    QList<NewFeed> feeds = {}; // In the list's order.
    int duplicates = 0; // Feeds that stood in it before; the first place counts.
    int leftOut = 0; // Outlines that are no feeds, or feeds that cannot be fetched.

    bool operator==(const Subscriptions &) const = default;
};

// A list of subscriptions (OPML 1.0 and 2.0, http://opml.org/spec2.opml) as programs write it:
// names of attributes in any case, folders nested or named in `category`, what is broken mended.
// Pages that are searched for news and commands whose output is read are left out. Nothing in it is
// ever run. Errors: Malformed when it is no outline, Empty without feeds, TooLarge. Pure, for the
// pool.
Result<Subscriptions> readOpml(const QByteArray &bytes);

// The same for any list of subscriptions that people have: OPML, bookmarks with feeds (FEEDURL in
// the Netscape format), an address a line as newsboat keeps them. Told apart by content.
Result<Subscriptions> readSubscriptions(const QByteArray &bytes);

// Writes OPML 2.0, with what other programs said of the feeds. Feeds of one folder stand together,
// in their order; otherwise reading it gives the same feeds again. `created` may be invalid.
QByteArray writeOpml(const QList<NewFeed> &feeds, const QString &title,
                     const QDateTime &created = {});

} // namespace feeds
