#include "tasks/completestories.h"

class CompleteStories::Private
{
};

CompleteStories::CompleteStories(SharedLibrary &, network::Fetcher &, const QString &,
                                 QObject *parent)
    : QObject(parent)
{
}

CompleteStories::~CompleteStories() = default;

void CompleteStories::complete(FeedId, const QList<ArticleId> &, const QList<ArticleId> &) { }

void CompleteStories::completeNow(ArticleId) { }

void CompleteStories::cancel() { }
