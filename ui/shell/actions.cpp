#include "shell/actions.h"

#include "theme/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

#define WORDS(text) QT_TRANSLATE_NOOP("Actions", text)

constexpr const char *sorting = WORDS("Sort stor&ies");
constexpr const char *exporting = WORDS("&Export");
constexpr const char *colouring = WORDS("&Colours");

constexpr std::array specs{
    ActionSpec{Command::OpenFiles, Menu::File, 1, WORDS("&Open…"), "Ctrl+O", "open"},
    ActionSpec{Command::ImportFolder, Menu::File, 1, WORDS("&Import a folder…"), "Ctrl+I", ""},
    ActionSpec{Command::WatchFolder, Menu::File, 1, WORDS("&Watch a folder…"), "Ctrl+Shift+O",
               "folder-add"},
    ActionSpec{Command::ExportHtml, Menu::File, 2, WORDS("As a &web page…"), "", "", "", "",
               exporting},
    ActionSpec{Command::ExportMarkdown, Menu::File, 2, WORDS("As &Markdown…"), "", "", "", "",
               exporting},
    ActionSpec{Command::ExportText, Menu::File, 2, WORDS("As plain &text…"), "", "", "", "",
               exporting},
    ActionSpec{Command::ExportJson, Menu::File, 2, WORDS("As &JSON Feed…"), "", "", "", "",
               exporting},
    ActionSpec{Command::SavePdf, Menu::File, 2, WORDS("Save as &PDF…"), "Ctrl+Shift+P", "", "", "",
               exporting},
    ActionSpec{Command::Print, Menu::File, 2, WORDS("&Print…"), "Ctrl+P", ""},
    ActionSpec{Command::Quit, Menu::File, 3, WORDS("&Quit"), "Ctrl+Q", ""},

    ActionSpec{Command::Undo, Menu::Edit, 1, WORDS("&Undo"), "Ctrl+Z", "undo"},
    ActionSpec{Command::Redo, Menu::Edit, 1, WORDS("&Redo"), "Ctrl+Shift+Z Ctrl+Y", "redo"},
    ActionSpec{Command::SelectAll, Menu::Edit, 2, WORDS("Select &all stories"), "", "", "Ctrl+A"},
    ActionSpec{Command::CopyQuotation, Menu::Edit, 2, WORDS("Copy as &quotation"), "Ctrl+Shift+Q",
               "copy"},
    ActionSpec{Command::CopyMarkdownQuotation, Menu::Edit, 2, WORDS("Copy as Mar&kdown quotation"),
               "", ""},
    ActionSpec{Command::Search, Menu::Edit, 3, WORDS("&Search stories"), "/ Ctrl+K", "search"},
    ActionSpec{Command::SmartFolder, Menu::Edit, 3, WORDS("New s&mart folder…"), "Ctrl+Shift+K",
               "search-add"},
    ActionSpec{Command::Find, Menu::Edit, 4, WORDS("&Find in story"), "Ctrl+F", ""},
    ActionSpec{Command::FindNext, Menu::Edit, 4, WORDS("Find &next"), "F3 Ctrl+G", ""},
    ActionSpec{Command::FindPrevious, Menu::Edit, 4, WORDS("Find &previous"),
               "Shift+F3 Ctrl+Shift+G", ""},

    ActionSpec{Command::Back, Menu::View, 1, WORDS("&Back"), "Esc", "back"},
    ActionSpec{Command::Sidebar, Menu::View, 1, WORDS("&Sidebar"), "F9", "sidebar"},
    ActionSpec{Command::FocusMode, Menu::View, 1, WORDS("Only the s&tory"), "F", ""},
    ActionSpec{Command::FullScreen, Menu::View, 1, WORDS("&Full screen"), "F11", "full-screen"},
    ActionSpec{Command::SortNewest, Menu::View, 2, WORDS("&Newest first"), "Alt+1", "", "", "",
               sorting},
    ActionSpec{Command::SortOldest, Menu::View, 2, WORDS("&Oldest first"), "Alt+2", "", "", "",
               sorting},
    ActionSpec{Command::SortOutlet, Menu::View, 2, WORDS("By o&utlet"), "Alt+3", "", "", "",
               sorting},
    ActionSpec{Command::SortUnread, Menu::View, 2, WORDS("Un&read first"), "Alt+4", "", "", "",
               sorting},
    ActionSpec{Command::SortMatch, Menu::View, 2, WORDS("&Best match first"), "Alt+5", "", "", "",
               sorting},
    ActionSpec{Command::GroupByDay, Menu::View, 2, WORDS("Group b&y day"), "G", ""},
    ActionSpec{Command::GoToDate, Menu::View, 2, WORDS("&Go to a date…"), "Ctrl+J", ""},
    ActionSpec{Command::CompactList, Menu::View, 2, WORDS("Com&pact list"), "Ctrl+Shift+D", ""},
    ActionSpec{Command::LeftOut, Menu::View, 5, WORDS("What was left &out"), "Ctrl+Shift+L", ""},
    ActionSpec{Command::ReadingRules, Menu::View, 5, WORDS("Reading &rules…"), "", ""},
    ActionSpec{Command::OwnStyle, Menu::View, 5, WORDS("Your styl&e sheet…"), "", ""},
    ActionSpec{Command::ThemeAutomatic, Menu::View, 3, WORDS("Those of the &desktop"), "", "", "",
               "", colouring},
    ActionSpec{Command::ThemeLight, Menu::View, 3, WORDS("&Light"), "", "", "", "", colouring},
    ActionSpec{Command::ThemePaper, Menu::View, 3, WORDS("&Paper"), "", "", "", "", colouring},
    ActionSpec{Command::ThemeSepia, Menu::View, 3, WORDS("&Sepia"), "", "", "", "", colouring},
    ActionSpec{Command::ThemeDark, Menu::View, 3, WORDS("Dar&k"), "", "", "", "", colouring},
    ActionSpec{Command::ThemeBlack, Menu::View, 3, WORDS("&Black"), "", "", "", "", colouring},
    ActionSpec{Command::ThemeContrast, Menu::View, 3, WORDS("&High contrast"), "", "", "", "",
               colouring},
    ActionSpec{Command::TextAndColours, Menu::View, 4, WORDS("Te&xt and colours…"), "A Ctrl+,",
               "text-size"},
    ActionSpec{Command::TextLarger, Menu::View, 4, WORDS("L&arger text"),
               "Ctrl++ Ctrl+=", "larger"},
    ActionSpec{Command::TextSmaller, Menu::View, 4, WORDS("S&maller text"), "Ctrl+-", "smaller"},
    ActionSpec{Command::TextNormal, Menu::View, 4, WORDS("&Usual text and lines"), "Ctrl+0", ""},
    ActionSpec{Command::LinesWider, Menu::View, 4, WORDS("&Wider lines"), "Ctrl+>", "", "",
               "Ctrl+Shift+."},
    ActionSpec{Command::LinesNarrower, Menu::View, 4, WORDS("&Narrower lines"), "Ctrl+<", "", "",
               "Ctrl+Shift+,"},
    ActionSpec{Command::ReadingProgress, Menu::View, 4, WORDS("&How far a story is read"), "", ""},

    ActionSpec{Command::FrontPage, Menu::Go, 1, WORDS("&Front page"), "H Alt+Home", "front-page"},
    ActionSpec{Command::NewStories, Menu::Go, 1, WORDS("Show &new stories there"), "R", ""},
    ActionSpec{Command::GoBack, Menu::Go, 2, WORDS("&Back to what was read before"), "Alt+Left",
               "back"},
    ActionSpec{Command::GoForward, Menu::Go, 2, WORDS("F&orward"), "Alt+Right", "forward"},

    ActionSpec{Command::Subscribe, Menu::Feeds, 1, WORDS("&Subscribe to a feed…"), "Ctrl+N",
               "feed"},
    ActionSpec{Command::NewFolder, Menu::Feeds, 1, WORDS("New &folder…"), "Ctrl+Shift+N", ""},
    ActionSpec{Command::RefreshAll, Menu::Feeds, 2, WORDS("&Refresh all feeds"), "F5 Ctrl+R",
               "refresh"},
    ActionSpec{Command::RefreshFeed, Menu::Feeds, 2, WORDS("Refres&h this feed"),
               "Shift+F5 Ctrl+Shift+R", ""},
    ActionSpec{Command::MarkAllRead, Menu::Feeds, 3, WORDS("Mark &all as read"), "Shift+A", "read"},
    ActionSpec{Command::NextFeed, Menu::Feeds, 3, WORDS("&Next feed with unread stories"),
               "Shift+N", ""},
    ActionSpec{Command::RenameFeed, Menu::Feeds, 4, WORDS("Rena&me…"), "F2", ""},
    ActionSpec{Command::FeedSettings, Menu::Feeds, 4, WORDS("Feed se&ttings…"), "Alt+Return",
               "settings"},
    ActionSpec{Command::PauseFeed, Menu::Feeds, 4, WORDS("&Pause"), "", ""},
    ActionSpec{Command::OpenSite, Menu::Feeds, 4, WORDS("Open the &website"), "", "original"},
    ActionSpec{Command::Unsubscribe, Menu::Feeds, 5, WORDS("&Unsubscribe"), "", "remove"},
    ActionSpec{Command::ImportFeeds, Menu::Feeds, 6, WORDS("&Import subscriptions…"), "", ""},
    ActionSpec{Command::ExportFeeds, Menu::Feeds, 6, WORDS("&Export subscriptions…"), "", ""},

    ActionSpec{Command::Next, Menu::Story, 1, WORDS("&Next story"), "J", "next", "Down"},
    ActionSpec{Command::Previous, Menu::Story, 1, WORDS("&Previous story"), "K", "previous", "Up"},
    ActionSpec{Command::NextUnread, Menu::Story, 1, WORDS("Next &unread story"), "N", ""},
    ActionSpec{Command::PreviousUnread, Menu::Story, 1, WORDS("Previous unr&ead story"), "P", ""},
    ActionSpec{Command::PageDown, Menu::Story, 2, WORDS("Page &down, then the next story"), "Space",
               ""},
    ActionSpec{Command::PageUp, Menu::Story, 2, WORDS("Pa&ge up"), "Shift+Space", ""},
    ActionSpec{Command::OpenStory, Menu::Story, 2, WORDS("&Read the story"), "O", "", "Return"},
    ActionSpec{Command::Photos, Menu::Story, 2, WORDS("Look at the p&hotos"), "I", "photo"},
    ActionSpec{Command::Bookmark, Menu::Story, 3, WORDS("&Bookmark"), "B S", "bookmark"},
    ActionSpec{Command::ToggleRead, Menu::Story, 3, WORDS("&Mark as unread"), "M", "unread"},
    ActionSpec{Command::WholeText, Menu::Story, 4, WORDS("Fetch the &whole text"), "D", "download"},
    ActionSpec{Command::Original, Menu::Story, 4, WORDS("&Open original in browser"), "V",
               "original"},
    ActionSpec{Command::CopyLink, Menu::Story, 4, WORDS("&Copy link"), "Ctrl+Shift+C", ""},
    ActionSpec{Command::ShowFolder, Menu::Story, 4, WORDS("Show the &file in its folder"), "",
               "folder"},
    ActionSpec{Command::Versions, Menu::Story, 4, WORDS("Ver&sions…"), "Ctrl+Shift+H", ""},
    ActionSpec{Command::Remove, Menu::Story, 5, WORDS("Remo&ve from the library"), "Del", "remove"},

    ActionSpec{Command::BackUp, Menu::Library, 1, WORDS("&Back up…"), "", ""},
    ActionSpec{Command::Restore, Menu::Library, 1, WORDS("&Restore a backup…"), "", ""},
    ActionSpec{Command::CheckLibrary, Menu::Library, 2, WORDS("&Check and repair…"), "", ""},
    ActionSpec{Command::LibrarySize, Menu::Library, 3, WORDS("&Size…"), "", ""},
    ActionSpec{Command::FreeSpace, Menu::Library, 3, WORDS("&Free up space"), "", ""},

    ActionSpec{Command::History, Menu::Window, 1, WORDS("&History…"), "Ctrl+H", "recent"},
    ActionSpec{Command::KeepRunning, Menu::Window, 2,
               WORDS("&Keep running when the window is closed"), "", ""},

    ActionSpec{Command::Keys, Menu::Help, 1, WORDS("&Keyboard shortcuts"), "? F1", "help"},
    ActionSpec{Command::About, Menu::Help, 2, WORDS("&About Broadsheet"), "", ""},
};

#undef WORDS

constexpr std::array menuBar{Menu::File,  Menu::Edit,    Menu::View,   Menu::Go,  Menu::Feeds,
                             Menu::Story, Menu::Library, Menu::Window, Menu::Help};
static_assert(menuBar.size() == size_t(Menu::Help) + 1);

constexpr std::array themes{Command::ThemeAutomatic, Command::ThemeLight, Command::ThemePaper,
                            Command::ThemeSepia,     Command::ThemeDark,  Command::ThemeBlack,
                            Command::ThemeContrast};
constexpr std::array orders{Command::SortNewest, Command::SortOldest, Command::SortOutlet,
                            Command::SortUnread, Command::SortMatch};
constexpr std::array switches{Command::Sidebar,    Command::FocusMode,   Command::FullScreen,
                              Command::GroupByDay, Command::CompactList, Command::LeftOut,
                              Command::PauseFeed,  Command::KeepRunning, Command::ReadingProgress};

constexpr std::array changes{
    Command::ImportFolder, Command::WatchFolder, Command::Undo,         Command::Redo,
    Command::Subscribe,    Command::NewFolder,   Command::RefreshAll,   Command::RefreshFeed,
    Command::MarkAllRead,  Command::RenameFeed,  Command::FeedSettings, Command::PauseFeed,
    Command::Unsubscribe,  Command::ImportFeeds, Command::Bookmark,     Command::ToggleRead,
    Command::WholeText,    Command::Remove,      Command::FreeSpace};

QAction *makeAction(const ActionSpec &spec, QWidget *window)
{
    auto *action = new QAction(Actions::tr(spec.text), window);
    if (*spec.icon)
        action->setIcon(theme::icon(QString::fromUtf8(spec.icon)));
    QList<QKeySequence> keys;
    const auto written = QString::fromUtf8(spec.keys).split(u' ', Qt::SkipEmptyParts)
        + QString::fromUtf8(spec.sameKeys).split(u' ', Qt::SkipEmptyParts);
    for (const auto &key : written)
        keys << QKeySequence::fromString(key, QKeySequence::PortableText);
    action->setShortcuts(keys);
    // Holding a key walks on through stories, but marks and undoes one thing only.
    action->setAutoRepeat(spec.menu == Menu::Story && spec.group <= 2);
    window->addAction(action);
    return action;
}

} // namespace

Actions::Actions(QWidget *window)
    : QObject(window)
    , m_answered(specs.size(), false)
    , m_changes(new QActionGroup(this))
{
    for (const auto &spec : specs)
        m_actions.push_back(makeAction(spec, window));
    for (const auto &choice :
         {std::span<const Command>(themes), std::span<const Command>(orders)}) {
        auto *group = new QActionGroup(this);
        for (const auto command : choice) {
            (*this)[command]->setCheckable(true);
            group->addAction((*this)[command]);
        }
    }
    // An action stays disabled as long as its group is.
    m_changes->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    for (const auto command : changes)
        m_changes->addAction((*this)[command]);
    for (const auto command : switches)
        (*this)[command]->setCheckable(true);
}

std::span<const ActionSpec> Actions::table()
{
    return specs;
}

std::span<const Menu> Actions::menus()
{
    return menuBar;
}

QString Actions::menuTitle(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return tr("&File");
    case Menu::Edit:
        return tr("&Edit");
    case Menu::View:
        return tr("&View");
    case Menu::Go:
        return tr("&Go");
    case Menu::Feeds:
        return tr("Fee&ds");
    case Menu::Story:
        return tr("&Story");
    case Menu::Library:
        return tr("&Library");
    case Menu::Window:
        return tr("&Window");
    case Menu::Help:
        break;
    }
    return tr("&Help");
}

QAction *Actions::operator[](Command command) const
{
    const auto *found = std::ranges::find(specs, command, &ActionSpec::command);
    return m_actions.at(size_t(found - specs.begin()));
}

void Actions::on(Command command, const std::function<void()> &act)
{
    const auto *found = std::ranges::find(specs, command, &ActionSpec::command);
    m_answered.at(size_t(found - specs.begin())) = true;
    connect((*this)[command], &QAction::triggered, this, act);
}

void Actions::allowChanges(bool allowed)
{
    m_changes->setEnabled(allowed);
}

std::vector<Command> Actions::unanswered() const
{
    std::vector<Command> commands;
    for (size_t at = 0; at < specs.size(); ++at) {
        if (!m_answered.at(at))
            commands.push_back(specs.at(at).command);
    }
    return commands;
}

void Actions::fill(QMenuBar *bar) const
{
    for (const auto menu : menus()) {
        auto *entries = bar->addMenu(menuTitle(menu));
        auto group = 0;
        QMenu *submenu = nullptr;
        for (const auto &spec : specs) {
            if (spec.menu != menu)
                continue;
            if (group && group != spec.group)
                entries->addSeparator();
            group = spec.group;
            if (!*spec.submenu)
                submenu = nullptr;
            else if (!submenu)
                submenu = entries->addMenu(tr(spec.submenu));
            (submenu ? submenu : entries)->addAction((*this)[spec.command]);
        }
    }
}
