#pragma once

#include "feedcase.h"
#include "library/history.h"

// The short ways to ask what was done, and to bring it back.
class HistoryCase : public FeedCase
{
protected:
    [[nodiscard]] QList<HistoryEntry> entries(const HistoryQuery &query = {}) const
    {
        return m_library->history().page(query, 100)->entries;
    }
    [[nodiscard]] HistoryEntry newest() const { return entries().value(0); }
    [[nodiscard]] Restored restore(qint64 entry, ArticleId only = ArticleId::None) const
    {
        return *m_library->history().restore(entry, minute(500), only);
    }
};
