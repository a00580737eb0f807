#include "desk/trail.h"

#include <algorithm>

namespace {

// Whatever is searched for there, in whatever order.
bool isSamePlace(StoryQuery one, const StoryQuery &other)
{
    one.words = other.words;
    one.order = other.order;
    return one == other;
}

} // namespace

bool Visit::isSame(const Visit &other) const
{
    if (kind != other.kind)
        return false;
    return kind == Kind::Story ? story == other.story
                               : kind == Kind::FrontPage || place == other.place;
}

Trail::Trail(qsizetype longest)
    : m_longest(longest)
{
}

void Trail::visit(const Visit &visit)
{
    if (m_here >= 0 && here().isSame(visit)) {
        m_visits[m_here] = visit;
        return;
    }
    // A place in which a story was read is no stop besides that story.
    const auto isReadThere = visit.kind == Visit::Kind::Story && here().kind == Visit::Kind::Place
        && isSamePlace(here().place, visit.place);
    m_visits.resize(m_here + (isReadThere && m_here >= 0 ? 0 : 1));
    m_visits.append(visit);
    if (m_visits.size() > m_longest)
        m_visits.removeFirst();
    m_here = m_visits.size() - 1;
}

void Trail::forget(const QSet<ArticleId> &stories)
{
    QList<Visit> kept;
    auto here = m_here;
    for (qsizetype at = 0; at < m_visits.size(); ++at) {
        const auto &visit = m_visits.at(at);
        const auto isGone = visit.kind == Visit::Kind::Story && stories.contains(visit.story);
        const auto isTwice = !kept.isEmpty() && kept.constLast().isSame(visit);
        if (!isGone && !isTwice)
            kept.append(visit);
        else if (at <= m_here)
            --here;
    }
    m_visits = kept;
    m_here = kept.isEmpty() ? -1 : std::max<qsizetype>(here, 0);
}

QList<Visit> Trail::ahead(Way way) const
{
    if (way == Way::Forward)
        return m_visits.mid(m_here + 1);
    auto behind = m_visits.first(std::max<qsizetype>(m_here, 0));
    std::ranges::reverse(behind);
    return behind;
}

Visit Trail::go(Way way, qsizetype stops)
{
    m_here = std::clamp<qsizetype>(m_here + (way == Way::Back ? -stops : stops), 0,
                                   m_visits.size() - 1);
    return here();
}
