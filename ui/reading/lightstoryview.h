#pragma once

#include "page/light.h"
#include "reading/picturesource.h"
#include "reading/storyview.h"

#include <QList>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>

#include <optional>

class LightBrowser;
class NotePopover;

// Stories in a QTextDocument: there at once, and all a machine without the web engine needs.
class LightStoryView final : public StoryView
{
    Q_OBJECT

public:
    LightStoryView(PictureSource pictures, const page::Look &look, QWidget *parent = nullptr);

    void showContent(const Shown &shown) override;
    void setLook(const page::Look &look) override;
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
    void askParagraph(std::function<void(const QString &)> answer) override;
    bool dismissNote() override;
    void askPosition(std::function<void(const ReadingPosition &)> answer) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setHtml(const Shown &shown);
    [[nodiscard]] QString pageHtml() const;
    void setContent(const ReadingPosition &position);
    [[nodiscard]] std::optional<double> topOfPart(int part) const;
    [[nodiscard]] bool hasLinkFocus() const;
    void focusLinkOfPart(int part);
    [[nodiscard]] page::LightSetting setting() const;
    [[nodiscard]] int breakpoint() const;
    void setColumn();
    void setPaper();
    [[nodiscard]] ReadingPosition position() const;
    [[nodiscard]] ReadingPosition place() const;
    void restore(const ReadingPosition &position);
    [[nodiscard]] double readFraction() const;
    void markHit();
    void scrollToHit();
    void moved();
    void collectFound();
    void markFound();
    // Links within the story: notes come up where they are referred to.
    void followFragment(const QString &name);

    LightBrowser *m_browser;
    page::Look m_look;
    QString m_html; // As page::lightStory() made it.
    page::Writing m_writing; // Of the story in it.
    std::optional<page::FrontPage> m_front; // Set anew for each width.
    ReadingPosition m_wanted; // Kept while pictures arrive, until the reader moves.
    QList<QTextCursor> m_hits; // The words of a search in it.
    QList<QTextCursor> m_found; // What find() found,
    int m_foundAt = 0; // which of them was gone to, from 1,
    QString m_sought; // and what it looked for.
    NotePopover *m_note;
    int m_hit = 0; // The one that stands out, from 1; 0 for none.
    bool m_landed = false; // It was gone to on its own, and the reader has not moved since.
    int m_serial = 0;
    int m_breakpoint = 0; // As last set.
    int m_lift = 0; // Pixels, of the document.
    double m_spare = 0; // Pixels, of the column.
    QTimer m_rest;
};
