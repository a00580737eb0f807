#include "tasks/fetchedfeed.h"

#include "feeds/feeds.h"
#include "feeds/story.h"

#include <QCryptographicHash>

Result<tasks::FetchedFeed> tasks::readFetched(const Feed &feed, const network::Answer &answer,
                                              const FeedStore::KnownEntries &known)
{
    FetchedFeed fetched{.digest
                        = QCryptographicHash::hash(answer.body, QCryptographicHash::Blake2b_256)};
    if (!feed.digest.isEmpty() && fetched.digest == feed.digest) {
        fetched.unchanged = true;
        return fetched;
    }
    const auto parsed
        = feeds::parse(answer.body, {.url = answer.url, .contentType = answer.contentType});
    if (!parsed)
        return parsed.error();
    QList<FeedStory> stories;
    stories.reserve(parsed->entries.size());
    for (const auto &entry : parsed->entries) {
        auto story = feeds::story(*parsed, entry);
        stories.append({.guid = std::move(story.guid),
                        .article = std::move(story.article),
                        .html = std::move(story.html),
                        .isSummary = story.isSummary});
    }
    fetched.stories = FeedStore::prepare(stories, known);
    fetched.description = {.title = parsed->title,
                           .description = parsed->description,
                           .site = parsed->site,
                           .language = parsed->language};
    fetched.wishes = wishesOf(*parsed);
    fetched.movedTo = parsed->movedTo;
    fetched.icon = parsed->icon;
    fetched.image = parsed->image;
    return fetched;
}
