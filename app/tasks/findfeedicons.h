#pragma once

#include "library/sharedlibrary.h"
#include "network/fetcher.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QUrl>

// Finds the small pictures that stand for feeds: the one the feed names, or its site's, or what
// stands at the usual place. Each feed is looked for once in a session, few at a time. They are
// kept as they came, as far as they are pictures and small: whoever shows them decodes them.
class FindFeedIcons : public QObject
{
    Q_OBJECT

public:
    FindFeedIcons(SharedLibrary &library, network::Fetcher &fetcher, QObject *parent = nullptr);

    struct Wanted
    {
        FeedId feed = FeedId::None;
        QUrl url = {}; // Of the feed.
        QUrl named = {}; // By the feed; may be empty, as the next.
        QUrl site = {};
        QUrl image = {}; // The feed's larger picture, if there is no other.
    };

    // Notes it for goOn().
    void find(const Wanted &wanted);
    void goOn();
    void cancel();

private:
    struct Search;

    void tryNext(Search search);
    void readPage(Search search);
    void check(const Search &search, const QByteArray &bytes);
    void tryPlaces(Search search, const QList<QUrl> &places);
    void end(const Search &search);

    SharedLibrary &m_library;
    network::Fetcher &m_fetcher;
    QList<Wanted> m_waiting;
    QSet<FeedId> m_known;
    int m_underWay = 0;
    quint64 m_round = 0; // Searches of an earlier one were cancelled.
};
