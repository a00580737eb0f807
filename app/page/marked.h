#pragma once

#include "search/query.h"

#include <QString>

namespace page {

struct Marked
{
    QString html = {};
    int hits = 0;

    bool operator==(const Marked &) const = default;
};

// A story as story() made it, with the words of a search in <mark class="hit" data-hit="N">,
// numbered from 1. One hit may be several elements, where part of it is set in another way. Only
// what a search finds stories by is looked at: not the outlet, the cards and the foot.
Marked marked(const QString &story, const search::Query &query);

} // namespace page
