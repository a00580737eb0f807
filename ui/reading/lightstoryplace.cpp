#include "reading/documentblocks.h"
#include "reading/lightbrowser.h"
#include "reading/lightstoryview.h"
#include "reading/sentences.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

// Where reading stands in the light view, and how it gets back there.

namespace {

constexpr int topMargin = 24; // Between the edge and a sentence brought back to it.

} // namespace

// As in the web page's script: the first sentence that begins in view, or that fills its top.
ReadingPosition LightStoryView::position() const
{
    const auto *bar = m_browser->verticalScrollBar();
    const auto top = double(bar->value());
    if (bar->value() == 0)
        return {};
    ReadingPosition here = {.fraction = readFraction()};

    const auto block = documentblocks::at(*m_browser->document(), top);
    const auto there = inStory(block);
    const auto first = story().findBlockByNumber(m_marks.body);
    if (there.blockNumber() < first.blockNumber())
        return here;
    here.block = there.blockNumber() - first.blockNumber();
    const auto starts = sentences::starts(block.text());
    const auto seen = std::ranges::find_if(
        starts, [&](int start) { return documentblocks::lineTop(block, start) >= top - 2; });
    const auto start = seen == starts.end() ? starts.last() : *seen;
    here.quote = sentences::quoteAt(block.text(), start);
    sentences::setContext(here, first, there, start);
    return here;
}

// How far the story is read: to its end, once that was seen; what stands below is no part of it.
double LightStoryView::readFraction() const
{
    const auto *bar = m_browser->verticalScrollBar();
    const auto *document = m_browser->document();
    const auto end = m_marks.end >= 0 ? cursorAt({m_marks.end, m_marks.end}) : QTextCursor();
    if (!end.isNull()
        && document->documentLayout()->blockBoundingRect(end.block()).top()
            <= bar->value() + bar->pageStep())
        return 1;
    return m_feed.fractionAt(bar->maximum() > 0 ? double(bar->value()) / bar->maximum() : 0);
}

// What was asked for holds until the reader moves, even where this view could not find it; a word
// of a search that was gone to on its own is nothing that was asked for.
ReadingPosition LightStoryView::place() const
{
    if (m_coming)
        return m_coming->position;
    return m_wanted == ReadingPosition() && !m_landed ? position() : m_wanted;
}

void LightStoryView::restore(const ReadingPosition &wanted)
{
    auto *bar = m_browser->verticalScrollBar();
    const auto *document = m_browser->document();
    if (wanted == ReadingPosition()) {
        bar->setValue(0);
        if (m_landed)
            scrollToHit();
        return;
    }
    // The scroll bar knows its range when the last block has its place.
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    const auto place = placeOf(wanted);
    if (place >= 0 && m_feed.holds(place)) {
        const auto shown = place - m_feed.first();
        const auto block = document->findBlock(shown);
        bar->setValue(int(documentblocks::lineTop(block, shown - block.position())) - topMargin);
    } else {
        bar->setValue(int(wanted.fraction * bar->maximum()));
    }
}

// The story's character at which it is; -1 where that cannot be told. In a long story it was looked
// for where it was set.
int LightStoryView::placeOf(const ReadingPosition &wanted) const
{
    if (m_feed.galley())
        return wanted.quote.isEmpty() && m_feed.isWhole() ? -1 : m_galley.start;
    if (wanted.quote.isEmpty())
        return -1;
    const auto first = documentblocks::firstOfBody(story());
    const auto spot = sentences::find(sentences::textsOf(first), wanted);
    return spot.block < 0
        ? -1
        : story().findBlockByNumber(first.blockNumber() + spot.block).position() + spot.character;
}
