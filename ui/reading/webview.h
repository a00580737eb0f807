#pragma once

#ifdef BROADSHEET_WEBENGINE

#include <QWebEngineView>

// The web view without a browser's manners: its menu offers what a reader needs.
class WebView final : public QWebEngineView
{
    Q_OBJECT

public:
    explicit WebView(QWidget *parent = nullptr);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
};

#endif
