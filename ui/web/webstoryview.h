#pragma once

#ifdef BROADSHEET_WEBENGINE

#include "reading/picturesource.h"
#include "reading/storyview.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class PictureScheme;
class QWebEngineView;
class StoryPage;
class StoryProfile;

// Stories in Qt WebEngine: one page, made once, whose content is exchanged in place.
class WebStoryView final : public StoryView
{
    Q_OBJECT

public:
    WebStoryView(PictureSource pictures, const page::Look &look, QWidget *parent = nullptr);
    ~WebStoryView() override;

    void showContent(const Shown &shown) override;
    void setLook(const page::Look &look) override;
    void setOwnStyle(const QString &css) override;
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

    // Shows HTML as it is given. For the tests of what holds when the sanitiser does not.
    void showUnsafe(const QString &html, int serial);

    [[nodiscard]] int refusedRequests() const;

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QString shellPage();
    void load();
    void pushContent();
    void pushRelated();
    void onSaid(const QString &what, const QVariant &value);
    void onScrolled();
    void tellPosition();
    void onTerminated();
    void pushLook();
    void fitPictures();
    void paintPaper();
    void makeCloser();
    void onCloserSaid(const QString &what, const QVariant &value);

    std::unique_ptr<StoryProfile> m_profile; // Outlives the page.
    std::unique_ptr<StoryPage> m_page;
    PictureScheme *m_pictures; // The profile's.
    int m_askedAgain = 0; // How often the page was to ask for larger pictures.
    QWebEngineView *m_view;
    page::Look m_look;
    QString m_ownStyle; // The person's; empty for none.
    bool m_lookChanged = false; // Since the page was made.
    QString m_html; // What is to be shown, as the page takes it.
    QStringList m_related; // What its cards say, where that has changed since.
    ReadingPosition m_position;
    int m_hit = 0; // The search's word to begin at.
    int m_part = -1; // What stays where it is, of the page that is exchanged.
    int m_serial = 0;
    int m_embedded = -1; // The serial that came with the page itself.
    int m_finding = 0; // Counts what was looked for.
    bool m_note = false; // One is shown.
    bool m_ready = false; // The page is there and our script in it.
    QTimer m_rest; // Runs from the last scrolling on.
    int m_deaths = 0; // In a row, each soon after it had painted.
    QElapsedTimer m_alive; // Since it painted first.
};

#endif
