#pragma once

#include "model/headline.h"
#include "model/storyquery.h"

#include <QDateTime>
#include <QList>

#include <optional>

class Database;

// Stories to continue. One is as long as it counts as read, and reading stopped neither at its
// beginning nor at its end.
namespace startedstories {

// To be called where either may have changed. `now` is when they were read; without it that is
// when they were last opened. Answers how many have become ones to continue, or are no longer.
int renew(Database &database, const QList<ArticleId> &ids, const QDateTime &now = {});

// What lists show of how far a story is read; nothing when there is none.
std::optional<double> progress(Database &database, ArticleId id);

// How far down a story reading counts as, that stands at this fraction of it now: whoever looks
// back from its end, or is led elsewhere by a search, has finished it all the same.
double counted(Database &database, ArticleId id, double fraction);
// A story that was marked as unread is read anew from now on.
void beginAnew(Database &database, ArticleId id);

// Where to go on. Whoever went back to the very beginning of a finished story is not led to its
// end.
ReadingPosition placeOf(ReadingPosition stored);

} // namespace startedstories
