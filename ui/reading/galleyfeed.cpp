#include "reading/galleyfeed.h"

#include "reading/limits.h"

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextList>

#include <algorithm>
#include <utility>

namespace {

constexpr int pieceLetters = 700;
constexpr int lettersAbove = 600; // At once, so that a page up finds something.

int endOf(const QTextBlock &block)
{
    return block.position() + block.length() - 1;
}

double bottomOf(const QTextDocument &document)
{
    return document.documentLayout()->blockBoundingRect(document.lastBlock()).bottom();
}

double topOf(const QTextBlock &block)
{
    return block.document()->documentLayout()->blockBoundingRect(block).top();
}

} // namespace

GalleyFeed::GalleyFeed(QTextBrowser &browser, QObject *parent)
    : QObject(parent)
    , m_browser(browser)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &GalleyFeed::step);
}

void GalleyFeed::start(std::shared_ptr<QTextDocument> galley, int at)
{
    m_galley = std::move(galley);
    m_lists.clear();
    m_end = endOf(m_galley->lastBlock());
    at = std::clamp(at, 0, m_end);
    m_from = endBefore(at, lettersAbove);
    m_to = m_from;
    fillView(at);
    if (isWhole())
        emit becameWhole();
    else
        m_timer.start();
}

void GalleyFeed::stop()
{
    m_timer.stop();
    m_galley.reset();
    m_lists.clear();
}

void GalleyFeed::setPaused(bool paused)
{
    if (paused)
        m_timer.stop();
    else if (!isWhole())
        m_timer.start();
}

bool GalleyFeed::holds(int character) const
{
    return !m_galley || (character <= m_to && (character > m_from || m_from == 0));
}

double GalleyFeed::fractionAt(double ofShown) const
{
    return isWhole() ? ofShown : (m_from + (m_to - m_from) * ofShown) / std::max(1, m_end);
}

// A screen from there on, or what can be had of it in a moment: the rest is there in the next.
void GalleyFeed::fillView(int at)
{
    QElapsedTimer clock;
    clock.start();
    const auto &document = *m_browser.document();
    const auto wanted = m_browser.viewport()->height();
    while (m_to < m_end) {
        append();
        if (!holds(at))
            continue;
        const auto place = document.findBlock(at - m_from);
        if (bottomOf(document) - topOf(place) > wanted
            || clock.elapsed() > reading::limits::firstSliceMilliseconds)
            break;
    }
}

void GalleyFeed::step()
{
    QElapsedTimer clock;
    clock.start();
    while (!isWhole() && clock.elapsed() < reading::limits::sliceMilliseconds) {
        // By turns: what follows is read next, and the less there is, the sooner more is put above.
        m_above = m_from > 0 && (!m_above || m_to == m_end);
        if (m_above)
            prepend();
        else
            append();
    }
    if (isWhole())
        m_timer.stop();
    emit grew();
    if (isWhole())
        emit becameWhole();
}

void GalleyFeed::append()
{
    const auto to = endAfter(m_to, pieceLetters);
    insert(m_to, to, m_browser.document()->characterCount() - 1);
    m_to = to;
}

// What is in view stays there.
void GalleyFeed::prepend()
{
    auto &document = *m_browser.document();
    const auto from = endBefore(m_from, pieceLetters);
    const auto last = document.lastBlock();
    const auto before = topOf(last);
    auto *bar = m_browser.verticalScrollBar();
    const auto scroll = bar->value();
    insert(from, m_from, 0);
    m_from = from;
    bar->setValue(scroll + qRound(topOf(document.lastBlock()) - before));
}

// Each piece begins with the end of the block before, which tells what kind of block comes next.
void GalleyFeed::insert(int from, int to, int at)
{
    QTextCursor source(m_galley.get());
    source.setPosition(from);
    source.setPosition(to, QTextCursor::KeepAnchor);
    QTextCursor shown(m_browser.document());
    shown.setPosition(at);
    shown.beginEditBlock();
    shown.insertFragment(source.selection());
    auto block = m_browser.document()->findBlock(from == 0 ? 0 : at + 1);
    for (auto told = m_galley->findBlock(from == 0 ? 0 : from + 1);
         told.isValid() && told.position() <= to; told = told.next()) {
        joinLists(told, block);
        block = block.next();
    }
    shown.endEditBlock();
}

// A list that has come in pieces is one, or it would be counted from one again.
void GalleyFeed::joinLists(const QTextBlock &source, const QTextBlock &shown)
{
    const auto *told = source.textList();
    // Points are all alike.
    if (!told || !shown.textList() || told->format().style() > QTextListFormat::ListDecimal
        || told->format().style() < QTextListFormat::ListUpperRoman)
        return;
    auto &list = m_lists[told->objectIndex()];
    if (!list)
        list = shown.textList();
    else if (list != shown.textList())
        list->add(shown);
}

// It stands in no table.
bool GalleyFeed::isOpen(const QTextBlock &block) const
{
    return QTextCursor(block).currentFrame() == m_galley->rootFrame();
}

int GalleyFeed::endAfter(int character, int letters) const
{
    auto block = m_galley->findBlock(std::min(character + letters, m_end));
    while (block.next().isValid() && (!isOpen(block) || endOf(block) <= character))
        block = block.next();
    return endOf(block);
}

// 0 for the beginning.
int GalleyFeed::endBefore(int character, int letters) const
{
    auto block = m_galley->findBlock(std::max(0, character - letters)).previous();
    while (block.isValid() && !isOpen(block))
        block = block.previous();
    return block.isValid() && endOf(block) > 0 ? endOf(block) : 0;
}
