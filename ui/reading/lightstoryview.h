#pragma once

#include "page/light.h"
#include "reading/galley.h"
#include "reading/galleyfeed.h"
#include "reading/lightlayout.h"
#include "reading/picturesource.h"
#include "reading/storyview.h"

#include <QList>
#include <QTextCursor>
#include <QTextEdit>
#include <QThreadPool>
#include <QTimer>

#include <optional>

class LightBrowser;
class NotePopover;

// Stories in a QTextDocument: there at once, and all a machine without the web engine needs. A long
// one is set elsewhere and comes in pieces: what is asked about it is asked of all of it.
class LightStoryView final : public StoryView
{
    Q_OBJECT

public:
    LightStoryView(PictureSource pictures, const page::Look &look, QWidget *parent = nullptr);

    void showContent(const Shown &shown) override;
    void setLook(const page::Look &look) override;
    void setOwnRules(const page::OwnRules &rules) override;
    void prepare(const Article &story) override;
    void setRelated(const Shown &shown) override;
    void setHits(const Shown &shown) override;
    void goToHit(int hit, Bring bring) override;
    void askHit(std::function<void(int)> answer) override;
    void scrollScreens(int screens) override;
    void scrollPixels(int pixels) override;
    void find(const QString &words, Direction direction) override;
    [[nodiscard]] QString selectedText() const override;
    void askPhoto(std::function<void(const QString &)> answer) override;
    void goToPhoto(const QString &name) override;
    void askParagraph(std::function<void(const QString &)> answer) override;
    bool dismissNote() override;
    void askPosition(std::function<void(const ReadingPosition &)> answer) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // What stays where it is on the screen: a place of the story, or else a part of a page.
    struct Held
    {
        int character = -1;
        std::optional<double> above = {}; // Pixels from its top to the view's, if it was there.
        int scroll = 0;
    };
    // What is to be shown, until it is.
    struct Coming
    {
        int serial = 0;
        ReadingPosition position = {};
        bool isNew = false; // Not what is shown already.
        int hit = 0; // To begin at, unless there is a position.
        int part = -1;
        bool linkFocus = false; // A link in that part had the keyboard.
        std::optional<Held> held = {};
    };

    void setHtml(const Shown &shown);
    [[nodiscard]] bool isLong() const;
    [[nodiscard]] Coming again() const;
    void setContent(const Coming &coming);
    void setAtOnce();
    void orderGalley();
    void take(const Galley &galley);
    void begin();
    void retire(Galley galley);
    void land();
    void hold(const Coming &coming);
    // All of the story, shown or not; and where its places are.
    [[nodiscard]] const QTextDocument &story() const;
    [[nodiscard]] QTextCursor cursorAt(const Passage &passage) const; // Null where it is not shown.
    [[nodiscard]] QTextBlock inStory(const QTextBlock &shown) const;
    void bringIn(int character);
    void goToAnchor(const QString &name);
    [[nodiscard]] QTextBlock shownPart(int part) const;
    [[nodiscard]] std::optional<double> topOfPart(int part) const;
    [[nodiscard]] bool hasLinkFocus() const;
    void focusLinkOfPart(int part);
    [[nodiscard]] page::LightSetting setting() const;
    [[nodiscard]] lightlayout::Column column() const;
    [[nodiscard]] int breakpoint() const;
    void setColumn();
    void follow();
    void setPaper();
    [[nodiscard]] ReadingPosition position() const;
    [[nodiscard]] ReadingPosition place() const;
    void restore(const ReadingPosition &position);
    [[nodiscard]] int placeOf(const ReadingPosition &position) const;
    [[nodiscard]] double readFraction() const;
    [[nodiscard]] Passage inView(int screens) const;
    void markHit();
    void markWhatCame(); // Into view.
    void scrollToHit();
    void moved();
    void collectFound();
    void markFound();
    // Links within the story: notes come up where they are referred to.
    void followFragment(const QString &name);

    LightBrowser *m_browser;
    page::Look m_asked; // As it was given,
    page::OwnRules m_own; // what the person's own style sheet says,
    page::Look m_look; // and both together.
    QString m_html; // As page::lightStory() made it,
    bool m_isLight = true; // or what it is to make it of.
    QThreadPool m_setters; // Of its own: the shared one may be reading files for a while.
    bool m_setting = false; // One of them is at work.
    int m_order = 0; // Tells one content from the next.
    std::optional<Coming> m_coming;
    Galley m_galley; // Empty for a short story.
    GalleyFeed m_feed;
    galley::Marks m_marks; // Of the whole story.
    page::Writing m_writing; // Of the story in it.
    std::optional<page::FrontPage> m_front; // Set anew for each width.
    ReadingPosition m_wanted; // Kept while pictures arrive, until the reader moves.
    QList<Passage> m_found; // What find() found,
    Passage m_marked; // The part of the story in which they are marked.
    int m_foundAt = 0; // which of them was gone to, from 1,
    QString m_sought; // and what it looked for.
    NotePopover *m_note;
    int m_hit = 0; // The one that stands out, from 1; 0 for none.
    bool m_landed = false; // It was gone to on its own, and the reader has not moved since.
    int m_serial = 0;
    int m_breakpoint = 0; // As last set.
    int m_lift = 0; // Pixels, of the document.
    QTimer m_rest;
};
