#include "reading/documentblocks.h"
#include "reading/lightbrowser.h"
#include "reading/lightstoryview.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

// The words of a search in the light view.

namespace {

constexpr int edge = 24; // What stands closer to the top of the view is not in view.

} // namespace

void LightStoryView::setHits(const Shown &shown)
{
    m_hit = 0;
    m_landed = false;
    auto coming = again();
    // Colours move no letter.
    if (!m_coming) {
        const auto scroll = m_browser->verticalScrollBar()->value();
        const auto *document = m_browser->document();
        const auto block = documentblocks::at(*document, scroll);
        const auto top = document->documentLayout()->blockBoundingRect(block).top();
        coming.held = Held{.character = block.position() + m_feed.first(),
                           .above = top - scroll,
                           .scroll = scroll};
    }
    setHtml(shown);
    setContent(coming);
}

void LightStoryView::goToHit(int hit, Bring bring)
{
    m_hit = hit;
    if (m_coming) {
        m_coming->hit = hit;
        return;
    }
    markHit();
    if (bring == Bring::Nothing)
        return;
    scrollToHit();
    moved();
}

// What stands in the view and so many screens above and below.
Passage LightStoryView::inView(int screens) const
{
    const auto area = m_browser->viewport()->size();
    const auto above = m_browser->cursorForPosition({0, -screens * area.height()});
    const auto below = m_browser->cursorForPosition({area.width(), (screens + 1) * area.height()});
    return {above.position() + m_feed.first(), below.position() + m_feed.first()};
}

void LightStoryView::markHit()
{
    QList<QTextEdit::ExtraSelection> selections;
    // Two thousand places at once take long to mark.
    m_marked = inView(2);
    for (qsizetype at = 0; at < m_found.size(); ++at) {
        if (m_found.at(at).to < m_marked.from || m_found.at(at).from > m_marked.to)
            continue;
        const auto colours = page::colours(m_look);
        const auto here = at + 1 == m_foundAt;
        QTextCharFormat format;
        format.setBackground(QColor(here ? colours.hitHere : colours.hit));
        format.setForeground(QColor(here ? colours.hitHereInk : colours.hitInk));
        if (const auto cursor = cursorAt(m_found.at(at)); !cursor.isNull())
            selections.append({.cursor = cursor, .format = format});
    }
    const auto hit = m_hit > 0 && m_hit <= m_marks.hits.size()
        ? cursorAt(m_marks.hits.at(m_hit - 1))
        : QTextCursor();
    if (!hit.isNull()) {
        const auto colours = page::colours(m_look);
        QTextCharFormat format;
        format.setBackground(QColor(colours.hitHere));
        format.setForeground(QColor(colours.hitHereInk));
        selections.append({.cursor = hit, .format = format});
    }
    m_browser->setExtraSelections(selections);
}

void LightStoryView::markWhatCame()
{
    if (m_coming)
        return;
    const auto seen = m_found.isEmpty() ? m_marked : inView(0);
    if (seen.from < m_marked.from || seen.to > m_marked.to)
        markHit();
}

// A third of the way down, if it is not in view anyway.
void LightStoryView::scrollToHit()
{
    if (m_hit < 1 || m_hit > m_marks.hits.size())
        return;
    const auto &hit = m_marks.hits.at(m_hit - 1);
    bringIn(hit.from);
    const auto *document = m_browser->document();
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    const auto line = m_browser->fontMetrics().height() * 2;
    const auto rect = m_browser->cursorRect(cursorAt(hit));
    const auto height = m_browser->viewport()->height();
    auto *bar = m_browser->verticalScrollBar();
    if (rect.top() < edge || rect.bottom() > height - line)
        bar->setValue(bar->value() + rect.top() - height / 3);
}

void LightStoryView::askHit(std::function<void(int)> answer)
{
    const auto &hits = m_marks.hits;
    const auto seen = std::ranges::find_if(hits, [this](const Passage &hit) {
        const auto cursor = cursorAt(hit);
        return cursor.isNull() ? hit.from > m_feed.first()
                               : m_browser->cursorRect(cursor).bottom() > 0;
    });
    answer(seen == hits.end() ? 0 : int(seen - hits.begin()) + 1);
}
