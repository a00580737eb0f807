#pragma once

#ifdef BROADSHEET_WEBENGINE

#include <QPointer>
#include <QWebEngineView>

// The web view without a browser's manners: its menu offers what a reader needs, and it takes the
// focus without running to a link unless the Tab key brought it.
class WebView final : public QWebEngineView
{
    Q_OBJECT

public:
    explicit WebView(QWidget *parent = nullptr);
    ~WebView() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void childEvent(QChildEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;

private:
    [[nodiscard]] bool leftByNobody(const QFocusEvent &event) const;

    QPointer<QWidget> m_focused; // In the whole program, as of the last change.
};

#endif
