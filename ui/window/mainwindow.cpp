#include "window/mainwindow.h"

#include "articles/articlelist.h"
#include "base/trace.h"
#include "desk/readingdesk.h"
#include "desk/selectionflow.h"
#include "desk/storycommands.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/findbar.h"
#include "shell/keysoverlay.h"
#include "shell/matchbar.h"
#include "shell/panes.h"
#include "shell/progressline.h"
#include "shell/steps.h"
#include "shell/toolbar.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feeddesk.h"
#include "theme/theme.h"
#include "window/careflow.h"
#include "window/choiceflow.h"
#include "window/givennames.h"
#include "window/historyflow.h"
#include "window/importflow.h"
#include "window/listcommands.h"
#include "window/openingpage.h"
#include "window/resident.h"
#include "window/searchflow.h"
#include "window/smartfolderflow.h"
#include "words/errortext.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(1280, 840);

QWidget *stacked(QWidget *above, QWidget *below)
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(above, 1);
    layout->addWidget(below);
    return both;
}

} // namespace

MainWindow::MainWindow(SharedLibrary &library, Theme &theme, const Places &places,
                       const QStringList &toOpen)
    : m_library(library)
    , m_theme(theme)
    , m_places(places)
    , m_actions(this)
    , m_flow(library)
    , m_files(library, places.rules)
    , m_folders(library, places.rules)
    , m_sidebar(new Sidebar(library))
    , m_list(new ArticleList(library))
    , m_pane(new ReadingPane(m_flow.pictures()))
    , m_findBar(new FindBar)
    , m_matchBar(new MatchBar)
    , m_progress(new ProgressLine)
{
    // Read while the window is made.
    const auto given = GivenNames::of(toOpen);
    m_files.open(given.stories);
    setWindowTitle(tr("Broadsheet"));
    setAcceptDrops(true);
    m_flow.setPane(m_pane);
    makePages();
    makeBars();
    m_banner = new Banner(centralWidget());
    m_banner->standAbove(m_progress);
    m_keys = new KeysOverlay(this);
    m_steps = std::make_unique<Steps>(Steps::Parts{m_actions, m_library, *m_banner});
    m_search = std::make_unique<SearchFlow>(
        SearchFlow::Parts{*m_sidebar, *m_list, *m_pane, *m_matchBar, *m_findBar}, m_places.state);
    m_reading = std::make_unique<ReadingDesk>(
        ReadingDesk::Parts{m_actions, m_library, m_flow, *m_list, *m_pane, *m_sidebar, *m_panes,
                           *m_findBar, m_theme, *m_progress, *m_banner, *m_steps, *this,
                           m_toolBar->textButton()},
        m_places);
    m_opening = std::make_unique<OpeningPage>(
        OpeningPage::Parts{m_files, m_flow, *m_pane, m_reading->front()});
    if (!given.stories.isEmpty())
        m_opening->beginReading(given.stories.constFirst());
    m_storyCommands = std::make_unique<StoryCommands>(
        StoryCommands::Parts{m_actions, m_library, m_flow, *m_list, *m_banner, *m_steps});
    m_listCommands = std::make_unique<ListCommands>(ListCommands::Parts{m_actions, *m_list},
                                                    m_places.settings);
    m_selection = std::make_unique<SelectionFlow>(SelectionFlow::Parts{*m_list, m_flow, *m_pane});
    m_choice = std::make_unique<ChoiceFlow>(m_files, *this);
    m_import = std::make_unique<ImportFlow>(
        ImportFlow::Parts{m_library, *m_progress, *m_banner, *this, *m_steps}, m_places.rules);
    m_feeds = std::make_unique<FeedDesk>(FeedDesk::Parts{m_actions, m_library, *m_sidebar, *m_list,
                                                         m_flow, *m_progress, *m_banner, *this,
                                                         *m_steps},
                                         m_places.rules);
    m_smartFolders = std::make_unique<SmartFolderFlow>(SmartFolderFlow::Parts{
        m_actions, m_library, *m_sidebar, *m_list, *m_banner, *this, *m_steps});
    m_care = std::make_unique<CareFlow>(
        CareFlow::Parts{m_actions, m_library, *m_progress, *m_banner, *this});
    m_history = std::make_unique<HistoryFlow>(
        HistoryFlow::Parts{m_actions, m_library, m_flow, *m_steps, *this});
    m_resident
        = std::make_unique<Resident>(Resident::Parts{m_actions, *this, *m_pane}, m_places.settings);
    connectPanes();
    connectFeeds();
    connectFiles();
    connectReading();
    answerActions();
    restore();
    openOthers(given);
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const QStringList &names)
{
    const auto given = GivenNames::of(names);
    if (!given.stories.isEmpty())
        m_opening->beginReading(given.stories.constFirst());
    m_files.open(given.stories);
    openOthers(given);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_started, true))
        return;
    // What the first picture of the window does not need comes after it.
    QTimer::singleShot(0, this, [this] {
        const trace::Span span("folders and feeds started");
        m_folders.start();
        m_feeds->start();
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (m_resident->keepsRunning()) {
        event->ignore();
        m_resident->hideWindow();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateBars();
}

void MainWindow::makeBars()
{
    m_actions.fill(menuBar());
    m_toolBar = new ToolBar(m_actions, this);
    addToolBar(Qt::TopToolBarArea, m_toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_list->setMenuActions({m_actions[Command::OpenStory], m_actions[Command::Original],
                            m_actions[Command::Bookmark], m_actions[Command::ToggleRead],
                            m_actions[Command::WholeText], m_actions[Command::CopyLink],
                            m_actions[Command::ShowFolder], m_actions[Command::Remove]});
}

void MainWindow::makePages()
{
    m_panes = new Panes({.sidebar = m_sidebar,
                         .list = m_list,
                         .story = stacked(stacked(m_pane, m_matchBar), m_findBar)});
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_panes);
    setCentralWidget(stacked(m_pages, m_progress));
}

void MainWindow::connectPanes()
{
    connect(m_sidebar, &Sidebar::selected, this, &MainWindow::go);
    connect(m_sidebar, &Sidebar::watchAsked, this, &MainWindow::chooseFolder);
    connect(m_sidebar, &Sidebar::stopWatchingAsked, this, &MainWindow::unwatch);
    connect(m_sidebar, &Sidebar::openFolderAsked, this, &MainWindow::openFolder);
    connect(&m_folders, &WatchFolders::folders, m_sidebar, &Sidebar::setFolders);
    connect(m_list, &ArticleList::currentChanged, this, &MainWindow::showStory);
    connect(&m_list->model(), &ArticleListModel::failed, m_care.get(), &CareFlow::readingFailed);
    connect(m_list, &ArticleList::activated, this, [this](ArticleId id) {
        showStory(id);
        m_panes->bringForward(Panes::Pane::Story);
    });
    connect(m_list, &ArticleList::nothingThere, this, &MainWindow::nothingToStepTo);
    connect(m_list, &ArticleList::loaded, this, [] { trace::note("list read"); });
    connect(m_list, &ArticleList::loaded, this, &MainWindow::welcomeIfEmpty);
    connect(m_list, &ArticleList::loaded, this, &MainWindow::invite);
    connect(&m_list->model(), &QAbstractItemModel::rowsInserted, this, &MainWindow::welcomeIfEmpty);
    connect(&m_list->model(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::welcomeIfEmpty);
    connect(m_panes, &Panes::arranged, this, &MainWindow::updateBars);
    connect(m_steps.get(), &Steps::changed, &m_folders, &WatchFolders::reload);
    connect(m_history.get(), &HistoryFlow::restored, &m_folders, &WatchFolders::reload);
    connect(m_history.get(), &HistoryFlow::storyAsked, this, [this](ArticleId id) {
        reveal(id);
        showStory(id);
        m_panes->bringForward(Panes::Pane::Story);
    });
    connect(m_steps.get(), &Steps::broughtBack, this, [this](ArticleId id) {
        showStory(id);
        m_list->select(id);
    });
    connect(&m_library, &SharedLibrary::failed, this, [this](const Error &error) {
        m_banner->show({.text = errortext::libraryTrouble(error), .tone = Banner::Tone::Problem});
    });
}

void MainWindow::connectFeeds()
{
    connect(m_sidebar, &Sidebar::entered, this, [this] {
        m_panes->bringForward(Panes::Pane::List);
        m_list->focusList();
    });
    connect(&m_sidebar->places(), &SidebarModel::arranged, this, &MainWindow::welcomeIfEmpty);
    connect(m_feeds.get(), &FeedDesk::goAsked, this, [this](const StoryQuery &place) {
        showPanes();
        m_sidebar->select(place);
        go(place);
    });
    connect(m_feeds.get(), &FeedDesk::forwardAsked, this, [this] { comeForward({}); });
    connect(m_resident.get(), &Resident::forwardAsked, this, [this] { comeForward({}); });
    connect(m_smartFolders.get(), &SmartFolderFlow::markReadAsked, m_feeds.get(),
            &FeedDesk::markAllRead);
    m_list->setSaveAction(m_actions[Command::SmartFolder]);
    const auto *links = &m_reading->links();
    connect(links, &Links::offered, &m_feeds->subscribing(), &SubscribeFlow::offer);
    connect(links, &Links::playAsked, &m_feeds->enclosures(), &EnclosureFlow::play);
    connect(links, &Links::downloadAsked, &m_feeds->enclosures(), &EnclosureFlow::download);
}

void MainWindow::connectFiles()
{
    connect(&m_files, &OpenFlow::firstRead, this, [this](const Article &story) {
        const trace::Span span("story read, and given to the pane");
        showPanes();
        m_list->select(ArticleId::None); // What it was still to choose is not wanted any more.
        m_flow.showNow(story);
        m_panes->bringForward(Panes::Pane::Story);
        m_pane->setFocus();
    });
    connect(m_opening.get(), &OpeningPage::shown, this, &MainWindow::showPanes);
    connect(m_opening.get(), &OpeningPage::ended, this, &MainWindow::welcomeIfEmpty);
    connect(&m_files, &OpenFlow::firstStored, this,
            [this](const Headline &headline, const ReadingPosition &position) {
                trace::note("story stored");
                if (!m_flow.adopt(headline, position))
                    return;
                reveal(headline.id);
                m_reading->trail().noteStory();
            });
    connect(m_import.get(), &ImportFlow::imported, this, [this] {
        showPanes();
        m_sidebar->select({});
        m_list->show({});
        if (m_flow.empty())
            m_flow.invite();
    });
    connect(&m_files, &OpenFlow::progressed, m_progress, &ProgressLine::setProgress);
    connect(&m_files, &OpenFlow::finished, this, &MainWindow::reportBatch);
    connect(&m_files, &OpenFlow::storingFailed, this, &MainWindow::keepingFailed);
    connect(&m_folders, &WatchFolders::progressed, m_progress,
            [this](int done, int total) { m_progress->setProgress(done, total); });
    connect(&m_folders, &WatchFolders::finished, m_progress, &ProgressLine::finish);
    connect(&m_folders, &WatchFolders::failed, this, &MainWindow::problem);
    connect(m_progress, &ProgressLine::cancelled, this, [this] {
        m_files.cancel();
        m_import->cancel();
        m_folders.cancel();
        m_feeds->cancel();
        m_care->cancel();
        m_reading->cancel();
        m_progress->finish();
    });
}

void MainWindow::restore()
{
    const auto state = WindowState::load(m_places.state);
    if (state.geometry.isEmpty() || !restoreGeometry(state.geometry))
        resize(firstSize);
    m_panes->setWidths(state.panes);
    m_panes->setSidebarWanted(state.sidebar);
    m_sidebar->select(state.place);
    m_list->show(state.place);
    // Who opens something wants to read that, and not what was read last.
    if (!m_files.running())
        restoreStory(state);
    updateBars();
}

void MainWindow::restoreStory(const WindowState &state)
{
    if (state.story != ArticleId::None) {
        m_flow.show(state.story, StoryFlow::Why::Restored);
        m_list->select(state.story);
    }
    if (state.front)
        m_reading->front().open();
}

void MainWindow::saveState()
{
    auto place = m_list->query();
    place.words.clear();
    WindowState{.geometry = saveGeometry(),
                .panes = m_panes->widths(),
                .sidebar = m_panes->sidebarWanted(),
                .place = place,
                .story = m_flow.id(),
                .front = m_reading->front().isOpen()}
        .save(m_places.state);
}

void MainWindow::invite()
{
    if (m_list->model().rowCount() > 0 && !m_opening->isAwaiting()
        && !std::exchange(m_invited, true))
        m_flow.invite();
}

void MainWindow::showPanes()
{
    m_pages->setCurrentWidget(m_panes);
    updateBars();
}
