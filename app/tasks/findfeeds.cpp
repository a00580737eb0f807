#include "tasks/findfeeds.h"

#include "tasks/findfeedsonce.h"

#include <QPointer>

#include <utility>

class FindFeeds::Private
{
public:
    explicit Private(network::Fetcher &fetcherToUse)
        : fetcher(fetcherToUse)
    {
    }

    // Whoever is told may end the search or begin another while it is still at work.
    void end()
    {
        if (auto *ended = std::exchange(search, nullptr)) {
            ended->disconnect();
            ended->stop();
            ended->deleteLater();
        }
    }

    network::Fetcher &fetcher;
    FindFeedsOnce *search = nullptr;
};

FindFeeds::FindFeeds(network::Fetcher &fetcher, QObject *parent)
    : QObject(parent)
    , m(std::make_unique<Private>(fetcher))
{
}

FindFeeds::~FindFeeds()
{
    m->end();
}

void FindFeeds::find(const QString &typed, const network::Credentials &credentials)
{
    m->end();
    m->search = new FindFeedsOnce(m->fetcher, this);
    connect(m->search, &FindFeedsOnce::found, this, &FindFeeds::found);
    connect(m->search, &FindFeedsOnce::finished, this, [this](int count, const Error &error) {
        m->end();
        // Whoever is told that it failed may ask for something else, which is not finished.
        const QPointer<FindFeeds> self(this);
        if (count == 0)
            emit failed(error);
        if (self && !m->search)
            emit finished(count);
    });
    m->search->start(typed, credentials);
}

void FindFeeds::cancel()
{
    m->end();
}
