#pragma once

#include "articles/articlelist.h"
#include "desk/storyflow.h"
#include "shell/actions.h"
#include "shell/windowstate.h"
#include "tasks/watchfolders.h"
#include "window/openflow.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

class Banner;
class CareFlow;
class ChoiceFlow;
class FeedDesk;
class FindBar;
class HistoryFlow;
class ImportFlow;
class KeysOverlay;
class ListCommands;
class MatchBar;
class OpeningPage;
class Panes;
class ProgressLine;
class QStackedWidget;
class ReadingDesk;
class ReadingPane;
class Resident;
class SearchFlow;
class SelectionFlow;
class Sidebar;
class SmartFolderFlow;
class Steps;
class StoryCommands;
class Theme;
class ToolBar;
class WelcomePage;
struct GivenNames;
struct WindowState;

// The window: joins the panes, and tells each what the others found.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // `toOpen` is what open() takes; the files among it are read while the window is made.
    MainWindow(SharedLibrary &library, Theme &theme, const Places &places,
               const QStringList &toOpen = {});
    ~MainWindow() override;

    // Files, folders and addresses.
    void open(const QStringList &names);
    // Comes to the front, with the desktop's leave if there is one.
    void comeForward(const QString &token);

    [[nodiscard]] Actions &actions() { return m_actions; }
    [[nodiscard]] ArticleList &list() { return *m_list; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }
    [[nodiscard]] ReadingPane &pane() { return *m_pane; }
    [[nodiscard]] Banner &banner() { return *m_banner; }
    [[nodiscard]] StoryFlow &flow() { return m_flow; }
    [[nodiscard]] OpenFlow &files() { return m_files; }
    [[nodiscard]] ImportFlow &imports() { return *m_import; }
    [[nodiscard]] FeedDesk &feeds() { return *m_feeds; }
    [[nodiscard]] CareFlow &care() { return *m_care; }
    [[nodiscard]] ReadingDesk &reading() { return *m_reading; }
    [[nodiscard]] HistoryFlow &history() { return *m_history; }
    [[nodiscard]] Resident &resident() { return *m_resident; }

signals:
    void storyPainted();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeBars();
    void makePages();
    void connectPanes();
    void connectFiles();
    void connectReading();
    void connectFeeds();
    void answerActions();
    void answerFileActions();
    void answerViewActions();
    void answerStoryActions();
    void restore();
    void restoreStory(const WindowState &state);
    void saveState();
    void go(const StoryQuery &place);
    void reveal(ArticleId id);
    void showStory(ArticleId id);
    void showPanes();
    void goOnAfterRemoval();
    void invite();
    void keepingFailed(const Error &error);
    void welcomeIfEmpty();
    void openOthers(const GivenNames &given); // But the stories.
    void chooseFiles();
    void chooseFolder();
    void watch(const QString &folder);
    void unwatch(const QString &folder);
    void openFolder(const QString &folder);
    void step(ArticleList::Step step);
    void nothingToStepTo(ArticleList::Step step);
    void back();
    void leaveFoldedPane();
    void enterFullScreen(bool wanted);
    void enterFocusMode(bool wanted);
    void reportBatch(int opened, int failed);
    void showErrors(int opened);
    void problem(const Error &error);
    void updateBars();

    SharedLibrary &m_library;
    Theme &m_theme;
    Places m_places;
    Actions m_actions;
    StoryFlow m_flow;
    OpenFlow m_files;
    WatchFolders m_folders;
    Sidebar *m_sidebar;
    ArticleList *m_list;
    ReadingPane *m_pane;
    FindBar *m_findBar;
    MatchBar *m_matchBar;
    Panes *m_panes;
    QStackedWidget *m_pages;
    QPointer<WelcomePage> m_welcome;
    ProgressLine *m_progress;
    Banner *m_banner;
    KeysOverlay *m_keys;
    ToolBar *m_toolBar;
    std::unique_ptr<Steps> m_steps;
    std::unique_ptr<SearchFlow> m_search;
    std::unique_ptr<ReadingDesk> m_reading;
    std::unique_ptr<OpeningPage> m_opening;
    std::unique_ptr<StoryCommands> m_storyCommands;
    std::unique_ptr<ListCommands> m_listCommands;
    std::unique_ptr<SelectionFlow> m_selection;
    std::unique_ptr<ChoiceFlow> m_choice;
    std::unique_ptr<ImportFlow> m_import;
    std::unique_ptr<FeedDesk> m_feeds;
    std::unique_ptr<SmartFolderFlow> m_smartFolders;
    std::unique_ptr<CareFlow> m_care;
    std::unique_ptr<HistoryFlow> m_history;
    std::unique_ptr<Resident> m_resident;
    bool m_started = false;
    bool m_invited = false;
};
