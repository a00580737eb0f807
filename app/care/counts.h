#pragma once

#include <QtGlobal>

class Database;

// The numbers that the library keeps beside its rows, so that nothing need be counted.
namespace counts {

bool areRight(Database &database); // Of all stories.
qint64 wrongFeeds(Database &database); // Feeds with a wrong number of stories.
void mend(Database &database);

} // namespace counts
