#include "reading/readingpane.h"

#include "base/background.h"
#include "base/trace.h"
#include "reading/lightstoryview.h"
#include "reading/limits.h"
#include "reading/readingprogress.h"
#include "reading/webengine.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QShowEvent>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

ReadingPane::ReadingPane(PictureSource pictures, QWidget *parent, Engine engine)
    : QWidget(parent)
    , m_pictures(std::move(pictures))
    , m_engine(engine)
    , m_storyPages(m_pool)
    , m_progress(new ReadingProgress(this))
    , m_light(new LightStoryView(m_pictures, m_look, this))
    , m_current(m_light)
{
    m_pool.setMaxThreadCount(1);
    setAccessibleName(tr("Story"));
    setFocusProxy(m_light);
    m_progress->setColour(QColor(page::colours(m_look).accent));
    m_progress->raise();
    connectView(m_light);
    connect(m_light, &StoryView::painted, this, &ReadingPane::onLightPainted);
}

void ReadingPane::show(const Article &article, const page::Context &context,
                       const ReadingPosition &position)
{
    m_next = {
        .kind = Shown::Kind::Story, .article = article, .context = context, .position = position};
    makeNext();
}

void ReadingPane::prepare(const Article &article, const page::Context &context)
{
    m_storyPages.prepare(materialOf(article, context));
    m_current->prepare(article);
}

void ReadingPane::makeNext()
{
    m_storyPages.ask(materialOf(m_next->article, m_next->context), [this](const MadePage &page) {
        auto shown = *std::exchange(m_next, {});
        shown.html = page.html;
        shown.light = page.light;
        shown.hits = page.hits;
        present(std::move(shown));
    });
}

PageMaterial ReadingPane::materialOf(const Article &article, const page::Context &context) const
{
    return {article, context, m_search, page::divisionFor(m_look)};
}

void ReadingPane::showMessage(const QString &title, const QString &text)
{
    present({.kind = Shown::Kind::Message, .title = title, .text = text});
}

void ReadingPane::showMeanwhile(const QString &title, const QString &text)
{
    put({.kind = Shown::Kind::Message, .title = title, .text = text});
    // It is not what anybody waits for.
    m_told = m_shown.serial;
}

void ReadingPane::showPage(const QString &html, int part)
{
    const auto goesOn = m_shown.kind == Shown::Kind::Page;
    present({.kind = Shown::Kind::Page, .html = html, .part = goesOn ? part : -1});
}

void ReadingPane::showFront(const page::FrontPage &front, const ReadingPosition &position)
{
    present({.kind = Shown::Kind::Front, .position = position, .front = front});
}

void ReadingPane::showProgress(bool shown)
{
    m_progress->setWanted(shown);
}

void ReadingPane::clear()
{
    present({});
}

void ReadingPane::markRelated(const QSet<int> &inLibrary)
{
    if (m_next || inLibrary == m_shown.context.relatedInLibrary
        || m_shown.kind != Shown::Kind::Story)
        return;
    m_shown.context.relatedInLibrary = inLibrary;
    remake();
}

void ReadingPane::present(Shown shown)
{
    m_next.reset();
    m_storyPages.drop();
    put(std::move(shown));
}

void ReadingPane::put(Shown shown)
{
    const int serial = m_shown.serial + 1;
    m_shown = std::move(shown);
    m_shown.serial = serial;
    m_marked = m_search;
    m_position = m_shown.position;
    m_progress->begin(m_shown.kind == Shown::Kind::Story);
    // Whoever stopped reading in the middle goes on there.
    m_hit = m_shown.hits > 0 && m_shown.position == ReadingPosition() ? 1 : 0;
    m_shown.hit = m_hit;
    // The light view works only as long as people see it.
    if (m_current == m_light)
        m_light->showContent(m_shown);
    if (m_web)
        m_web->showContent(m_shown);
    emit hitsChanged();
}

void ReadingPane::setLook(const page::Look &look)
{
    if (look == m_look)
        return;
    const auto divided = page::divisionFor(look) != page::divisionFor(m_look);
    m_look = look;
    m_progress->setColour(QColor(page::colours(look).accent));
    m_light->setLook(look);
    if (m_web)
        m_web->setLook(look);
    if (divided && m_next)
        makeNext();
    else if (divided && m_shown.kind == Shown::Kind::Story)
        remake();
}

void ReadingPane::setOwnStyle(const QString &css)
{
    if (css == m_ownStyle)
        return;
    m_ownStyle = css;
    inBackground([css] { return page::OwnRules::read(css); }, this,
                 [this, css](const page::OwnRules &rules) {
                     if (css == m_ownStyle)
                         m_light->setOwnRules(rules);
                 },
                 &m_pool);
    if (m_web)
        m_web->setOwnStyle(css);
}

page::Look ReadingPane::look() const
{
    return m_look;
}

void ReadingPane::pageDown()
{
    m_current->scrollScreens(1);
}

void ReadingPane::pageUp()
{
    m_current->scrollScreens(-1);
}

void ReadingPane::scrollBy(int pixels)
{
    m_current->scrollPixels(pixels);
}

void ReadingPane::find(const QString &words, bool backwards)
{
    m_sought = words;
    m_current->find(words,
                    backwards ? StoryView::Direction::Backwards : StoryView::Direction::Forwards);
}

QString ReadingPane::selectedText() const
{
    return m_current->selectedText();
}

void ReadingPane::askPhoto(std::function<void(const QString &)> answer) const
{
    m_current->askPhoto(std::move(answer));
}

void ReadingPane::goToPhoto(const QString &name)
{
    m_current->goToPhoto(name);
}

void ReadingPane::askParagraph(std::function<void(const QString &)> answer) const
{
    m_current->askParagraph(std::move(answer));
}

bool ReadingPane::dismissNote()
{
    return m_current->dismissNote();
}

bool ReadingPane::webViewInCharge() const
{
    return m_current == m_web;
}

void ReadingPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_engine == Engine::Best && !m_web)
        QTimer::singleShot(reading::limits::startMilliseconds, this, &ReadingPane::startWebView);
}

void ReadingPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_light->setGeometry(rect());
    m_progress->setGeometry(0, 0, width(), ReadingProgress::thickness);
    if (m_web)
        m_web->setGeometry(rect());
}

// Starting the engine keeps this thread busy for a while: the story must be on the screen before.
void ReadingPane::onLightPainted(int serial)
{
    tellPainted(serial);
    if (m_engine == Engine::Best && m_shown.kind != Shown::Kind::Nothing)
        QTimer::singleShot(0, this, &ReadingPane::startWebView);
}

void ReadingPane::startWebView()
{
    if (m_web || m_engine != Engine::Best || std::exchange(m_starting, true))
        return;
    inBackground([] { return webengine::load(); }, this,
                 [this](bool would) {
                     m_starting = false;
                     if (would)
                         makeWebView();
                     else
                         m_engine = Engine::Light;
                 },
                 &m_pool);
}

// The web view paints beneath the light one, since a hidden view does not paint at all.
void ReadingPane::makeWebView()
{
    if (m_web || !isVisible())
        return;
    const trace::Span span("web view started");
    m_web = webengine::makeView(m_pictures, m_look, this);
    m_web->setGeometry(rect());
    m_web->lower();
    m_web->show();
    connectView(m_web);
    connect(m_web, &StoryView::painted, this, &ReadingPane::onWebPainted);
    connect(m_web, &StoryView::died, this, &ReadingPane::onWebDied);
    m_web->setOwnStyle(m_ownStyle);
    m_web->showContent(m_shown);
}

void ReadingPane::connectView(StoryView *view)
{
    connect(view, &StoryView::linkActivated, this, &ReadingPane::onLink);
    connect(view, &StoryView::wished, this, &ReadingPane::wished);
    connect(view, &StoryView::found, this, [this, view](int hit, int hits) {
        if (view == m_current)
            emit found(hit, hits);
    });
    connect(view, &StoryView::linkHovered, this, &ReadingPane::linkHovered);
    connect(view, &StoryView::scrolled, this, [this, view](double fraction) {
        if (view == m_current)
            m_progress->setFraction(fraction);
    });
    connect(view, &StoryView::pagedPastEnd, this, &ReadingPane::pagedPastEnd);
    connect(view, &StoryView::positionChanged, this, [this, view](const auto &position) {
        // While the next story is being made, this says nothing of it.
        if (view != m_current || m_next)
            return;
        m_position = position;
        if (m_shown.kind == Shown::Kind::Story)
            emit positionChanged(position);
        else if (m_shown.kind == Shown::Kind::Front)
            emit frontMoved(position);
    });
}

// The first time, the web view takes over where the light one was read to meanwhile.
void ReadingPane::onWebPainted(int serial)
{
    if (serial != m_shown.serial)
        return;
    if (m_current == m_light) {
        m_light->askPosition([this](const ReadingPosition &here) { m_position = here; });
        if (m_position != m_shown.position) {
            m_shown.position = m_position;
            m_shown.hit = 0;
            m_web->showContent(m_shown);
            return;
        }
        putInCharge(m_web);
        trace::note("web view took over");
        if (m_hit > 0)
            m_web->goToHit(m_hit, StoryView::Bring::Nothing);
    }
    tellPainted(serial);
}

// The light view shows the story from where reading last rested, until the web view is back.
void ReadingPane::onWebDied()
{
    m_shown.position = m_position;
    m_shown.hit = 0;
    m_web->showContent(m_shown);
    if (m_current == m_light)
        return;
    m_light->showContent(m_shown);
    putInCharge(m_light);
}

void ReadingPane::giveBack()
{
    if (!m_web || isVisible())
        return;
    m_shown.position = m_position;
    m_shown.hit = 0;
    if (m_current == m_web) {
        m_light->showContent(m_shown);
        putInCharge(m_light);
    }
    delete std::exchange(m_web, nullptr);
}

void ReadingPane::tellPainted(int serial)
{
    if (serial != m_shown.serial || std::exchange(m_told, serial) == serial)
        return;
    if (!m_sought.isEmpty())
        m_current->find(m_sought, StoryView::Direction::Forwards);
    emit painted();
}

void ReadingPane::putInCharge(StoryView *view)
{
    auto *before = std::exchange(m_current, view);
    const bool focused = before->isAncestorOf(focusWidget()) && before->focusWidget()
        && before->focusWidget()->hasFocus();
    setFocusProxy(view);
    view->show();
    view->raise();
    m_progress->raise();
    if (focused)
        view->setFocus();
    if (!m_sought.isEmpty())
        view->find(m_sought, StoryView::Direction::Forwards);
    // Below the light view the web view stays visible, or it would never paint again.
    if (before == m_light)
        m_light->hide();
}

void ReadingPane::onLink(const QUrl &url)
{
    if (url == QUrl(u"broadsheet:copy"_s))
        QGuiApplication::clipboard()->setText(QString::fromLatin1(m_shown.article.url.toEncoded()));
    else
        emit linkActivated(url);
}
