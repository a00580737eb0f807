#pragma once

#include "desk/trail.h"
#include "library/sharedlibrary.h"
#include "shell/actions.h"

#include <QObject>

class ArticleList;
class FrontFlow;
class StoryFlow;

// Back and forward through what was read in this window: notes where somebody was, and leads there.
class TrailFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ArticleList &list;
        FrontFlow &front;
        QWidget &window;
    };

    explicit TrailFlow(const Parts &parts, QObject *parent = nullptr);

    // Somebody chose a place in the sidebar.
    void notePlace(const StoryQuery &place);
    // The story that is open is read, where the list shows it now.
    void noteStory();
    [[nodiscard]] const Trail &trail() const { return m_trail; }

signals:
    void storyAsked(ArticleId id, const StoryQuery &place);
    void placeAsked(const StoryQuery &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void go(Trail::Way way);
    void goOn(int stops);
    void lead(const Visit &visit);
    void dropWay();
    void update();

    Parts m;
    Trail m_trail;
    int m_stops = 0; // That were asked for and not gone yet; negative is back.
    int m_round = 0; // Answers for a way that was not taken in the end are dropped.
};
