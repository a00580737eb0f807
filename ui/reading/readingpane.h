#pragma once

#include "model/article.h"
#include "model/storyquery.h"
#include "page/page.h"
#include "reading/picturesource.h"
#include "reading/storypages.h"
#include "reading/storyview.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <optional>

class ReadingProgress;

// Shows one story as a page. Knows nothing of the library: pictures come through the source, links
// and positions go out as signals.
//
// Two views stand behind it: a light one that shows a story at once, and the web view, which needs
// the better part of a second to start and then takes over where reading stands.
class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    enum class Engine {
        Best, // The web view as soon as it is there, where it was built in.
        Light // The light view alone.
    };

    explicit ReadingPane(PictureSource pictures, QWidget *parent = nullptr,
                         Engine engine = Engine::Best);

    void show(const Article &article, const page::Context &context,
              const ReadingPosition &position = {});
    // Makes ready what may be shown next.
    void prepare(const Article &article, const page::Context &context);
    // A page without a story: the empty library's invitation, or an error, as our own SafeHtml-free
    // plain text.
    void showMessage(const QString &title, const QString &text);
    // The same until the story that is being made is there, or another one is asked for.
    void showMeanwhile(const QString &title, const QString &text);
    [[nodiscard]] bool isMaking() const { return m_next.has_value(); }
    // A page about the story, as page::leftOut() makes it. `part` of it stays where it is on the
    // screen, if such a page is shown already.
    void showPage(const QString &html, int part = -1);
    // The front page, from where it was left.
    void showFront(const page::FrontPage &front, const ReadingPosition &position = {});
    void clear();

    // Where reading last rested in what is shown.
    [[nodiscard]] const ReadingPosition &position() const { return m_position; }
    // A thin line at the top says how far down a story reading is.
    void showProgress(bool shown);

    // Says on the cards of the story's related stories, by their numbers, which the library has.
    void markRelated(const QSet<int> &inLibrary);

    // Marks the words of a search in the story and in those shown from now on; an empty one ends
    // that. A story that is opened begins at the first of them, unless it was read before.
    void setSearch(const search::Query &search);
    // How many there are in the story, and which one was gone to last, from 1; 0 for none.
    [[nodiscard]] int hits() const { return m_shown.hits; }
    [[nodiscard]] int hit() const { return m_hit; }
    // Goes to the next one, round the corner.
    void stepHit(bool backwards = false);

    void setLook(const page::Look &look);
    [[nodiscard]] page::Look look() const;
    // CSS of the person's own, behind that of the page; empty for none.
    void setOwnStyle(const QString &css);
    [[nodiscard]] QString ownStyle() const { return m_ownStyle; }

    // Scrolls by a screen; answers through pagedPastEnd() when there is nothing further down.
    void pageDown();
    void pageUp();
    void scrollBy(int pixels);

    // Finds words in the story, and in those shown from now on; empty ends it. found() answers.
    void find(const QString &words, bool backwards = false);

    [[nodiscard]] QString selectedText() const;
    // See StoryView; the answers may come later.
    void askPhoto(std::function<void(const QString &name)> answer) const;
    void goToPhoto(const QString &name);
    void askParagraph(std::function<void(const QString &text)> answer) const;
    // False when no note was shown.
    bool dismissNote();

    // Gives back the memory that the web view takes, for a pane that nobody sees. It comes back
    // with the pane.
    void giveBack();

    // Whether the web view shows the story, not the light one.
    [[nodiscard]] bool webViewInCharge() const;

signals:
    void wished(const StoryWish &wish);
    void found(int hit, int hits); // By find(): which of how many, from 1.
    void linkActivated(const QUrl &url); // http(s), mailto, or "broadsheet:related/N".
    void linkHovered(const QUrl &url);
    void positionChanged(const ReadingPosition &position); // At rest in a story.
    void frontMoved(const ReadingPosition &position); // At rest on the front page.
    void pagedPastEnd();
    void hitsChanged();
    void painted(); // The story last given to show() is on the screen.

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void startWebView();
    void makeWebView();
    void connectView(StoryView *view);
    void present(Shown shown);
    void put(Shown shown);
    [[nodiscard]] PageMaterial materialOf(const Article &article,
                                          const page::Context &context) const;
    void makeNext();
    void remake();
    void onRemade(const MadePage &page);
    void goToHit(int hit);
    void onLightPainted(int serial);
    void onWebPainted(int serial);
    void onWebDied();
    void onLink(const QUrl &url);
    void tellPainted(int serial);
    void putInCharge(StoryView *view);

    QThreadPool m_pool; // Of its own: the shared one may be reading files for a while.
    PictureSource m_pictures;
    Engine m_engine;
    page::Look m_look;
    QString m_ownStyle;
    StoryPages m_storyPages;
    std::optional<Shown> m_next; // A story whose page is being made.
    Shown m_shown;
    search::Query m_search;
    QString m_sought; // By find().
    search::Query m_marked; // The search whose words are marked in what is shown.
    int m_hit = 0; // Of what is shown.
    ReadingPosition m_position; // Where reading last rested in what is shown.
    ReadingProgress *m_progress;
    StoryView *m_light;
    StoryView *m_web = nullptr; // Null until it is started.
    bool m_starting = false; // It is asked whether the web view can be.
    StoryView *m_current; // The one people see and act on.
    int m_told = 0; // The showing painted() was last said of.
};
