#pragma once

#include "benchmarks/storywriter.h"
#include "library/library.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <atomic>
#include <condition_variable>
#include <ctime>
#include <deque>
#include <memory>
#include <mutex>

// Libraries of a reader's lifetime: so many stories of 5 KB, told by feeds over ten years, most of
// them read. Made the way the program makes them: one thread writes what a pool has made ready.
class LifetimeLibrary
{
public:
    static constexpr int feeds = 500;
    static constexpr int storiesOfOneFetch = 20;
    static constexpr qint64 years = 10;

    LifetimeLibrary(Library &library, int stories)
        : m_library(library)
        , m_stories(stories)
    {
    }

    // Answers the seconds it took.
    double build()
    {
        QElapsedTimer timer;
        timer.start();
        const auto ids = subscribe();
        const auto fetches = m_stories / storiesOfOneFetch;
        QThreadPool pool;
        for (int fetch = 0; fetch < fetches; ++fetch)
            pool.start([this, fetch] { makeReady(fetch); });
        for (int fetch = 0; fetch < fetches;) {
            const auto now = momentOf((fetch + 1) * storiesOfOneFetch);
            QList<FeedStore::Update> together;
            for (auto ready = take(fetch, Patience::Waits); ready;
                 ready = together.size() < fetchesAtOnce ? take(fetch, Patience::None) : nullptr)
                together.append({.feed = ids.at(fetch++ % feeds), .stories = ready});
            const auto stored = m_library.feeds().update(together, now);
            if (!stored)
                qFatal("stories were not taken");
            for (const auto &feed : stored->feeds) {
                if (!feed || feed->fresh.size() != storiesOfOneFetch)
                    qFatal("a story was not taken");
            }
        }
        read();
        for (auto more = m_library.settle(momentOf(0)); more && *more;)
            more = m_library.settle(momentOf(0));
        return double(timer.elapsed()) / 1000;
    }

    // Seconds of a processor that went into inventing the stories, which is nothing of ours.
    [[nodiscard]] double inventing() const { return double(m_inventing) / 1e9; }

    [[nodiscard]] QDateTime momentOf(qint64 number) const
    {
        return StoryWriter::start.addSecs(number * (years * 365 * 24 * 3600 / m_stories));
    }

private:
    static constexpr std::size_t mostReady = 64;
    static constexpr qsizetype fetchesAtOnce = 16; // As tasks::limits has it.

    QList<FeedId> subscribe()
    {
        QList<NewFeed> wanted;
        for (int feed = 0; feed < feeds; ++feed)
            wanted.append({.url = QUrl(u"https://site%1.example/feed"_s.arg(feed)),
                           .folder = {u"Folder %1"_s.arg(feed % 10)}});
        return m_library.feeds().subscribe(wanted, StoryWriter::start)->feeds;
    }

    // Everything but the newest, and of these one in fifty is bookmarked.
    void read()
    {
        const auto now = momentOf(m_stories + 1);
        if (!m_library.setAllRead({}, now))
            qFatal("nothing was read");
        const auto newest = *m_library.list({}, std::min(m_stories / 5, 20'000));
        QList<ArticleId> unread;
        QList<ArticleId> bookmarked;
        for (const auto &story : newest.stories) {
            unread.append(story.id);
            if (unread.size() % 10 == 0)
                bookmarked.append(story.id);
        }
        if (!m_library.setRead(unread, false, now)
            || !m_library.setBookmarked(bookmarked, true, now))
            qFatal("states were not taken");
    }

    void makeReady(int fetch)
    {
        // Made once for each thread: a vocabulary takes a while.
        thread_local StoryWriter writer;
        writer.restart(quint32(fetch));
        QList<FeedStory> told;
        const auto before = processorTime();
        for (int i = 0; i < storiesOfOneFetch; ++i) {
            const auto number = qint64(fetch) * storiesOfOneFetch + i;
            told.prepend(
                writer.story(fetch % feeds, number, StoryWriter::start.secsTo(momentOf(number))));
        }
        m_inventing += processorTime() - before;
        auto prepared = FeedStore::prepare(told);
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return fetch < m_next + int(mostReady); });
        m_ready.emplace_back(fetch, std::move(prepared));
        m_there.notify_one();
    }

    static qint64 processorTime()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    }

    enum class Patience { Waits, None };
    FeedStore::PreparedStories take(int fetch, Patience patience)
    {
        std::unique_lock lock(m_mutex);
        const auto find = [&] {
            return std::ranges::find(m_ready, fetch, [](const auto &ready) { return ready.first; });
        };
        if (patience == Patience::Waits)
            m_there.wait(lock, [&] { return find() != m_ready.end(); });
        else if (find() == m_ready.end())
            return nullptr;
        const auto found = find();
        auto stories = std::move(found->second);
        m_ready.erase(found);
        m_next = fetch + 1;
        m_room.notify_all();
        return stories;
    }

    Library &m_library;
    int m_stories;
    std::mutex m_mutex;
    std::condition_variable m_there;
    std::condition_variable m_room;
    std::deque<std::pair<int, FeedStore::PreparedStories>> m_ready;
    int m_next = 0;
    std::atomic<qint64> m_inventing = 0;
};
