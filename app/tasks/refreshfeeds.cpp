#include "tasks/refreshfeeds.h"

#include "tasks/refreshround.h"

#include <utility>

RefreshFeeds::RefreshFeeds(SharedLibrary &library, network::Fetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m(std::make_unique<Private>(*this, library, fetcher))
{
}

RefreshFeeds::~RefreshFeeds() = default;

void RefreshFeeds::setCredentials(const CredentialsOf &credentials)
{
    m->setCredentials(credentials);
}

void RefreshFeeds::start()
{
    m->start();
}

void RefreshFeeds::refreshAll()
{
    m->refreshAll();
}

void RefreshFeeds::refresh(const QList<FeedId> &feeds)
{
    m->refresh({feeds.begin(), feeds.end()});
}

void RefreshFeeds::cancel()
{
    m->cancel();
}

bool RefreshFeeds::running() const
{
    return m->running();
}
