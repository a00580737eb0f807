#include "tasks/feedqueue.h"

#include "tasks/limits.h"

int tasks::FeedQueue::add(const QList<Feed> &feeds)
{
    auto added = 0;
    for (const auto &feed : feeds) {
        if (m_known.contains(feed.id))
            continue;
        m_known.insert(feed.id);
        ++added;
        auto &host = m_hosts[feed.url.host()];
        if (host.waiting.empty())
            m_turns.push_back(feed.url.host());
        host.waiting.push_back(feed);
    }
    return added;
}

std::optional<Feed> tasks::FeedQueue::next()
{
    for (auto turns = m_turns.size(); turns > 0; --turns) {
        const auto name = m_turns.front();
        m_turns.pop_front();
        auto &host = m_hosts[name];
        if (host.asked >= limits::feedsPerHost) {
            m_turns.push_back(name);
            continue;
        }
        auto feed = std::move(host.waiting.front());
        host.waiting.pop_front();
        ++host.asked;
        m_asked.insert(feed.id, name);
        if (!host.waiting.empty())
            m_turns.push_back(name);
        return feed;
    }
    return {};
}

void tasks::FeedQueue::answered(FeedId feed)
{
    if (!m_asked.contains(feed))
        return;
    const auto host = m_hosts.find(m_asked.take(feed));
    --host->asked;
    if (host->asked <= 0 && host->waiting.empty())
        m_hosts.erase(host);
}

void tasks::FeedQueue::end(FeedId feed)
{
    answered(feed);
    m_known.remove(feed);
}

QList<Feed> tasks::FeedQueue::takeWaiting()
{
    QList<Feed> waiting;
    for (const auto &name : m_turns) {
        auto &host = m_hosts[name];
        for (auto &feed : host.waiting) {
            m_known.remove(feed.id);
            waiting.append(std::move(feed));
        }
        host.waiting.clear();
    }
    m_turns.clear();
    erase_if(m_hosts, [](const auto &host) { return host.value().asked <= 0; });
    return waiting;
}
