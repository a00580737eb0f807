#pragma once

#include "library/sharedlibrary.h"
#include "network/fetcher.h"

#include <QObject>

#include <memory>

// Makes stories complete for reading without a network: fetches the page of a story that its feed
// only summarises and finds the whole text in it, and brings the story's pictures into the library.
// Pages and pictures are fetched one after another for each host, without cookies or referrer;
// counting pixels never.
class CompleteStories : public QObject
{
    Q_OBJECT

public:
    CompleteStories(SharedLibrary &library, network::Fetcher &fetcher, const QString &rulesFile,
                    QObject *parent = nullptr);
    ~CompleteStories() override;

    // By the settings of the stories' feed: pages of `summaries` (or of all where the feed always
    // wants them), pictures of all.
    void complete(FeedId feed, const QList<ArticleId> &fresh, const QList<ArticleId> &summaries);
    // Because somebody asked for it, whatever the settings say: goes before the others.
    void completeNow(ArticleId story);
    void cancel();

signals:
    void completed(ArticleId story); // Its text or pictures are in the library.
    void failed(ArticleId story, const Error &error); // Only of those asked for by completeNow().
    void progressed(int done, int total);

private:
    class Private;
    std::unique_ptr<Private> m;
};
