#include "reading/lightstoryview.h"

#include "page/hyphens.h"
#include "page/typescale.h"
#include "reading/documentblocks.h"
#include "reading/lightbrowser.h"
#include "reading/lighthits.h"
#include "reading/lightlayout.h"
#include "reading/limits.h"
#include "reading/notepopover.h"
#include "reading/storyhtml.h"

#include <QAbstractTextDocumentLayout>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double overlap = 2.5; // Lines seen twice when paging.
constexpr double frontWidest = 74; // As in its style sheet, in sizes of the text.

} // namespace

LightStoryView::LightStoryView(PictureSource pictures, const page::Look &look, QWidget *parent)
    : StoryView(parent)
    , m_browser(new LightBrowser(std::move(pictures), this))
    , m_look(look)
    , m_note(new NotePopover(m_browser->viewport()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_browser);
    setFocusProxy(m_browser);
    setPaper();

    m_rest.setSingleShot(true);
    m_rest.setInterval(reading::limits::restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] { emit positionChanged(position()); });
    connect(m_browser, &LightBrowser::wished, this, &StoryView::wished);
    connect(m_note, &NotePopover::noteAsked, m_browser, &QTextBrowser::scrollToAnchor);
    connect(m_browser, &LightBrowser::linkFollowed, this, [this](const QUrl &url) {
        if (url.isRelative() && url.hasFragment())
            followFragment(url.fragment());
        else
            emit linkActivated(url);
    });
    connect(m_browser, &QTextBrowser::highlighted, this, &StoryView::linkHovered);
    connect(m_browser, &LightBrowser::paintedOnce, this, [this] { emit painted(m_serial); });
    connect(m_browser, &LightBrowser::picturesChanged, this, [this] {
        if (m_wanted != ReadingPosition() || m_landed)
            restore(m_wanted);
    });
    connect(m_browser->verticalScrollBar(), &QScrollBar::actionTriggered, this,
            &LightStoryView::moved);
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, m_note, &QWidget::hide);
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto range = m_browser->verticalScrollBar()->maximum();
        emit scrolled(range > 0 ? double(value) / range : 0);
    });
}

void LightStoryView::showContent(const Shown &shown)
{
    m_front = shown.kind == Shown::Kind::Front ? std::optional(shown.front) : std::nullopt;
    m_browser->setWalksLinks(m_front.has_value());
    m_writing = {};
    if (!m_front)
        setHtml(shown);
    m_serial = shown.serial;
    m_rest.stop();
    const auto before = topOfPart(shown.part);
    const auto hadFocus = hasLinkFocus();
    const auto scroll = m_browser->verticalScrollBar()->value();
    m_hit = 0;
    m_landed = false;
    m_sought.clear();
    setContent(shown.position);
    if (shown.hit > 0) {
        goToHit(shown.hit, Bring::IntoView);
        m_landed = true;
        m_rest.stop();
    }
    if (shown.part < 0)
        return;
    m_wanted = {};
    if (hadFocus)
        focusLinkOfPart(shown.part);
    const auto now = topOfPart(shown.part);
    m_browser->verticalScrollBar()->setValue(scroll + (before && now ? int(*now - *before) : 0));
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
    auto block = documentblocks::named(*m_browser->document(), u"part%1"_s.arg(part));
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
    if (part < 0)
        return {};
    const auto *document = m_browser->document();
    const auto block = documentblocks::named(*document, u"part%1"_s.arg(part));
    if (!block.isValid())
        return {};
    // The scroll bar knows its range when the last block has its place.
    document->documentLayout()->blockBoundingRect(document->lastBlock());
    return document->documentLayout()->blockBoundingRect(block).top();
}

void LightStoryView::setHtml(const Shown &shown)
{
    m_html = lightHtml(shown);
    m_writing = page::writingOfStory(storyHtml(shown));
}

// Without hyphenation the places where words may break are none.
QString LightStoryView::pageHtml() const
{
    auto html = m_html;
    return m_look.hyphenation ? html : html.remove(page::softHyphen);
}

void LightStoryView::setContent(const ReadingPosition &wanted)
{
    auto &document = *m_browser->document();
    const auto how = setting();
    m_breakpoint = breakpoint();
    lightlayout::prepare(document, how);
    setColumn();
    if (m_front)
        m_browser->setPage(page::lightFrontStyle(m_look, width()),
                           page::lightFrontPage(*m_front, m_browser->column()));
    else
        m_browser->setPage(page::lightStyle(how), pageHtml());
    m_lift = lightlayout::settle(document, m_spare);
    setColumn();
    m_hits = lighthits::in(*m_browser->document(), QColor(page::colours(m_look.theme).hit));
    m_wanted = wanted;
    restore(wanted);
    m_note->hide();
    collectFound();
    markHit();
}

void LightStoryView::setLook(const page::Look &look)
{
    const auto here = place();
    m_look = look;
    setPaper();
    setContent(here);
}

void LightStoryView::prepare(const Article &story)
{
    constexpr int onTheFirstScreens = 3;
    QStringList pictures;
    for (const auto &figure : QList{story.lead} + story.figures) {
        if (pictures.size() < onTheFirstScreens && figure.src.startsWith("broadsheet-media:"_L1))
            pictures.append(figure.src);
    }
    m_browser->prepare(pictures);
}

void LightStoryView::setRelated(const Shown &shown)
{
    const auto here = place();
    setHtml(shown);
    setContent(here);
}

void LightStoryView::setPaper()
{
    const auto colours = page::colours(m_look.theme);
    auto palette = m_browser->palette();
    palette.setColor(QPalette::Base, QColor(colours.paper));
    palette.setColor(QPalette::Text, QColor(colours.ink));
    palette.setColor(QPalette::Link, QColor(colours.ink));
    palette.setColor(QPalette::Highlight, QColor(colours.selection));
    palette.setColor(QPalette::HighlightedText, QColor(colours.ink));
    m_browser->setPalette(palette);
}

page::LightSetting LightStoryView::setting() const
{
    return {.look = m_look, .writing = m_writing, .width = width()};
}

void LightStoryView::setColumn()
{
    const auto set = lightlayout::setColumn(*m_browser->document(),
                                            {.setting = setting(),
                                             .available = m_browser->viewport()->width(),
                                             .lift = m_lift,
                                             .widest = m_front ? frontWidest : 0});
    m_spare = set.spare;
    m_browser->setColumn(set.width);
}

// Between these a headline is of one size.
int LightStoryView::breakpoint() const
{
    return int(page::headlineVoice(width()));
}

void LightStoryView::resizeEvent(QResizeEvent *event)
{
    StoryView::resizeEvent(event);
    const auto here = place();
    if (m_front || breakpoint() != m_breakpoint) {
        setContent(here);
    } else {
        setColumn();
        restore(here);
    }
}

// By the reader, not by ourselves.
void LightStoryView::moved()
{
    m_wanted = {};
    m_landed = false;
    m_rest.start();
}

void LightStoryView::scrollScreens(int screens)
{
    const auto *bar = m_browser->verticalScrollBar();
    const auto before = bar->value();
    const auto line = page::TypeScale(m_look, m_writing.script).line(page::Voice::Text);
    scrollPixels(screens * int(bar->pageStep() - line * overlap));
    if (screens > 0 && bar->value() == before)
        emit pagedPastEnd();
}

void LightStoryView::scrollPixels(int pixels)
{
    auto *bar = m_browser->verticalScrollBar();
    bar->setValue(bar->value() + pixels);
    moved();
}

QString LightStoryView::selectedText() const
{
    return m_browser->selectedText();
}

void LightStoryView::askPosition(std::function<void(const ReadingPosition &)> answer)
{
    answer(place());
}
