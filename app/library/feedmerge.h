#pragma once

#include "model/feed.h"
#include "model/headline.h"

#include <QList>

#include <optional>
#include <utility>
#include <vector>

class Database;

// The stories of several feeds, newest first, those that several told once. Each feed's list is
// read along its index a few rows at a time, however long it is.
class FeedMerge
{
public:
    struct Place
    {
        qint64 listed = 0;
        ArticleId article = ArticleId::None;

        auto operator<=>(const Place &) const = default;
    };

    FeedMerge(Database &database, const QList<FeedId> &feeds, const std::optional<Place> &after);

    std::optional<Place> next(); // Nothing at the end.

private:
    struct Source
    {
        FeedId feed;
        std::vector<Place> rows = {}; // Read ahead, the next one last.
        std::size_t wanted = 0; // Rows to read the next time.
    };

    void read(Source &source, const Place &after);
    void push(std::size_t source);

    Database &m_database;
    std::vector<Source> m_sources;
    std::vector<std::pair<Place, std::size_t>> m_heap; // The first row of each source.
    std::optional<Place> m_last;
};
