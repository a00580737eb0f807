#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

namespace feeds {

// A feed that a page names or that may stand near it.
struct Candidate
{
    QUrl url;
    QString title = {}; // As the page calls it; may be empty.
    bool named = false; // The page says that it is its feed; else it is a guess to be tried.

    bool operator==(const Candidate &) const = default;
};

// What somebody typed or pasted as an address: a scheme added, feed: and feed:// taken off, the
// usual slips mended, taken out of the text around it. "@name@host" and "r/name" are the pages of a
// profile and a forum. A path from the root is a file's. Empty when it can be none.
QUrl addressFrom(const QString &typed);

// Addresses that are known to have a feed by their form: a video channel, a profile of a social
// network, a forum of links, a podcast directory's page. Empty for others.
QList<Candidate> knownPlaces(const QUrl &url);

// The feeds a page names: <link rel=alternate> (HTML §4.6.7.1), those of its comments last, then
// links to feeds in its body. One feed in several formats stands once, as Atom if there is one. A
// podcast directory's JSON names feeds, too.
QList<Candidate> namedFeeds(const QByteArray &page, const QByteArray &contentType, const QUrl &url);

// Where sites commonly have their feed, in the page's folders and at the root: to be tried when the
// page names none. Never more than a dozen.
QList<Candidate> commonPlaces(const QUrl &url);

} // namespace feeds
