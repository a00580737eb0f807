#pragma once

#include "model/article.h"
#include "model/storyquery.h"
#include "page/page.h"

#include <QWidget>

#include <functional>
#include <optional>

// Asks for a picture by its name; the answer may come later, on the main thread, or never.
using PictureSource
    = std::function<void(const QString &name, std::function<void(const Picture &)> answer)>;

// Shows one story as a page. Knows nothing of the library: pictures come through the source, links
// and positions go out as signals.
class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingPane(PictureSource pictures, QWidget *parent = nullptr);

    void show(const Article &article, const page::Context &context,
              const ReadingPosition &position = {});
    // A page without a story: the empty library's invitation, or an error, as our own SafeHtml-free
    // plain text.
    void showMessage(const QString &title, const QString &text);
    void clear();

    void setLook(const page::Look &look);
    [[nodiscard]] page::Look look() const;

    // Scrolls by a screen; answers through pagedPastEnd() when there is nothing further down.
    void pageDown();
    void pageUp();
    void scrollBy(int pixels);

    // Finds words in the story; empty ends it.
    void find(const QString &words, bool backwards = false);

    [[nodiscard]] QString selectedText() const;

signals:
    void linkActivated(const QUrl &url); // http(s), mailto, or "broadsheet:related/N".
    void linkHovered(const QUrl &url);
    void positionChanged(const ReadingPosition &position); // At rest after scrolling.
    void pagedPastEnd();
    void painted(); // The story last given to show() is on the screen.
};
