#pragma once

#include "model/headline.h"

#include <QList>
#include <QString>

#include <optional>

// A row of a list before its headline is read: a million of them fit into memory.
struct ListedStory
{
    ArticleId id = ArticleId::None;
    qint64 moment = 0; // Milliseconds since 1970 UTC: what the list goes by (Headline::listed, when
                       // it was bookmarked or opened).

    bool operator==(const ListedStory &) const = default;
};

// Where a list goes on. Stays right when stories come or go meanwhile.
struct ListCursor
{
    qint64 moment = 0;
    ArticleId id = ArticleId::None;
    QString site = {}; // Of lists by outlet.
    bool read = false; // Of lists with the unread first.

    bool operator==(const ListCursor &) const = default;
};

struct ListPage
{
    QList<ListedStory> stories = {};
    std::optional<ListCursor> next = {}; // None at the end.

    bool operator==(const ListPage &) const = default;
};
