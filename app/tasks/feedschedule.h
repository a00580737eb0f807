#pragma once

#include "base/result.h"
#include "model/feed.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>

struct ParsedFeed;

// When feeds are asked: as often as they change, no more often than their servers wish, and ever
// less often while they fail. Pure: time and chance are given in.
namespace tasks {

// What a feed says about when to come again.
struct FeedWishes
{
    int ttlMinutes = 0; // RSS <ttl>, sy:updatePeriod; 0: not said.
    QList<int> skipHours = {}; // GMT, 0–23.
    QList<int> skipDays = {}; // 1 Monday … 7 Sunday.
    bool expired = false; // JSON Feed 1.1: it will never change again.
    QList<QDateTime> published = {}; // Of its entries, in any order; without those not known.

    bool operator==(const FeedWishes &) const = default;
};

FeedWishes wishesOf(const ParsedFeed &feed);

// How asking a feed went.
struct FeedAnswer
{
    std::optional<Error> error = {}; // None: it answered.
    bool changed = false; // Its bytes are not those of the last time.
    int retryAfterSeconds = 0; // Retry-After (RFC 9110 §10.2.3); 0: not said.
    int maxAgeSeconds = 0; // Cache-Control: max-age (RFC 9111 §5.2.2.1).
    FeedWishes wishes = {};

    bool operator==(const FeedAnswer &) const = default;
};

struct Appointment
{
    QDateTime due = {}; // UTC
    int intervalMinutes = 0; // What is known of how often the feed changes; 0: nothing new.
    bool gone = false; // For good: it is not to be asked any more.

    bool operator==(const Appointment &) const = default;
};

// The next time for a feed, given what is known of it from before this answer. `chance` is from 0
// to 1 and spreads feeds that were asked together.
Appointment nextAppointment(const Feed &before, const FeedAnswer &answer, const QDateTime &now,
                            double chance);

// Its server said so the last time.
bool isGone(const Feed &feed);

// A day that never comes, for feeds that are not to be asked any more.
QDateTime never();

// How long to wait before feeds are asked when a timer rings this late: a machine that slept has
// no network yet, and others woke with it.
std::chrono::milliseconds delayAfterSleep(std::chrono::milliseconds late, double chance);

} // namespace tasks
