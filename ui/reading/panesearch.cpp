#include "reading/lightstoryview.h"
#include "reading/readingpane.h"

#include <utility>

// The words of a search in what the pane shows.

void ReadingPane::setSearch(const search::Query &search)
{
    if (search == m_search)
        return;
    m_search = search;
    if (m_next)
        makeNext();
    else if (m_shown.kind == Shown::Kind::Story)
        remake();
}

// The same story, with what has changed about it.
void ReadingPane::remake()
{
    m_storyPages.ask(materialOf(m_shown.article, m_shown.context),
                     [this](const MadePage &page) { onRemade(page); });
}

void ReadingPane::onRemade(const MadePage &page)
{
    const bool searched = std::exchange(m_marked, m_search) != m_search;
    const bool same = page.html == m_shown.html;
    m_shown.html = page.html;
    m_shown.light = page.light;
    m_shown.hits = page.hits;
    if (searched) {
        m_hit = 0;
        m_shown.hit = 0;
    }
    if (same)
        return;
    if (m_current == m_light)
        searched ? m_light->setHits(m_shown) : m_light->setRelated(m_shown);
    if (m_web)
        m_web->setRelated(m_shown);
    if (m_web && searched)
        m_web->setHits(m_shown);
    if (searched)
        emit hitsChanged();
}

void ReadingPane::stepHit(bool backwards)
{
    if (m_shown.hits == 0)
        return;
    if (m_hit > 0) {
        goToHit(backwards ? m_hit - 1 : m_hit + 1);
        return;
    }
    // From what is in view.
    m_current->askHit([this, backwards, serial = m_shown.serial](int seen) {
        if (serial == m_shown.serial)
            goToHit(seen == 0 ? (backwards ? m_shown.hits : 1) : backwards ? seen - 1 : seen);
    });
}

void ReadingPane::goToHit(int hit)
{
    if (m_shown.hits == 0)
        return;
    m_hit = hit < 1 ? m_shown.hits : hit > m_shown.hits ? 1 : hit;
    m_current->goToHit(m_hit);
    emit hitsChanged();
}
