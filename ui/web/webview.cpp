#include "web/webview.h"

#ifdef BROADSHEET_WEBENGINE

#include "page/hyphens.h"
#include "reading/storymenu.h"
#include "web/picturescheme.h"
#include "web/storypage.h"

#include <QApplication>
#include <QChildEvent>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QFocusEvent>
#include <QWebEngineContextMenuRequest>

static QString photoIn(const QWebEngineContextMenuRequest &request)
{
    const auto isPhoto = request.mediaType() == QWebEngineContextMenuRequest::MediaTypeImage
        && request.mediaUrl().scheme() == QLatin1StringView(pictureScheme);
    return isPhoto ? pictureName(request.mediaUrl()) : QString();
}

WebView::WebView(QWidget *parent)
    : QWebEngineView(parent)
{
    setAccessibleName(tr("Story"));
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget * /*before*/, QWidget *now) { m_focused = now; });
}

WebView::~WebView()
{
    // The focus leaves the view while its base is being destroyed, when m_focused is no more.
    disconnect(qApp, nullptr, this, nullptr);
}

// The engine's own widget, which has the focus in this one's stead.
void WebView::childEvent(QChildEvent *event)
{
    if (event->added() && event->child()->isWidgetType())
        event->child()->installEventFilter(this);
    QWebEngineView::childEvent(event);
}

bool WebView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FocusIn || !leftByNobody(*static_cast<QFocusEvent *>(event)))
        return QWebEngineView::eventFilter(watched, event);
    QFocusEvent quiet(QEvent::FocusIn, Qt::OtherFocusReason);
    QCoreApplication::sendEvent(watched, &quiet);
    return true;
}

// Qt passes the focus of a widget that is hidden or disabled on as if somebody had pressed Tab, and
// the engine answers Tab by bringing the page's first link into view, however far down it is.
bool WebView::leftByNobody(const QFocusEvent &event) const
{
    const bool tab
        = event.reason() == Qt::TabFocusReason || event.reason() == Qt::BacktabFocusReason;
    return tab && m_focused && (!m_focused->isVisible() || !m_focused->isEnabled());
}

void WebView::contextMenuEvent(QContextMenuEvent *event)
{
    const auto *request = lastContextMenuRequest();
    auto *storyPage = qobject_cast<StoryPage *>(page());
    if (!request || !storyPage)
        return;
    popUpStoryMenu(
        this, event->globalPos(),
        {.link = request->linkUrl(),
         .selection = request->selectedText().remove(page::softHyphen),
         .photo = photoIn(*request),
         .selectAll = [this] { triggerPageAction(QWebEnginePage::SelectAll); },
         .openLink = [storyPage](const QUrl &url) { emit storyPage->linkActivated(url); },
         .wish = [storyPage](const StoryWish &wish) { emit storyPage->wished(wish); }});
}

// Files and addresses dropped here are the window's to open.
void WebView::dragEnterEvent(QDragEnterEvent *event)
{
    event->ignore();
}

#endif
