#pragma once

#include "library/sharedlibrary.h"
#include "model/storyquery.h"
#include "sidebar/sidebarmodel.h"

#include <QListView>

// The pane at the left edge: where to look for stories.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    explicit Sidebar(SharedLibrary &library, QWidget *parent = nullptr);

    // Selects without announcing it.
    void select(const StoryQuery &query);
    void setFolders(const QStringList &folders);
    [[nodiscard]] SidebarModel &places() { return m_model; }

signals:
    void selected(const StoryQuery &query);
    void watchAsked(); // Which folder is to be watched has still to be asked.
    void stopWatchingAsked(const QString &folder);
    void openFolderAsked(const QString &folder);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void count();
    void showMenu(const QModelIndex &index, const QPoint &where);

    SharedLibrary &m_library;
    SidebarModel m_model;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_silent = false;
};
