#include "tasks/completestories.h"

#include "tasks/storycompletion.h"

CompleteStories::CompleteStories(SharedLibrary &library, network::Fetcher &fetcher,
                                 const QString &rulesFile, QObject *parent)
    : QObject(parent)
    , m(std::make_unique<Private>(*this, library, fetcher, rulesFile))
{
}

CompleteStories::~CompleteStories() = default;

void CompleteStories::complete(FeedId feed, const QList<ArticleId> &fresh,
                               const QList<ArticleId> &summaries)
{
    m->complete(feed, fresh, summaries);
}

void CompleteStories::completeNow(ArticleId story)
{
    m->completeNow(story);
}

void CompleteStories::cancel()
{
    m->cancel();
}
