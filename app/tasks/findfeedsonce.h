#pragma once

#include "feeds/discovery.h"
#include "network/fetcher.h"
#include "tasks/findfeeds.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>
#include <vector>

// One search of FindFeeds, from an address to all that was found.
class FindFeedsOnce : public QObject
{
    Q_OBJECT

public:
    FindFeedsOnce(network::Fetcher &fetcher, QObject *parent);

    void start(const QString &typed, const network::Credentials &credentials);
    // Nothing is told any more.
    void stop();

signals:
    void found(const FoundFeed &feed);
    void finished(int found, const Error &error); // The error says why nothing was found.

private:
    // What an address answered: a feed, or what it says of feeds elsewhere.
    struct Reading
    {
        QUrl asked = {};
        QUrl from = {}; // After redirects.
        QUrl movedTo = {};
        std::optional<Error> failure = {}; // No answer at all.
        Result<ParsedFeed> feed = Error{Error::Kind::NotAFeed, {}};
        QList<feeds::Candidate> named = {};
    };
    using Done = std::function<void(const Reading &)>;

    // A feed that is looked for at a candidate's address, or where that leads to.
    struct Place
    {
        feeds::Candidate candidate = {};
        bool isAsked = false;
        bool isLed = false; // To another address, which is the last.
        std::optional<Reading> reading = {};
    };

    static Reading understood(const QUrl &asked, const network::Answer &answer);
    void ask(const QUrl &url, const Done &done);
    void askPage(const QUrl &url);
    void pageRead(const Reading &page);
    [[nodiscard]] QUrl otherWay(const Error &error) const;
    void choosePlaces(const Reading &page);
    void addPlaces(const QList<feeds::Candidate> &candidates);
    void askPlace(size_t index);
    void placeRead(size_t index, const Reading &reading);
    void offerInOrder();
    void placesRead();
    void guess();
    void offer(const Reading &reading);
    void noteFailure(const feeds::Candidate &candidate, const Reading &reading);
    void finish();

    network::Fetcher &m_fetcher;
    QString m_typed;
    QUrl m_url; // The address that is searched.
    QUrl m_page; // Where it led to.
    network::Credentials m_credentials;
    bool m_isStopped = false;
    bool m_triedOtherWay = false;

    QSet<QString> m_asked; // Keys of the addresses that were asked for.
    std::vector<Place> m_places; // The likeliest first.
    size_t m_offered = 0; // Of the places, in their order.
    QList<feeds::Candidate> m_guesses;
    QList<Reading> m_found;
    std::optional<Error> m_error; // The one that says most.
};
