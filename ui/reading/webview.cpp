#include "reading/webview.h"

#ifdef BROADSHEET_WEBENGINE

#include "reading/storymenu.h"
#include "reading/storypage.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QWebEngineContextMenuRequest>

WebView::WebView(QWidget *parent)
    : QWebEngineView(parent)
{
    setAccessibleName(tr("Story"));
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
         .selection = request->selectedText(),
         .selectAll = [this] { triggerPageAction(QWebEnginePage::SelectAll); },
         .openLink = [storyPage](const QUrl &url) { emit storyPage->linkActivated(url); }});
}

// Files and addresses dropped here are the window's to open.
void WebView::dragEnterEvent(QDragEnterEvent *event)
{
    event->ignore();
}

#endif
