#include "web/webstoryview.h"

#ifdef BROADSHEET_WEBENGINE

#include "page/style.h"
#include "page/typescale.h"
#include "reading/lightlayout.h"
#include "reading/limits.h"
#include "reading/storyhtml.h"
#include "theme/motion.h"
#include "web/picturescheme.h"
#include "web/promptframes.h"
#include "web/storypage.h"
#include "web/webview.h"

#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const ReadingPosition &position)
{
    return {{u"block"_s, position.block},
            {u"quote"_s, position.quote},
            {u"fraction"_s, position.fraction},
            {u"before"_s, position.before},
            {u"after"_s, position.after}};
}

ReadingPosition fromVariant(const QVariant &value)
{
    const auto map = value.toMap();
    return {.block = map.value(u"block"_s).toInt(),
            .quote = map.value(u"quote"_s).toString(),
            .fraction = map.value(u"fraction"_s).toDouble(),
            .before = map.value(u"before"_s).toString(),
            .after = map.value(u"after"_s).toString()};
}

// A call of our script's function; JSON is JavaScript, so nothing in the arguments can be code.
QString call(QLatin1StringView function, const QJsonArray &arguments)
{
    const auto list = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    return u"broadsheet."_s + function + u"(..."_s + list + u')';
}

// How wide pictures are in a view that is wide enough: as the column, or as on the front page.
int widestIn(const page::Look &look)
{
    constexpr int anyWidth = 100'000;
    constexpr int onTheFront = 50; // Sizes of the text.
    const auto column = lightlayout::measure(
        {.setting = {.look = look, .width = anyWidth}, .available = anyWidth});
    return std::max(column.width, onTheFront * page::TypeScale(look).size(page::Voice::Text));
}

} // namespace

WebStoryView::WebStoryView(PictureSource pictures, const page::Look &look, QWidget *parent)
    : StoryView(parent)
    , m_profile(std::make_unique<StoryProfile>())
    , m_page(std::make_unique<StoryPage>(m_profile.get()))
    , m_pictures(new PictureScheme(std::move(pictures), m_profile.get()))
    , m_view(new WebView(this))
    , m_look(look)
{
    m_profile->installUrlSchemeHandler(
        storyScheme, new ShellScheme([this] { return shellPage(); }, m_profile.get()));
    m_profile->installUrlSchemeHandler(pictureScheme, m_pictures);
    m_view->setPage(m_page.get());
    new PromptFrames(m_view);
    paintPaper();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    setFocusProxy(m_view);

    m_rest.setSingleShot(true);
    m_rest.setInterval(reading::limits::restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &WebStoryView::tellPosition);
    makeCloser();
    connect(m_page.get(), &StoryPage::said, this, &WebStoryView::onSaid);
    connect(m_page.get(), &StoryPage::linkActivated, this, &StoryView::linkActivated);
    connect(m_page.get(), &QWebEnginePage::linkHovered, this,
            [this](const QString &url) { emit linkHovered(QUrl(url)); });
    connect(m_page.get(), &QWebEnginePage::scrollPositionChanged, this, &WebStoryView::onScrolled);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this,
            &WebStoryView::onTerminated);
}

WebStoryView::~WebStoryView()
{
    // The view must not outlive its page, nor the page its profile; and while they go the engine
    // may still ask for the shell, which is made from what this object holds.
    delete m_view;
    m_page.reset();
    m_profile.reset();
}

void WebStoryView::showContent(const Shown &shown)
{
    m_html = storyHtml(shown);
    m_related.clear();
    m_position = shown.position;
    m_hit = shown.hit;
    m_part = shown.part;
    m_serial = shown.serial;
    pushContent();
}

void WebStoryView::showUnsafe(const QString &html, int serial)
{
    m_html = html;
    m_related.clear();
    m_position = {};
    m_hit = 0;
    m_part = -1;
    m_serial = serial;
    pushContent();
}

// The first story comes with the page itself; those after it are swapped in.
void WebStoryView::pushContent()
{
    m_rest.stop();
    fitPictures();
    if (m_ready)
        m_page->run(call("show"_L1, {m_html, m_serial, toJson(m_position), m_part, m_hit}));
    else if (m_embedded < 0)
        load();
}

void WebStoryView::load()
{
    m_ready = false;
    m_embedded = m_serial;
    m_page->load(storyAddress());
}

QString WebStoryView::shellPage()
{
    m_embedded = m_serial;
    m_lookChanged = false;
    return page::shell(m_html, m_look, m_ownStyle);
}

void WebStoryView::onSaid(const QString &what, const QVariant &value)
{
    if (what == "ready"_L1) {
        m_ready = true;
        if (m_lookChanged)
            pushLook();
        if (m_embedded == m_serial)
            m_page->run(call("adopt"_L1, {m_serial, toJson(m_position), m_hit}));
        else
            pushContent();
        pushRelated();
    } else if (what == "painted"_L1) {
        if (!m_alive.isValid())
            m_alive.start();
        emit painted(value.toInt());
    }
}

void WebStoryView::setRelated(const Shown &shown)
{
    m_related.clear();
    for (int number = 0; number < int(shown.article.related.size()); ++number)
        m_related.append(page::relatedFrom(shown.article, shown.context, number));
    pushRelated();
}

void WebStoryView::pushRelated()
{
    if (m_ready && !m_related.isEmpty())
        m_page->run(call("related"_L1, QJsonArray::fromStringList(m_related)));
}

void WebStoryView::setHits(const Shown &shown)
{
    m_html = storyHtml(shown);
    m_hit = 0;
    if (m_ready)
        m_page->run(call("mark"_L1, {m_html}));
    else if (m_embedded >= 0)
        m_embedded = 0; // What comes with the page is not what is to be shown any more.
}

void WebStoryView::goToHit(int hit, Bring bring)
{
    m_hit = hit;
    if (m_ready)
        m_page->run(call("goToHit"_L1, {hit, bring == Bring::IntoView}));
}

void WebStoryView::askHit(std::function<void(int)> answer)
{
    if (!m_ready)
        return;
    m_page->ask(call("firstHit"_L1, {}),
                [answer = std::move(answer)](const QVariant &value) { answer(value.toInt()); });
}

void WebStoryView::setLook(const page::Look &look)
{
    m_look = look;
    paintPaper();
    pushLook();
}

void WebStoryView::setOwnStyle(const QString &css)
{
    m_ownStyle = css;
    pushLook();
}

// A page that is on its way has the look it was asked for in.
void WebStoryView::pushLook()
{
    m_lookChanged = !m_ready;
    if (m_ready)
        m_page->run(
            call("look"_L1, {page::themeName(m_look.theme), page::lookStyle(m_look), m_ownStyle}));
    fitPictures();
}

// Nobody knows how wide a style sheet of somebody's own makes them.
void WebStoryView::fitPictures()
{
    const auto widest
        = std::max(widestIn(m_look), m_ownStyle.isEmpty() ? 0 : screen()->size().width());
    const auto grew = m_pictures->setWidest(int(std::ceil(widest * devicePixelRatioF())));
    if (grew && m_ready)
        m_page->run(call("askAgain"_L1, {++m_askedAgain}));
}

// Shown where the page has not painted yet, so that nothing flashes white.
void WebStoryView::paintPaper()
{
    m_page->setBackgroundColor(QColor(page::colours(m_look.theme).paper));
}

void WebStoryView::scrollScreens(int screens)
{
    if (!m_ready)
        return;
    const auto turn = int(theme::motion::length().count());
    m_page->ask(call("page"_L1, {screens, turn}), [this, screens](const QVariant &moved) {
        if (screens > 0 && !moved.toBool())
            emit pagedPastEnd();
    });
}

void WebStoryView::scrollPixels(int pixels)
{
    if (m_ready)
        m_page->run(call("scroll"_L1, {pixels}));
}

void WebStoryView::askPosition(std::function<void(const ReadingPosition &)> answer)
{
    if (!m_ready)
        return;
    m_page->ask(call("position"_L1, {}),
                [this, serial = m_serial, answer = std::move(answer)](const QVariant &value) {
                    if (serial == m_serial && value.isValid())
                        answer(fromVariant(value));
                });
}

int WebStoryView::refusedRequests() const
{
    return m_profile->wall().refused();
}

// Nobody reads what is hidden: whatever moves there is a matter of layout.
void WebStoryView::onScrolled()
{
    if (!isVisible())
        return;
    m_rest.start();
    const auto range = m_page->contentsSize().height() - m_view->height();
    emit scrolled(range > 0 ? std::clamp(m_page->scrollPosition().y() / range, 0.0, 1.0) : 0);
}

void WebStoryView::tellPosition()
{
    askPosition([this](const auto &position) { emit positionChanged(position); });
}

// A reader who scrolls and goes at once means the place they went from.
void WebStoryView::hideEvent(QHideEvent *event)
{
    if (m_rest.isActive()) {
        m_rest.stop();
        tellPosition();
    }
    StoryView::hideEvent(event);
}

// The engine's process died: the page is loaded anew with the same story, unless that keeps
// happening. What counts is how long it showed something: on a machine that is short of memory it
// may take half a minute to come back, and then it dies of that again.
void WebStoryView::onTerminated()
{
    m_ready = false;
    if (m_alive.isValid() && m_alive.elapsed() > reading::limits::shortLifeMilliseconds)
        m_deaths = 0;
    m_alive.invalidate();
    emit died();
    if (++m_deaths <= reading::limits::deaths)
        load();
}

void WebStoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintPaper();
    StoryView::changeEvent(event);
}

#endif
