#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"
#include "sidebar/feedicons.h"
#include "sidebar/foldercounts.h"
#include "sidebar/sidebarmodel.h"

#include <QSet>
#include <QTimer>
#include <QTreeView>

// The pane at the left edge: where to look for stories.
class Sidebar : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(SharedLibrary &library, QWidget *parent = nullptr);

    // Selects without announcing it, as soon as there is such a row.
    void select(const StoryQuery &query);
    void selectFrontPage(); // The same for its row.
    [[nodiscard]] bool isAtFrontPage() const { return currentIndex() == m_model.frontPage(); }
    // As if it was clicked.
    void go(const QModelIndex &index);
    void setFolders(const QStringList &folders); // Those that are watched.
    void rename(const FeedNode &node);
    void rename(SmartFolderId folder);
    // From now on there is time to count what is in smart folders.
    void startCounting() { m_folderCounts.start(); }
    // Asks the library again: what somebody wanted did not come to pass.
    void reload();
    [[nodiscard]] SidebarModel &places() { return m_model; }
    // The feed or folder that is selected; None for other rows.
    [[nodiscard]] FeedNode current() const;
    [[nodiscard]] SmartFolderId currentSmart() const;
    // Built-in smart folders were removed, and can be brought back.
    [[nodiscard]] bool hidesBuiltIns() const { return m_hidesBuiltIns; }

signals:
    void selected(const StoryQuery &query);
    void frontPageAsked();
    void entered(); // Return: on into the list.
    void watchAsked(); // Which folder is to be watched has still to be asked.
    void stopWatchingAsked(const QString &folder);
    void openFolderAsked(const QString &folder);
    void subscribeAsked();
    void newFolderAsked();
    void removeAsked(const FeedNode &node);
    void menuAsked(const FeedNode &node, const QPoint &where); // Of a feed or a folder.
    void newSmartFolderAsked();
    void smartRemoveAsked(SmartFolderId folder);
    void smartMenuAsked(SmartFolderId folder, const QPoint &where);
    void restoreAsked(); // Of built-in smart folders that were removed.
    void expansionAsked(FeedFolderId folder, bool expanded);
    void currentNodeChanged(); // Another row.

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void connectModel();
    void use(const QModelIndex &index);
    bool press(QMouseEvent *event);
    void count();
    void readTree();
    void readSmartFolders();
    void takeSmartFolders(const QList<SmartFolder> &folders);
    void renameRow(const QModelIndex &index);
    void unfold();
    void noteExpansion(const QModelIndex &index, bool expanded);
    void showMenu(const QModelIndex &index, const QPoint &where);

    SharedLibrary &m_library;
    SidebarModel m_model;
    FeedIcons m_icons;
    FolderCounts m_folderCounts;
    QTimer m_treeSoon; // While feeds are fetched, each of them changes the tree.
    QSet<FeedFolderId> m_seen; // Folders that were folded as the library says.
    StoryQuery m_wanted; // Selected when there is a row for it.
    bool m_isWanted = false;
    bool m_hidesBuiltIns = false; // Some were removed.
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_readingTree = false;
    bool m_treeAgain = false;
    bool m_silent = false;
};
