#include "library/journalpruning.h"

#include "library/database.h"
#include "library/limits.h"

#include <QList>

namespace {

// Older steps than this one may go; 0 when there are too few.
qint64 firstOfNewestSteps(Database &database)
{
    auto query = database.query("SELECT id FROM journal WHERE state > 0 AND state = 1 "
                                "ORDER BY id DESC LIMIT 1 OFFSET ?");
    query << limits::newestStepsKept - 1;
    return query.next() ? query.number(0) : 0;
}

} // namespace

JournalPruning::JournalPruning(Database &database)
{
    auto query = database.query("SELECT coalesce(max(id), 0) FROM journal");
    if (query.next())
        m_end = query.number(0);
}

bool JournalPruning::some(Database &database, const QDateTime &now)
{
    using std::chrono::milliseconds;
    if (!hasMore())
        return false;
    const auto oldestRecord = stored(now) - milliseconds(limits::recordsKept).count();
    const auto oldestStep = stored(now) - milliseconds(limits::stepsKept).count();
    const auto newest = firstOfNewestSteps(database);
    QList<qint64> outdated;
    auto seen = 0;
    {
        auto query = database.query("SELECT id, time, state FROM journal "
                                    "WHERE id > ? AND id <= ? ORDER BY id LIMIT ?");
        query << m_at << m_end << limits::prunedAtOnce;
        for (; query.next(); ++seen) {
            m_at = query.number(0);
            const auto time = query.number(1);
            const auto state = query.number(2);
            const auto isOld = state == 1 ? time < oldestStep && m_at < newest
                                          : state <= 0 && time < oldestRecord;
            if (isOld)
                outdated.append(m_at);
            // They stand in the order of their time, but for clocks that were set.
            if (time >= oldestRecord)
                m_end = 0;
        }
    }
    for (const auto id : std::as_const(outdated)) {
        auto query = database.query("DELETE FROM journal WHERE id = ?");
        query << id;
        query.run();
    }
    return seen == limits::prunedAtOnce && hasMore();
}
