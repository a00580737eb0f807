#pragma once

#include "feeds/addresses.h"
#include "feeds/limits.h"
#include "feeds/opml.h"

#include <QSet>

#include <utility>

namespace feeds {

// Collects what a list of subscriptions holds, each feed once.
class SubscriptionList
{
public:
    void add(const NewFeed &feed)
    {
        const auto key = addressKey(feed.url);
        if (m_known.contains(key)) {
            ++m_found.duplicates;
        } else if (m_found.feeds.size() >= limits::listedFeeds) {
            leaveOut();
        } else {
            m_known.insert(key);
            m_found.feeds.append(feed);
        }
    }

    void leaveOut(int count = 1) { m_found.leftOut += count; }

    // Empty is a list without feeds.
    Result<Subscriptions> take()
    {
        if (m_found.feeds.isEmpty())
            return Error{Error::Kind::Empty, QStringLiteral("a list without feeds")};
        return std::move(m_found);
    }

private:
    Subscriptions m_found;
    QSet<QString> m_known; // Keys of the feeds' addresses.
};

} // namespace feeds
