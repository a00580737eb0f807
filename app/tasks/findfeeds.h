#pragma once

#include "base/result.h"
#include "model/parsedfeed.h"
#include "network/fetcher.h"

#include <QObject>

#include <memory>

// A feed that was found at an address, understood: what the person sees before subscribing.
struct FoundFeed
{
    QUrl url; // To subscribe to.
    ParsedFeed feed;

    bool operator==(const FoundFeed &) const = default;
};

// Finds the feeds of whatever address somebody gives: the feed itself, places known by their form,
// feeds the page names, common places. Each is fetched and understood before it is offered.
class FindFeeds : public QObject
{
    Q_OBJECT

public:
    explicit FindFeeds(network::Fetcher &fetcher, QObject *parent = nullptr);
    ~FindFeeds() override;

    // Ends a search under way. Without an address in `typed`: failed() with Malformed. Where no
    // scheme was typed, http is asked when https does not answer, but never with a password: after
    // NeedsPassword, ask for what the error's `where` says.
    void find(const QString &typed, const network::Credentials &credentials = {});
    void cancel();

signals:
    void found(const FoundFeed &feed); // The likeliest first.
    // Nothing more is coming; finished after failed() too. `first` error when nothing was found.
    void finished(int found);
    void failed(const Error &error);

private:
    class Private;
    std::unique_ptr<Private> m;
};
