#include "library/freepages.h"

#include "library/database.h"
#include "library/limits.h"

#include <algorithm>

bool freepages::giveBackSome(Database &database, int atMost)
{
    const auto count
        = [&] { return database.handle().execAndGet("PRAGMA freelist_count").getInt(); };
    const auto before = count();
    const auto wanted = std::min(atMost, before - limits::pagesKeptFree);
    if (wanted <= 0)
        return false;
    database.query("PRAGMA incremental_vacuum(" + std::to_string(wanted) + ")").run();
    const auto after = count();
    return after < before && after > limits::pagesKeptFree;
}
