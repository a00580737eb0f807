#pragma once

#include "network/fetcher.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTest>

#include <chrono>
#include <optional>

// Limits that end within the patience of a test.
inline network::Limits shortLimits()
{
    using namespace std::chrono_literals;
    network::Limits limits;
    limits.headersWait = 400ms;
    limits.silence = 400ms;
    limits.feedTime = limits.pageTime = limits.pictureTime = limits.fileTime = 1500ms;
    limits.feedBytes = limits.pageBytes = limits.pictureBytes = limits.fileBytes = 1024 * 1024;
    return limits;
}

// Waits for the outcome of one request.
inline network::Outcome fetched(network::Fetcher &fetcher, const network::Request &request)
{
    constexpr int patience = 20'000;
    QObject receiver;
    std::optional<network::Outcome> outcome;
    fetcher.fetch(request, &receiver, [&](const network::Outcome &told) { outcome = told; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, patience))
        qFatal("no outcome");
    return *outcome;
}

inline network::Outcome fetched(network::Fetcher &fetcher, const QUrl &url)
{
    return fetched(fetcher, network::Request{.url = url, .kind = network::Kind::Feed});
}

namespace QTest {

template<>
inline char *toString(const Error::Kind &kind)
{
    return QTest::toString(int(kind));
}

} // namespace QTest
