#include "reading/lightstoryview.h"

#include "page/typescale.h"
#include "reading/lightbrowser.h"
#include "reading/lightlayout.h"
#include "reading/limits.h"
#include "reading/notepopover.h"

#include <QScrollBar>
#include <QTextDocument>
#include <QTextFrame>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double overlap = 2.5; // Lines seen twice when paging.
constexpr double frontWidest = 74; // As in its style sheet, in sizes of the text.

} // namespace

LightStoryView::LightStoryView(PictureSource pictures, const page::Look &look, QWidget *parent)
    : StoryView(parent)
    , m_browser(new LightBrowser(std::move(pictures), this))
    , m_asked(look)
    , m_look(look)
    , m_feed(*m_browser)
    , m_note(new NotePopover(m_browser->viewport()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_browser);
    setFocusProxy(m_browser);
    setPaper();

    m_rest.setSingleShot(true);
    m_rest.setInterval(reading::limits::restMilliseconds);
    m_setters.setMaxThreadCount(1);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (!m_coming)
            emit positionChanged(position());
    });
    connect(&m_feed, &GalleyFeed::grew, this, [this] {
        markWhatCame();
        // It may have come by now.
        if (m_hit > 0)
            markHit();
    });
    // A part of what is shown could not tell where a share of the whole is.
    connect(&m_feed, &GalleyFeed::becameWhole, this, [this] {
        if (m_wanted.quote.isEmpty() && m_wanted.fraction > 0)
            restore(m_wanted);
    });
    connect(m_browser, &LightBrowser::wished, this, &StoryView::wished);
    connect(m_note, &NotePopover::noteAsked, this, &LightStoryView::goToAnchor);
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
    connect(m_browser->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this](int action) {
        auto *bar = m_browser->verticalScrollBar();
        if (action == QScrollBar::SliderToMaximum) {
            bringIn(story().characterCount() - 1);
            bar->setSliderPosition(bar->maximum());
        } else if (action == QScrollBar::SliderToMinimum) {
            bringIn(0);
            bar->setSliderPosition(0);
        }
        moved();
    });
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, m_note, &QWidget::hide);
    connect(m_browser->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const auto range = m_browser->verticalScrollBar()->maximum();
        markWhatCame();
        if (!m_coming)
            emit scrolled(m_feed.fractionAt(range > 0 ? double(value) / range : 0));
    });
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

void LightStoryView::setPaper()
{
    const auto colours = page::colours(m_look);
    auto palette = m_browser->palette();
    palette.setColor(QPalette::Base, QColor(colours.paper));
    palette.setColor(QPalette::Text, QColor(colours.ink));
    palette.setColor(QPalette::Link, QColor(colours.ink));
    palette.setColor(QPalette::Highlight, QColor(colours.selection));
    palette.setColor(QPalette::HighlightedText, QColor(colours.ink));
    m_browser->setPalette(palette);
    const auto text = page::TypeScale(m_look).size(page::Voice::Text);
    m_browser->setBars(QColor(colours.rule), qRound(0.16 * text)); // As its style sheet says.
}

page::LightSetting LightStoryView::setting() const
{
    return {.look = m_look,
            .writing = m_writing,
            .width = width(),
            .own = m_own.lightStyle(m_look, width())};
}

lightlayout::Column LightStoryView::column() const
{
    return {.setting = setting(),
            .available = m_browser->viewport()->width(),
            .lift = m_lift,
            .widest = m_front ? frontWidest : 0};
}

void LightStoryView::setColumn()
{
    m_browser->setColumn(lightlayout::setColumn(*m_browser->document(), column()).width);
}

// Between these a headline is of one size.
int LightStoryView::breakpoint() const
{
    return int(page::headlineVoice(width()));
}

void LightStoryView::resizeEvent(QResizeEvent *event)
{
    StoryView::resizeEvent(event);
    const auto isLong = m_coming || m_feed.galley();
    if (isLong && event->oldSize().width() == width())
        return;
    const auto here = place();
    // Tables are as wide as they were set, too.
    const auto hasTables = !m_browser->document()->rootFrame()->childFrames().isEmpty();
    if (isLong || m_front || hasTables || breakpoint() != m_breakpoint) {
        setContent(again());
    } else {
        setColumn();
        restore(here);
    }
}

void LightStoryView::showEvent(QShowEvent *event)
{
    StoryView::showEvent(event);
    m_feed.setPaused(false);
}

void LightStoryView::hideEvent(QHideEvent *event)
{
    StoryView::hideEvent(event);
    m_feed.setPaused(true);
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
    if (screens > 0 && bar->value() == before && m_feed.reachesEnd())
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
