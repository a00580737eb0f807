#include "tasks/feedschedule.h"

#include "model/parsedfeed.h"
#include "tasks/limits.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono;

namespace {

namespace limits = tasks::limits;

constexpr int minutes(minutes value)
{
    return int(value.count());
}

// Half the time that lies between entries: then a story waits for a quarter of it on average. It
// is counted from now, so that a feed that fell silent is asked less often.
int intervalByDates(QList<QDateTime> published, const QDateTime &now)
{
    published.removeIf([&](const QDateTime &moment) { return !moment.isValid() || moment > now; });
    const auto looked = std::min(published.size(), limits::entriesForInterval);
    if (looked < limits::fewestForInterval)
        return 0;
    std::ranges::partial_sort(published, published.begin() + looked, std::ranges::greater());
    const auto span = published.at(looked - 1).secsTo(now);
    return int(std::clamp<qint64>(span / 60 / looked / 2, minutes(limits::shortestInterval),
                                  minutes(limits::longestInterval)));
}

// Without dates, by trying: more often while it told something new, less often while it did not.
int intervalByTrying(const Feed &before, bool changed)
{
    const auto known
        = before.intervalMinutes > 0 ? before.intervalMinutes : minutes(limits::newInterval);
    if (!before.fetched.isValid())
        return known;
    // Some feeds differ each time in nothing but the hour they were made.
    const auto toldLastTime = before.changed.isValid() && before.changed >= before.fetched;
    const auto factor = changed && toldLastTime ? limits::oftener : limits::rarer;
    return std::clamp(int(std::lround(known * factor)), minutes(limits::shortestInterval),
                      minutes(limits::longestInterval));
}

int intervalOf(const Feed &before, const tasks::FeedAnswer &answer, const QDateTime &now)
{
    const auto byDates = answer.changed ? intervalByDates(answer.wishes.published, now) : 0;
    return byDates > 0 ? byDates : intervalByTrying(before, answer.changed);
}

bool isSkipped(const QDateTime &moment, const tasks::FeedWishes &wishes)
{
    return wishes.skipHours.contains(moment.time().hour())
        || wishes.skipDays.contains(moment.date().dayOfWeek());
}

// The end of the hours and days in which the feed asks to be left alone; a day later at most.
QDateTime afterSkipped(const QDateTime &due, const tasks::FeedWishes &wishes)
{
    if (!isSkipped(due, wishes))
        return due;
    for (auto hours = 1; hours < 24; ++hours) {
        const auto later = due.addSecs(hours * 3600);
        if (!isSkipped(later, wishes))
            return later;
    }
    return due.addDays(1);
}

// The time that a server demands outranks everything, up to a limit.
QDateTime notBefore(const QDateTime &due, int retryAfterSeconds, const QDateTime &now)
{
    const auto demanded
        = std::min<qint64>(retryAfterSeconds, seconds(limits::longestRetryAfter).count());
    return std::max(due, now.addSecs(demanded));
}

QDateTime dueAfterAnswer(const Feed &before, const tasks::FeedAnswer &answer, int interval,
                         const QDateTime &now, double chance)
{
    const auto own = before.settings.everyMinutes;
    if (own > 0)
        return now.addSecs(qint64{own} * 60);
    const auto wished = std::max(answer.maxAgeSeconds / 60, answer.wishes.ttlMinutes);
    const auto wait = std::max(interval, std::min(wished, minutes(limits::longestInterval))) * 60.0;
    const auto due = now.addSecs(qint64(wait * (1 + limits::spread * chance)));
    return afterSkipped(due, answer.wishes);
}

bool isMissing(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::NotAFeed;
}

seconds firstWait(const Error &error)
{
    return error.kind == Error::Kind::TooManyRequests ? seconds(limits::waitWhenTooMany)
                                                      : seconds(limits::firstBackoff);
}

QDateTime dueAfterFailure(const Feed &before, const tasks::FeedAnswer &answer, const QDateTime &now,
                          double chance)
{
    const auto times = before.failure ? before.failure->times + 1 : 1;
    const auto since = before.failure ? before.failure->since : now;
    const auto longest = seconds(limits::longestBackoff);
    // More doublings would only overflow.
    const auto doubled = firstWait(*answer.error) * (qint64{1} << std::clamp(times - 1, 0, 16));
    auto wait = std::min<seconds>(doubled, longest);
    if (isMissing(*answer.error) && since.isValid()
        && since.secsTo(now) > seconds(limits::missingForGood).count())
        wait = longest;
    // From a half to one and a half of it: feeds of one server that failed come back one by one.
    const auto spread = std::min(double(longest.count()), double(wait.count()) * (0.5 + chance));
    return now.addSecs(qint64(spread));
}

} // namespace

tasks::FeedWishes tasks::wishesOf(const ParsedFeed &feed)
{
    FeedWishes wishes{.ttlMinutes = feed.ttlMinutes,
                      .skipHours = feed.skipHours,
                      .skipDays = feed.skipDays,
                      .expired = feed.expired};
    for (const auto &entry : feed.entries) {
        if (entry.published.isValid())
            wishes.published.append(entry.published.sortKey());
    }
    return wishes;
}

tasks::Appointment tasks::nextAppointment(const Feed &before, const FeedAnswer &answer,
                                          const QDateTime &now, double chance)
{
    const auto spread = std::clamp(chance, 0.0, 1.0);
    if (answer.error) {
        if (answer.error->kind == Error::Kind::Gone)
            return {.due = never(), .gone = true};
        return {.due = notBefore(dueAfterFailure(before, answer, now, spread),
                                 answer.retryAfterSeconds, now)};
    }
    const auto interval = intervalOf(before, answer, now);
    if (answer.wishes.expired)
        return {.due = never(), .intervalMinutes = interval};
    return {.due = notBefore(dueAfterAnswer(before, answer, interval, now, spread),
                             answer.retryAfterSeconds, now),
            .intervalMinutes = interval};
}

bool tasks::isGone(const Feed &feed)
{
    return feed.failure && feed.failure->error.kind == Error::Kind::Gone;
}

QDateTime tasks::never()
{
    return {QDate(9999, 1, 1), QTime(0, 0), Qt::UTC};
}

milliseconds tasks::delayAfterSleep(milliseconds late, double chance)
{
    if (late < limits::asleep)
        return {};
    const auto range = limits::longestAfterSleep - limits::shortestAfterSleep;
    return milliseconds(limits::shortestAfterSleep)
        + milliseconds(qint64(double(milliseconds(range).count()) * std::clamp(chance, 0.0, 1.0)));
}
