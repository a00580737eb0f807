#pragma once

#include "library/sharedlibrary.h"
#include "model/feed.h"

#include <QObject>

#include <functional>

class Actions;
struct FeedEdit;
class ArticleList;
class Banner;
class QMenu;
class QWidget;
class Passwords;
class Sidebar;
class Steps;

// What a person does to subscriptions: naming, moving, pausing, leaving them, and marking what they
// told as read. Every change is one step that can be taken back.
class FeedFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Actions &actions;
        SharedLibrary &library;
        Sidebar &sidebar;
        ArticleList &list;
        Passwords &passwords;
        Banner &banner;
        QWidget &window;
        Steps &steps;
    };

    explicit FeedFlow(const Parts &parts, QObject *parent = nullptr);

    void rename(const FeedNode &node, const QString &title);
    void move(const QList<FeedNode> &nodes, FeedFolderId into, int position);
    // Unsubscribes, or takes a folder away from around what is in it.
    void remove(const FeedNode &node);
    void pause(FeedId feed, bool paused);
    void markAllRead(const StoryQuery &place);
    // What marks something else than a place as read, if there is any; then it answers true.
    void setMarkFirst(const std::function<bool()> &mark) { m_markFirst = mark; }
    void askForFolder(FeedFolderId parent);
    void addFolder(const QString &title, FeedFolderId parent);
    void openSettings(FeedId feed);
    void openSite(FeedId feed);
    void copyAddress(FeedId feed);
    // On to the next feed with unread stories; false when there is none.
    bool goOn();

signals:
    void refreshAsked(const QList<FeedId> &feeds);
    void subscribeAsked(FeedFolderId into);
    void wentOn(); // The next feed is listed; its first unread story is wanted.

private:
    using Job = std::function<Result<LibraryChange>(Library &)>;

    void answerActions();
    void updateActions();
    void showNewFolder();
    void saveSettings(const Feed &before, const FeedEdit &edit);
    void showMenu(const FeedNode &node, const QPoint &where);
    void fillFeedMenu(QMenu *menu, const Feed &feed);
    void fillFolderMenu(QMenu *menu, const FeedFolder &folder);
    // Does it, and says so in these words.
    void change(const Job &job, const QString &words);
    void report(const Result<LibraryChange> &result, const QString &words);
    [[nodiscard]] Feed feed(FeedId id) const;
    [[nodiscard]] QString title(const FeedNode &node) const;
    void refresh(const FeedNode &node);
    [[nodiscard]] static StoryQuery placeOf(const FeedNode &node);

    Parts m;
    std::function<bool()> m_markFirst = [] { return false; };
    FeedFolderId m_newestFolder = FeedFolderId::None; // Before one was asked for.
    bool m_folderAwaited = false; // It is shown as soon as it is in the sidebar.
};
