#pragma once

#include "model/feed.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

struct RefreshReport;

// What happens to feeds and addresses, in sentences that say what the person can do.
namespace feedwords {

// The server or the way to it failed, not a file: what this part finds words for.
bool isAboutAddress(const Error &error);

// Of what was asked once, and is not asked again by itself:
// "The server does not know the address (404). It may have changed; look for the feed on the site."
QString reason(const Error &error);

// The same of a feed that has been failing: what is wrong, since when, what can be done.
// "Not found (404) since 12 March. …"
QString failure(const FeedFailure &failure, const QDateTime &now, const QLocale &locale);

// "Fetched 5 minutes ago. Next in 2 hours."
QString state(const Feed &feed, const QDateTime &now, const QLocale &locale);

// How a round went, where there is something to say; empty when all is well.
QString refreshed(const RefreshReport &report, const QLocale &locale);

// "3 new stories in The Example Times"
QString fresh(int stories, const QString &feed);

// How long ago, or how long until: "5 minutes", "2 hours", "3 days"; in whole units.
QString span(qint64 seconds);

// "217 new feeds in 12 folders; 3 were there already"
QString imported(int added, int folders, int known, int left);

} // namespace feedwords
