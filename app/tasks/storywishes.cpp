#include "tasks/storywishes.h"

#include "tasks/limits.h"

#include <algorithm>

int tasks::StoryWishes::add(const QList<StoryWish> &wishes)
{
    auto added = 0;
    for (const auto &wish : wishes) {
        if (m_size >= limits::storiesWaiting && !wish.isAsked())
            break;
        ++added;
        ++m_size;
        if (wish.isAsked()) {
            m_asked.push_back(wish);
            continue;
        }
        auto &lane = m_lanes[wish.feed];
        if (lane.waiting.empty())
            m_turns.push_back(wish.feed);
        lane.waiting.push_back(wish);
    }
    return added;
}

void tasks::StoryWishes::putBack(const StoryWish &wish)
{
    auto &lane = m_lanes[wish.feed];
    if (lane.waiting.empty())
        m_turns.push_back(wish.feed);
    lane.waiting.push_front(wish);
    ++m_size;
}

std::optional<tasks::StoryWish> tasks::StoryWishes::next(bool onlyAsked)
{
    if (!m_asked.empty()) {
        const auto wish = m_asked.front();
        m_asked.pop_front();
        --m_size;
        return wish;
    }
    for (auto turns = onlyAsked ? 0 : m_turns.size(); turns > 0; --turns) {
        const auto feed = m_turns.front();
        m_turns.pop_front();
        auto &lane = m_lanes[feed];
        if (lane.isBusy || lane.waiting.empty()) {
            if (!lane.waiting.empty())
                m_turns.push_back(feed);
            continue;
        }
        const auto wish = lane.waiting.front();
        lane.waiting.pop_front();
        lane.isBusy = true;
        if (!lane.waiting.empty())
            m_turns.push_back(feed);
        --m_size;
        return wish;
    }
    return {};
}

void tasks::StoryWishes::end(FeedId feed)
{
    const auto lane = m_lanes.find(feed);
    if (lane == m_lanes.end())
        return;
    lane->isBusy = false;
    if (lane->waiting.empty())
        m_lanes.erase(lane);
}

bool tasks::StoryWishes::take(ArticleId story)
{
    const auto is = [&](const StoryWish &wish) { return wish.story == story; };
    auto taken = std::erase_if(m_asked, is);
    // A lane that is empty now is passed over when its turn comes.
    for (auto &lane : m_lanes)
        taken += std::erase_if(lane.waiting, is);
    m_size -= int(taken);
    return taken > 0;
}

void tasks::StoryWishes::clear()
{
    m_asked.clear();
    m_lanes.clear();
    m_turns.clear();
    m_size = 0;
}
