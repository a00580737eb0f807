#pragma once

#include "network/fetcher.h"
#include "network/turns.h"

#include <QDeadlineTimer>
#include <QList>
#include <QUrl>

#include <optional>

namespace network {

// A request on its way through redirects.
struct Job
{
    Ticket ticket;
    Request request; // Its address without credentials.
    QUrl url; // To ask next.
    QList<QUrl> passed = {}; // Those that redirected.
    bool moved = true; // All of them for good.
    std::optional<QDeadlineTimer> deadline = {}; // Runs from the first time that it is under way.
};

} // namespace network
