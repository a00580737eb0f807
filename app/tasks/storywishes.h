#pragma once

#include "model/feed.h"
#include "model/headline.h"

#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace tasks {

// What is to be done for a story.
struct StoryWish
{
    ArticleId story = ArticleId::None;
    FeedId feed = FeedId::None; // None: somebody asked for this very story.
    bool page = false;
    bool pictures = false;

    [[nodiscard]] bool isAsked() const { return feed == FeedId::None; }
    bool operator==(const StoryWish &) const = default;
};

// Stories that wait to be made complete. Feeds take turns, one story of each at a time; what
// somebody asked for goes first.
class StoryWishes
{
public:
    // Answers how many were taken: there is an end to what waits.
    int add(const QList<StoryWish> &wishes);
    void putBack(const StoryWish &wish); // To be the next of its feed.
    std::optional<StoryWish> next(bool onlyAsked);
    // The next story of its feed may go.
    void end(FeedId feed);
    // Whether this story waited; it does so no longer.
    bool take(ArticleId story);
    void clear();

    [[nodiscard]] int size() const { return m_size; }

private:
    struct Lane
    {
        std::deque<StoryWish> waiting = {};
        bool isBusy = false;
    };

    std::deque<StoryWish> m_asked;
    QHash<FeedId, Lane> m_lanes;
    std::deque<FeedId> m_turns; // Feeds of which some wait.
    int m_size = 0;
};

} // namespace tasks
