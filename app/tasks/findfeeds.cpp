#include "tasks/findfeeds.h"

class FindFeeds::Private
{
};

FindFeeds::FindFeeds(network::Fetcher &, QObject *parent)
    : QObject(parent)
{
}

FindFeeds::~FindFeeds() = default;

void FindFeeds::find(const QString &, const network::Credentials &) { }

void FindFeeds::cancel() { }
