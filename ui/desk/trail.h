#pragma once

#include "model/headline.h"
#include "model/storyquery.h"

#include <QList>
#include <QSet>

// Where somebody was: a story with the place it was listed in, the front page, or a place with no
// story chosen.
struct Visit
{
    enum class Kind { Story, FrontPage, Place };

    Kind kind = Kind::Place;
    ArticleId story = ArticleId::None; // Only of Kind::Story.
    StoryQuery place = {};

    // The same stop, wherever a story was listed.
    [[nodiscard]] bool isSame(const Visit &other) const;
    bool operator==(const Visit &) const = default;
};

// The way through a window: what was visited, one after the other, to go back and forward on. It
// forgets its beginning, and going somewhere new cuts off what lay ahead.
class Trail
{
public:
    explicit Trail(qsizetype longest = 200);

    void visit(const Visit &visit);
    // Stories that are gone, and what stands twice in a row without them.
    void forget(const QSet<ArticleId> &stories);

    enum class Way { Back, Forward };
    // What lies that way, the nearest first.
    [[nodiscard]] QList<Visit> ahead(Way way) const;
    [[nodiscard]] bool canGo(Way way) const { return !ahead(way).isEmpty(); }
    [[nodiscard]] bool hasBegun() const { return m_here >= 0; }
    // Goes so many stops that way, and answers where that is.
    Visit go(Way way, qsizetype stops = 1);
    // The last stop is Place{} before the first visit.
    [[nodiscard]] Visit here() const { return m_visits.value(m_here); }

private:
    QList<Visit> m_visits;
    qsizetype m_here = -1;
    qsizetype m_longest;
};
