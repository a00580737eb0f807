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
    auto *bar = m_browser->verticalScrollBar();
    const auto scroll = bar->value();
    setRelated(shown);
    // Colours move no letter.
    const auto *document = m_browser->document();
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    bar->setValue(scroll);
}

void LightStoryView::goToHit(int hit, Bring bring)
{
    m_hit = hit;
    markHit();
    if (bring == Bring::Nothing)
        return;
    scrollToHit();
    moved();
}

void LightStoryView::markHit()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (qsizetype at = 0; at < m_found.size(); ++at) {
        const auto colours = page::colours(m_look.theme);
        const auto here = at + 1 == m_foundAt;
        QTextCharFormat format;
        format.setBackground(QColor(here ? colours.hitHere : colours.hit));
        format.setForeground(QColor(here ? colours.hitHereInk : colours.hitInk));
        selections.append({.cursor = m_found.at(at), .format = format});
    }
    if (m_hit > 0 && m_hit <= m_hits.size()) {
        const auto colours = page::colours(m_look.theme);
        QTextCharFormat format;
        format.setBackground(QColor(colours.hitHere));
        format.setForeground(QColor(colours.hitHereInk));
        selections.append({.cursor = m_hits.at(m_hit - 1), .format = format});
    }
    m_browser->setExtraSelections(selections);
}

// A third of the way down, if it is not in view anyway.
void LightStoryView::scrollToHit()
{
    if (m_hit < 1 || m_hit > m_hits.size())
        return;
    const auto *document = m_browser->document();
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    const auto line = m_browser->fontMetrics().height() * 2;
    const auto rect = m_browser->cursorRect(m_hits.at(m_hit - 1));
    const auto height = m_browser->viewport()->height();
    auto *bar = m_browser->verticalScrollBar();
    if (rect.top() < edge || rect.bottom() > height - line)
        bar->setValue(bar->value() + rect.top() - height / 3);
}

void LightStoryView::askHit(std::function<void(int)> answer)
{
    const auto seen = std::ranges::find_if(
        m_hits, [this](const QTextCursor &hit) { return m_browser->cursorRect(hit).bottom() > 0; });
    answer(seen == m_hits.end() ? 0 : int(seen - m_hits.begin()) + 1);
}
