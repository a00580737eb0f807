#pragma once

#include "desk/calmreading.h"
#include "desk/exportflow.h"
#include "desk/frontflow.h"
#include "desk/leftoutflow.h"
#include "desk/linkhint.h"
#include "desk/links.h"
#include "desk/lookcommands.h"
#include "desk/ownstyle.h"
#include "desk/photoflow.h"
#include "desk/printflow.h"
#include "desk/quoteflow.h"
#include "desk/storydrag.h"
#include "desk/trailflow.h"

#include <QObject>

class FindBar;
struct Places;

// All that the window does about the story that is read, made and joined in one place: where its
// links lead, how it looks, what was left out of it, finding in it, its photos, taking it along.
class ReadingDesk : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ArticleList &list;
        ReadingPane &pane;
        Sidebar &sidebar;
        Panes &panes;
        FindBar &findBar;
        Theme &theme;
        ProgressLine &progress;
        Banner &banner;
        Steps &steps;
        QWidget &window;
        QWidget &textButton;
    };

    ReadingDesk(const Parts &parts, const Places &places, QObject *parent = nullptr);

    [[nodiscard]] Links &links() { return m_links; }
    [[nodiscard]] LeftOutFlow &leftOut() { return m_leftOut; }
    [[nodiscard]] CalmReading &calm() { return m_calm; }
    [[nodiscard]] PhotoFlow &photos() { return m_photos; }
    [[nodiscard]] const StoryDrag &dragging() const { return m_drag; }
    [[nodiscard]] PrintFlow &print() { return m_print; }
    [[nodiscard]] ExportFlow &exporting() { return m_export; }
    [[nodiscard]] FrontFlow &front() { return m_front; }
    [[nodiscard]] TrailFlow &trail() { return m_trail; }
    [[nodiscard]] LinkHint &linkHint() { return m_linkHint; }
    // Nothing more is written.
    void cancel() { m_export.cancel(); }

signals:
    void storyAsked(ArticleId id); // A link leads to it.
    void storyAskedIn(ArticleId id, const StoryQuery &place); // As it was listed there.
    void placeAsked(const StoryQuery &place);
    void searchAsked(const QString &words); // In the library.

private:
    void editRules();
    void grant(const StoryWish &wish);
    void connectFront();
    void showProgress(bool shown);

    Parts m;
    QString m_rules;
    QString m_settings;
    Links m_links;
    LookCommands m_look;
    OwnStyle m_style;
    LeftOutFlow m_leftOut;
    CalmReading m_calm;
    PhotoFlow m_photos;
    QuoteFlow m_quotes;
    ExportFlow m_export;
    PrintFlow m_print;
    StoryDrag m_drag;
    FrontFlow m_front;
    TrailFlow m_trail;
    LinkHint m_linkHint;
};
