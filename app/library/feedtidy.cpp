#include "library/feedstore.h"

// Retention.

Result<LibraryChange> FeedStore::tidy(const QDateTime &)
{
    return LibraryChange();
}
