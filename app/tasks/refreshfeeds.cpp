#include "tasks/refreshfeeds.h"

class RefreshFeeds::Private
{
};

RefreshFeeds::RefreshFeeds(SharedLibrary &, network::Fetcher &, QObject *parent)
    : QObject(parent)
{
}

RefreshFeeds::~RefreshFeeds() = default;

void RefreshFeeds::start() { }

void RefreshFeeds::refreshAll() { }

void RefreshFeeds::refresh(const QList<FeedId> &) { }

void RefreshFeeds::cancel() { }

bool RefreshFeeds::running() const
{
    return false;
}
