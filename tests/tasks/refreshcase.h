#pragma once

#include "tasks/feedcase.h"
#include "tasks/refreshfeeds.h"

// What fetches feeds, with all it needs, for every test function.
class RefreshCase : public FeedCase
{
protected:
    void beginRounds()
    {
        m_task.reset();
        begin();
        m_task = std::make_unique<RefreshFeeds>(*m_library, *m_fetcher);
    }

    RefreshReport finished(const std::function<void()> &begin)
    {
        std::optional<RefreshReport> report;
        const auto connection = connect(m_task.get(), &RefreshFeeds::finished, this,
                                        [&](const RefreshReport &told) { report = told; });
        begin();
        if (!QTest::qWaitFor([&] { return report.has_value(); }, 20'000))
            qFatal("the round does not end");
        disconnect(connection);
        return *report;
    }

    RefreshReport refreshAll()
    {
        return finished([this] { m_task->refreshAll(); });
    }

    void serve(const QByteArray &path, const QByteArray &body,
               const WebServer::Headers &headers = {})
    {
        m_server->serve(path, {.headers = headers, .body = body});
    }

    std::unique_ptr<RefreshFeeds> m_task;
};
