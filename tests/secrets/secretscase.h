#pragma once

#include "secrets/secrets.h"

#include <QTest>

#include <optional>

// Waits for what is found and done.
inline Result<network::Credentials> found(Secrets &secrets, const QUrl &feed)
{
    QObject receiver;
    std::optional<Result<network::Credentials>> outcome;
    secrets.find(feed, &receiver, [&](const auto &told) { outcome = told; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000))
        qFatal("no answer");
    return *outcome;
}

inline Result<void> kept(Secrets &secrets, const QUrl &feed,
                         const network::Credentials &credentials)
{
    QObject receiver;
    std::optional<Result<void>> outcome;
    secrets.keep(feed, credentials, &receiver, [&](const auto &told) { outcome = told; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000))
        qFatal("no answer");
    return *outcome;
}

inline Result<void> forgotten(Secrets &secrets, const QUrl &feed)
{
    QObject receiver;
    std::optional<Result<void>> outcome;
    secrets.forget(feed, &receiver, [&](const auto &told) { outcome = told; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000))
        qFatal("no answer");
    return *outcome;
}
