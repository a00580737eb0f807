#pragma once

#include "feedcase.h"
#include "library/database.h"

// Two feeds, for every test function.
class TwoFeedsCase : public FeedCase
{
protected:
    void beginFeeds()
    {
        begin();
        m_a = subscribe({newFeed(u"a"_s)}).value(0);
        m_b = subscribe({newFeed(u"b"_s)}).value(0);
    }

    [[nodiscard]] QString textOf(const QString &title) const
    {
        return m_library->article(idOf(title))->article.text;
    }

    [[nodiscard]] qint64 versions() const
    {
        Database database(m_folder->filePath(u"library.sqlite"_s), Database::Access::ReadOnly);
        auto query = database.query("SELECT count(*) FROM versions");
        return query.next() ? query.number(0) : -1;
    }

    FeedId m_a{};
    FeedId m_b{};
};
