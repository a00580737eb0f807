#pragma once

#include "tasks/completestories.h"
#include "tasks/refreshfeeds.h"

#include <QObject>

class Actions;
class Banner;
class Notices;
class ProgressLine;
class Sidebar;
class StoryFlow;

// Fetches feeds when it is time and when somebody asks, and the whole text of stories; says how far
// it is only to those who asked.
class RefreshFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        network::Fetcher &fetcher;
        Sidebar &sidebar;
        StoryFlow &flow;
        ProgressLine &progress;
        Banner &banner;
        Notices &notices;
    };

    // Pages are read by the rules in that file, if it is given.
    RefreshFlow(const Parts &parts, const QString &rulesFile, QObject *parent = nullptr);

    // From now on feeds are fetched when they are due.
    void start() { m_refresh.start(); }
    void refresh(const QList<FeedId> &feeds);
    void refreshAll();
    void cancel();
    [[nodiscard]] RefreshFeeds &feeds() { return m_refresh; }

private:
    void finish(const RefreshReport &report);
    void tellOf(FeedId feed, int stories);
    void completeStory();
    void updateAction();

    Parts m;
    RefreshFeeds m_refresh;
    CompleteStories m_complete;
    bool m_asked = false; // Somebody waits for this round.
};
