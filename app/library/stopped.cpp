#include "library/stopped.h"

#include "library/database.h"
#include "library/limits.h"

#include <sqlite3.h>

StoppedQueries::StoppedQueries(Database &database, const std::stop_token &stop)
    : m_database(database)
    , m_stop(stop)
{
    if (!stop.stop_possible())
        return;
    sqlite3_progress_handler(
        database.handle().getHandle(), limits::stepsBetweenLooks,
        [](void *token) { return int(static_cast<std::stop_token *>(token)->stop_requested()); },
        &m_stop);
}

StoppedQueries::~StoppedQueries()
{
    if (m_stop.stop_possible())
        sqlite3_progress_handler(m_database.handle().getHandle(), 0, nullptr, nullptr);
}
