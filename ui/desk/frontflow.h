#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"
#include "shell/actions.h"
#include "tasks/edition.h"

#include <QObject>
#include <QTimer>

class ArticleList;
class Banner;
class NewStories;
class Panes;
class ReadingPane;
class Sidebar;
class Steps;
class StoryFlow;

// The front page: what is unread, set like a newspaper's. It has the room of list and story until
// something else is to be seen. An edition stays as it is while its stories are read; asking for
// the front page makes a new one. The same room looks after the pane in which no story is chosen.
class FrontFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        StoryFlow &flow;
        ReadingPane &pane;
        ArticleList &list;
        Sidebar &sidebar;
        Panes &panes;
        Banner &banner;
        Steps &steps;
    };

    explicit FrontFlow(const Parts &parts, QObject *parent = nullptr);

    // A new edition.
    void open();
    // What says that there is more for one.
    [[nodiscard]] const NewStories &newStories() const { return *m_newStories; }
    // The edition that was left, where it was left.
    void openAgain();
    // The list comes back, and the pane says that no story is chosen.
    void leave();
    // It is shown, or about to be.
    [[nodiscard]] bool isOpen() const { return m_state != State::Closed; }
    [[nodiscard]] const tasks::FrontPage &shown() const { return m_front; }

    // Marks what it shows as read; false when it is not shown.
    bool markRead();
    void follow(const QString &deed); // Of a link on the page.

signals:
    void opened(); // By somebody's choice; it may take a moment to be shown.
    void allAsked();

private:
    enum class State { Closed, Awaited, Open };

    void read(bool again);
    void apply(const LibraryChange &change);
    void renew();
    void take(const tasks::FrontPage &front);
    void offerNew();
    void present();
    void close();
    void onPresented();
    bool invite();
    [[nodiscard]] bool listsAny() const;
    void showInvitation(const QList<Headline> &begun);

    Parts m;
    NewStories *m_newStories;
    QTimer m_settling; // Feeds tell their stories one after the other.
    State m_state = State::Closed;
    tasks::FrontPage m_front;
    StoryQuery m_listed; // Behind the page.
    ReadingPosition m_position; // Where the page was left.
    int m_round = 0; // Answers for a page that was left are dropped.
    int m_invitation = 0;
    bool m_isInviting = false;
    bool m_invites = false; // It stands there that no story is chosen,
    bool m_invitesToList = false; // and that there are some in the list.
    bool m_reading = false;
    bool m_renewAgain = false;
};
