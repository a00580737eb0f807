#include "base/background.h"
#include "page/hyphens.h"
#include "reading/documentblocks.h"
#include "reading/lightbrowser.h"
#include "reading/lightstoryview.h"
#include "reading/limits.h"
#include "reading/notepopover.h"
#include "reading/storyhtml.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <utility>

using namespace Qt::StringLiterals;

// How what is to be shown gets into the light view: at once, or in pieces where it is long.

void LightStoryView::showContent(const Shown &shown)
{
    m_front = shown.kind == Shown::Kind::Front ? std::optional(shown.front) : std::nullopt;
    m_browser->setWalksLinks(m_front.has_value());
    m_writing = {};
    if (!m_front)
        setHtml(shown);
    m_rest.stop();
    Coming coming{.serial = shown.serial,
                  .position = shown.position,
                  .isNew = true,
                  .hit = shown.hit,
                  .part = shown.part};
    if (shown.part >= 0) {
        const auto scroll = m_browser->verticalScrollBar()->value();
        const auto top = topOfPart(shown.part);
        coming.linkFocus = hasLinkFocus();
        coming.held
            = Held{.above = top ? std::optional(*top - scroll) : std::nullopt, .scroll = scroll};
    }
    setContent(coming);
}

void LightStoryView::setHtml(const Shown &shown)
{
    const auto html = storyHtml(shown);
    m_isLight = !shown.light.isEmpty() || html.size() <= reading::limits::setAtOnce;
    m_html = m_isLight ? lightHtml(shown) : html;
    m_writing = page::writingOfStory(html);
}

bool LightStoryView::isLong() const
{
    return !m_front && m_html.size() > reading::limits::setAtOnce;
}

// What is shown, or is about to be, in another way.
LightStoryView::Coming LightStoryView::again() const
{
    return m_coming ? *m_coming
                    : Coming{.serial = m_serial, .position = place(), .hit = m_landed ? m_hit : 0};
}

void LightStoryView::setLook(const page::Look &look)
{
    m_asked = look;
    follow();
}

void LightStoryView::setOwnRules(const page::OwnRules &rules)
{
    if (rules == m_own)
        return;
    m_own = rules;
    follow();
}

void LightStoryView::follow()
{
    const auto coming = again();
    m_look = m_own.applied(m_asked);
    setPaper();
    setContent(coming);
}

void LightStoryView::setRelated(const Shown &shown)
{
    const auto coming = again();
    setHtml(shown);
    setContent(coming);
}

void LightStoryView::setContent(const Coming &coming)
{
    ++m_order;
    m_coming = coming;
    m_wanted = coming.position;
    if (isLong()) {
        orderGalley();
        return;
    }
    auto old = std::exchange(m_galley, {});
    m_feed.stop();
    retire(std::move(old));
    setAtOnce();
    m_marks = galley::marksOf(*m_browser->document(), QColor(page::colours(m_look).hit));
    land();
}

void LightStoryView::setAtOnce()
{
    m_browser->leavePage();
    auto &document = *m_browser->document();
    const auto how = setting();
    m_breakpoint = breakpoint();
    m_browser->setLineWrapMode(QTextEdit::WidgetWidth);
    lightlayout::prepare(document, how);
    setColumn();
    if (m_front) {
        m_browser->setPage(page::lightFrontStyle(m_look, width()),
                           page::lightFrontPage(*m_front, {m_look, width(), m_browser->column()}));
    } else {
        // Without hyphenation the places where words may break are none.
        auto html = m_html;
        m_browser->setPage(page::lightStyle(how),
                           m_look.hyphenation ? html : html.remove(page::softHyphen));
    }
    m_lift = lightlayout::settle(document, column());
    setColumn();
}

// One at a time: whoever drags the window's edge wants the last one only.
void LightStoryView::orderGalley()
{
    if (std::exchange(m_setting, true))
        return;
    const galley::Order order{.column = column(),
                              .html = m_html,
                              .light = m_isLight,
                              .position = m_coming->position,
                              .hit = m_coming->hit,
                              .part = m_coming->part};
    inBackground([order] { return galley::set(order); }, this,
                 [this, number = m_order](const Galley &galley) {
                     m_setting = false;
                     if (number == m_order)
                         take(galley);
                     else if (m_coming)
                         orderGalley();
                 },
                 &m_setters);
}

void LightStoryView::take(const Galley &galley)
{
    auto old = std::exchange(m_galley, galley);
    m_marks = galley.marks;
    if (m_coming->held && m_coming->held->character >= 0)
        m_galley.start = m_coming->held->character;
    begin();
    retire(std::move(old));
    land();
}

// It takes long to go, too.
void LightStoryView::retire(Galley galley)
{
    if (!galley.document)
        return;
    galley.document->moveToThread(nullptr);
    m_setters.start([galley = std::move(galley)]() mutable { galley = {}; });
}

// Lines are as wide as they were set: another width is another galley.
void LightStoryView::begin()
{
    m_breakpoint = breakpoint();
    m_lift = m_galley.lift;
    m_browser->beginPage();
    m_browser->setLineWrapMode(QTextEdit::FixedPixelWidth);
    m_browser->setLineWrapColumnOrWidth(m_browser->viewport()->width());
    lightlayout::prepare(*m_browser->document(), setting());
    setColumn();
    m_feed.start(m_galley.document, m_galley.start);
    m_feed.setPaused(!isVisible());
}

void LightStoryView::land()
{
    const auto coming = *std::exchange(m_coming, std::nullopt);
    m_serial = coming.serial;
    m_wanted = coming.position;
    if (coming.isNew) {
        m_hit = 0;
        m_landed = false;
        m_sought.clear();
    }
    restore(m_wanted);
    m_note->hide();
    collectFound();
    markHit();
    if (coming.isNew && coming.hit > 0) {
        goToHit(coming.hit, Bring::IntoView);
        m_landed = true;
        m_rest.stop();
    }
    if (coming.held)
        hold(coming);
}

void LightStoryView::hold(const Coming &coming)
{
    if (coming.part >= 0)
        m_wanted = {};
    if (coming.linkFocus)
        focusLinkOfPart(coming.part);
    const auto &held = *coming.held;
    auto now = topOfPart(coming.part);
    if (held.character >= 0 && m_feed.holds(held.character)) {
        const auto block = m_browser->document()->findBlock(held.character - m_feed.first());
        now = m_browser->document()->documentLayout()->blockBoundingRect(block).top();
    }
    m_browser->verticalScrollBar()->setValue(held.above && now ? qRound(*now - *held.above)
                                                               : held.scroll);
}

const QTextDocument &LightStoryView::story() const
{
    return m_feed.galley() ? *m_feed.galley() : *m_browser->document();
}

QTextCursor LightStoryView::cursorAt(const Passage &passage) const
{
    const auto end = m_feed.first() + m_browser->document()->characterCount();
    if (!m_feed.holds(passage.from) || passage.to >= end)
        return {};
    QTextCursor cursor(m_browser->document());
    cursor.setPosition(passage.from - m_feed.first());
    cursor.setPosition(passage.to - m_feed.first(), QTextCursor::KeepAnchor);
    return cursor;
}

QTextBlock LightStoryView::inStory(const QTextBlock &shown) const
{
    // What is shown begins with the end of a block.
    const auto number = story().findBlock(m_feed.first()).blockNumber();
    return story().findBlockByNumber(number + shown.blockNumber());
}

// Whoever wants to be there now does not wait until it has come.
void LightStoryView::bringIn(int character)
{
    if (m_feed.holds(character))
        return;
    m_galley.start = character;
    begin();
}

void LightStoryView::goToAnchor(const QString &name)
{
    const auto place = documentblocks::placeNamed(story(), name);
    if (place < 0)
        return;
    bringIn(place);
    m_browser->scrollToAnchor(name);
}

// A numbered part of a page, if it is shown.
QTextBlock LightStoryView::shownPart(int part) const
{
    return documentblocks::named(*m_browser->document(), u"part%1"_s.arg(part));
}

// With the keyboard, a link is chosen by selecting its words.
bool LightStoryView::hasLinkFocus() const
{
    const auto cursor = m_browser->textCursor();
    return cursor.hasSelection() && cursor.charFormat().isAnchor();
}

// The first link of our own in a numbered part of a page: what can be chosen there.
void LightStoryView::focusLinkOfPart(int part)
{
    auto block = shownPart(part);
    for (; block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto fragment = it.fragment();
            if (!fragment.charFormat().anchorHref().startsWith("broadsheet:"_L1))
                continue;
            QTextCursor cursor(block);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            m_browser->setTextCursor(cursor);
            return;
        }
    }
}

// Where a numbered part of a page stands, from the top of the document.
std::optional<double> LightStoryView::topOfPart(int part) const
{
    const auto block = part < 0 ? QTextBlock() : shownPart(part);
    if (!block.isValid())
        return {};
    const auto *document = m_browser->document();
    // The scroll bar knows its range when the last block has its place.
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    return document->documentLayout()->blockBoundingRect(block).top();
}
