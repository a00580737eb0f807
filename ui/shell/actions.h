#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <span>
#include <vector>

class QAction;
class QActionGroup;
class QMenuBar;
class QWidget;

// Everything a person can tell the window to do.
enum class Command {
    OpenFiles,
    ImportFolder,
    WatchFolder,
    Print,
    ExportHtml,
    ExportMarkdown,
    ExportText,
    ExportJson,
    SavePdf,
    Quit,
    Undo,
    Redo,
    CopyLink,
    CopyQuotation,
    CopyMarkdownQuotation,
    SelectAll,
    Search,
    SmartFolder,
    Find,
    FindNext,
    FindPrevious,
    ThemeAutomatic,
    ThemeLight,
    ThemePaper,
    ThemeSepia,
    ThemeDark,
    ThemeBlack,
    ThemeContrast,
    TextAndColours,
    TextLarger,
    TextSmaller,
    TextNormal,
    LinesWider,
    LinesNarrower,
    Sidebar,
    FocusMode,
    FullScreen,
    SortNewest,
    SortOldest,
    SortOutlet,
    SortUnread,
    SortMatch,
    GroupByDay,
    GoToDate,
    CompactList,
    LeftOut,
    ReadingRules,
    OwnStyle,
    Back,
    FrontPage,
    NewStories,
    GoBack,
    GoForward,
    ReadingProgress,
    Subscribe,
    NewFolder,
    RefreshAll,
    RefreshFeed,
    MarkAllRead,
    NextFeed,
    RenameFeed,
    FeedSettings,
    PauseFeed,
    OpenSite,
    Unsubscribe,
    ImportFeeds,
    ExportFeeds,
    Next,
    Previous,
    NextUnread,
    PreviousUnread,
    PageDown,
    PageUp,
    OpenStory,
    Photos,
    Bookmark,
    ToggleRead,
    WholeText,
    Original,
    Remove,
    ShowFolder,
    BackUp,
    Restore,
    LibrarySize,
    CheckLibrary,
    FreeSpace,
    Versions,
    History,
    KeepRunning,
    Keys,
    About,
};

enum class Menu { File, Edit, View, Go, Feeds, Story, Library, Window, Help };

// A row of the one table from which menus, shortcuts, toolbar and the overview of keys are made.
struct ActionSpec
{
    Command command;
    Menu menu;
    int group; // A separator stands between groups of a menu.
    const char *text;
    const char *keys; // As QKeySequence writes them, parted by spaces; the first one is shown.
    const char *icon;
    const char *alsoKeys = ""; // Keys that a pane handles by itself, for the overview.
    const char *sameKeys = ""; // What some keyboards send for the keys above; never shown.
    const char *submenu = ""; // Of the menu; its entries follow each other.
};

// The window's actions, made from the table.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    static std::span<const ActionSpec> table();
    static std::span<const Menu> menus(); // From left to right.
    static QString menuTitle(Menu menu);

    [[nodiscard]] QAction *operator[](Command command) const;
    void on(Command command, const std::function<void()> &act);
    // Whatever changes the library can be done or not, whoever enables it.
    void allowChanges(bool allowed);
    // Commands that nothing answers yet.
    [[nodiscard]] std::vector<Command> unanswered() const;
    void fill(QMenuBar *bar) const;

private:
    std::vector<QAction *> m_actions; // In the order of the table.
    std::vector<bool> m_answered;
    QActionGroup *m_changes; // Those that change the library.
};
