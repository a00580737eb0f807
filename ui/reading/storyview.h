#pragma once

#include "model/article.h"
#include "model/storyquery.h"
#include "page/frontpage.h"
#include "page/ownrules.h"
#include "page/page.h"

#include <QUrl>
#include <QWidget>

#include <functional>

// What the pane shows: a story, or a message of ours in its place.
struct Shown
{
    enum class Kind { Nothing, Story, Message, Page, Front };

    Kind kind = Kind::Nothing;
    Article article = {};
    page::Context context = {};
    ReadingPosition position = {}; // Where to begin.
    QString title = {}; // Of a message, and its text.
    QString text = {};
    QString html = {}; // Of a story, with a search's words marked, or of a page about one.
    QString light = {}; // The same for the light view; it makes its own where this is empty.
    page::FrontPage front = {}; // The front page, or what stands where no story does.
    int hits = 0; // How many words are marked,
    int hit = 0; // and the one to begin at, from 1; 0 for none.
    int part = -1; // Of that page, what is to stay where it is on the screen; -1 for nothing.
    int serial = 0; // Tells one showing from the next.
};

// What somebody asks for in a story that is not the view's to do.
struct StoryWish
{
    enum class Deed {
        ShowPhoto,
        SavePhoto,
        CopyPhoto,
        Quote,
        QuoteAsMarkdown,
        SearchLibrary,
        SearchWeb
    };

    Deed deed = Deed::ShowPhoto;
    QString words = {}; // That are selected; or a photo's name.

    bool operator==(const StoryWish &) const = default;
};

// One way to put a story on the screen. The pane has two: the web view, and a light one that is
// there at once.
class StoryView : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { Forwards, Backwards };

    using QWidget::QWidget;

    virtual void showContent(const Shown &shown) = 0;
    virtual void setLook(const page::Look &look) = 0;
    // CSS of the person's own, for views that know CSS.
    virtual void setOwnStyle(const QString & /*css*/) { }
    // The same for those that do not.
    virtual void setOwnRules(const page::OwnRules & /*rules*/) { }
    // A story that may be shown next.
    virtual void prepare(const Article & /*story*/) { }

    // What the cards of the related stories of what is shown say now of where those are.
    virtual void setRelated(const Shown &shown) = 0;

    // The words of a search are marked in another way in what is shown.
    virtual void setHits(const Shown &shown) = 0;
    // Makes one of them stand out, from 1; brings it into view if it is not.
    enum class Bring { IntoView, Nothing };
    virtual void goToHit(int hit, Bring bring = Bring::IntoView) = 0;
    // The first one that is not above what is in view; 0 when there is none. The answer may come
    // later.
    virtual void askHit(std::function<void(int)> answer) = 0;

    // Negative is up. A screen down that finds the end answers with pagedPastEnd().
    virtual void scrollScreens(int screens) = 0;
    virtual void scrollPixels(int pixels) = 0;

    // Marks words in what is shown and goes to the next place where they stand; found() tells. With
    // a capital letter among them the case counts. None ends it; what was gone to stays selected.
    virtual void find(const QString &words, Direction direction) = 0;
    [[nodiscard]] virtual QString selectedText() const = 0;

    // Where reading stands now; the answer may come later, or never when the view dies.
    virtual void askPosition(std::function<void(const ReadingPosition &)> answer) = 0;

    // The photo in view, by its name, or else the next one; empty where there is none. The answer
    // may come later.
    virtual void askPhoto(std::function<void(const QString &)> answer) = 0;
    // Brings that photo into view, by its name, and gives it the keyboard where photos can have it.
    virtual void goToPhoto(const QString &name) = 0;
    // The text of the paragraph that is read. The answer may come later.
    virtual void askParagraph(std::function<void(const QString &)> answer) = 0;

    // Takes away the note that was brought up; false when there is none.
    virtual bool dismissNote() = 0;

signals:
    void wished(const StoryWish &wish);
    void found(int hit, int hits); // Which of how many places with the words looked for, from 1.
    void linkActivated(const QUrl &url);
    void linkHovered(const QUrl &url);
    void positionChanged(const ReadingPosition &position);
    void scrolled(double fraction); // 0 at the top of what is shown, 1 at its end.
    void pagedPastEnd();
    void painted(int serial); // That showing is on the screen.
    void died(); // It shows nothing any more; painted() tells when it is back, if ever.
};
