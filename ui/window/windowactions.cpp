#include "articles/articlelist.h"
#include "base/background.h"
#include "base/environment.h"
#include "desk/readingdesk.h"
#include "dialogs/about.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/dropped.h"
#include "shell/elsewhere.h"
#include "shell/findbar.h"
#include "shell/keysoverlay.h"
#include "shell/panes.h"
#include "shell/steps.h"
#include "shell/toolbar.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feeddesk.h"
#include "theme/metrics.h"
#include "window/givennames.h"
#include "window/importflow.h"
#include "window/mainwindow.h"
#include "window/openingpage.h"
#include "window/samples.h"
#include "window/searchflow.h"
#include "window/welcomepage.h"
#include "words/filefilters.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QToolBar>

using namespace Qt::StringLiterals;

// What the window itself does when it is told to: files, places, panes.

void MainWindow::answerActions()
{
    answerFileActions();
    answerViewActions();
    answerStoryActions();
    // A button that has the focus keeps the keys that press it, although they are shortcuts too.
    QCoreApplication::instance()->installEventFilter(this);
}

void MainWindow::answerFileActions()
{
    m_actions.on(Command::OpenFiles, [this] { chooseFiles(); });
    m_actions.on(Command::ImportFolder, [this] { m_import->chooseFolder(); });
    m_actions.on(Command::WatchFolder, [this] { chooseFolder(); });
    m_actions.on(Command::Search, [this] {
        showPanes();
        m_reading->front().leave();
        m_panes->setOnlyStory(false);
        m_panes->bringForward(Panes::Pane::List);
        m_list->focusSearch();
    });
    m_actions.on(Command::Find, [this] {
        if (m_flow.empty() && !m_reading->front().isOpen()) {
            m_banner->show({.text = tr("Choose a story to look through first.")});
            return;
        }
        m_panes->bringForward(Panes::Pane::Story);
        m_findBar->open();
        m_search->showBar();
    });
    // In what was looked for in the story, or else in what the search has found.
    m_actions.on(Command::FindNext, [this] {
        if (m_findBar->isVisible() || !m_search->step(false))
            m_findBar->again(FindBar::Direction::Forwards);
    });
    m_actions.on(Command::FindPrevious, [this] {
        if (m_findBar->isVisible() || !m_search->step(true))
            m_findBar->again(FindBar::Direction::Backwards);
    });
    m_actions.on(Command::Keys, [this] { m_keys->toggle(); });
    m_actions.on(Command::About, [this] { (new About(this))->open(); });
}

void MainWindow::answerViewActions()
{
    m_actions.on(Command::Back, [this] { back(); });
    m_actions.on(Command::Sidebar, [this] {
        if (m_panes->fold() == Panes::Fold::None)
            m_panes->setSidebarWanted(!m_panes->sidebarShown());
        else
            m_panes->showSidebarOnce(!m_panes->sidebarShown());
    });
    m_actions.on(Command::FocusMode, [this] { enterFocusMode(!m_panes->onlyStory()); });
    m_actions.on(Command::FullScreen, [this] { enterFullScreen(!isFullScreen()); });
}

void MainWindow::answerStoryActions()
{
    using Step = ArticleList::Step;
    m_actions.on(Command::Next, [this] { step(Step::Next); });
    m_actions.on(Command::Previous, [this] { step(Step::Previous); });
    m_actions.on(Command::NextUnread, [this] { step(Step::NextUnread); });
    m_actions.on(Command::PreviousUnread, [this] { step(Step::PreviousUnread); });
    m_actions.on(Command::OpenStory, [this] {
        showStory(m_list->current());
        m_feeds->readOnSite(m_list->current());
        m_panes->bringForward(Panes::Pane::Story);
        m_pane->setFocus();
    });
}

// Then there is nowhere to go on to.
static bool listsAllFeeds(const StoryQuery &place)
{
    return place.filter.isEmpty()
        && (place.scope == StoryQuery::Scope::All || place.scope == StoryQuery::Scope::Unread);
}

void MainWindow::step(ArticleList::Step step)
{
    // Nobody sees stories change behind the sidebar.
    if (m_panes->fold() == Panes::Fold::AllButOne && m_panes->front() == Panes::Pane::Sidebar) {
        m_panes->bringForward(Panes::Pane::List);
        m_list->focusList();
        return;
    }
    if (!m_list->step(step))
        nothingToStepTo(step);
}

void MainWindow::nothingToStepTo(ArticleList::Step step)
{
    switch (step) {
    case ArticleList::Step::Next:
        m_banner->show({.text = m_list->hasUnread()
                            ? tr("No more stories below. N leads to the next unread one.")
                            : tr("No more stories below")});
        break;
    case ArticleList::Step::Previous:
        m_banner->show({.text = tr("No more stories above")});
        break;
    case ArticleList::Step::NextUnread:
        if (!listsAllFeeds(m_list->query()) && m_feeds->goOn())
            break;
        [[fallthrough]];
    case ArticleList::Step::PreviousUnread:
        m_banner->show({.text = tr("No other unread story here")});
        break;
    }
}

void MainWindow::back()
{
    if (m_pane->dismissNote())
        return;
    const auto inField = qobject_cast<QLineEdit *>(focusWidget()) != nullptr;
    if (m_findBar->close()) {
        m_pane->setFocus();
    } else if (m_reading->leftOut().leave()) {
        return;
    } else if (m_pane->isAncestorOf(focusWidget()) && m_search->closeBar()) {
        return;
    } else if (m_list->selectOne() || m_list->clearSearch()) {
        return;
    } else if (m_banner->dismiss() && !isFullScreen()) {
        // A message goes with the full screen: who presses the key means that.
        return;
    } else if (inField) {
        m_list->focusList();
        welcomeIfEmpty();
    } else if (isFullScreen()) {
        enterFullScreen(false);
    } else if (m_panes->onlyStory()) {
        enterFocusMode(false);
    } else {
        leaveFoldedPane();
    }
}

void MainWindow::leaveFoldedPane()
{
    if (m_panes->fold() == Panes::Fold::Sidebar) {
        m_panes->showSidebarOnce(false);
    } else if (m_panes->fold() == Panes::Fold::AllButOne) {
        if (m_panes->front() == Panes::Pane::Story && !m_panes->listFolded()) {
            m_panes->bringForward(Panes::Pane::List);
            m_list->focusList();
        } else {
            m_panes->bringForward(Panes::Pane::Sidebar);
            m_sidebar->setFocus();
        }
    }
}

void MainWindow::comeForward(const QString &token)
{
    // Qt's Wayland plugin takes the token from the environment, as if it had been started with it.
    if (!token.isEmpty())
        environment::set("XDG_ACTIVATION_TOKEN", token.toUtf8());
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::enterFullScreen(bool wanted)
{
    setWindowState(wanted ? windowState() | Qt::WindowFullScreen
                          : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::enterFocusMode(bool wanted)
{
    if (wanted)
        showPanes();
    m_panes->setOnlyStory(wanted);
    if (wanted)
        m_pane->setFocus();
}

void MainWindow::updateBars()
{
    const auto alone = m_panes->onlyStory();
    const auto welcome = m_pages->currentWidget() != m_panes;
    menuBar()->setVisible(!alone && !isFullScreen());
    m_toolBar->setVisible(!alone);
    m_reading->calm().setActive(alone && isFullScreen());
    m_actions[Command::FocusMode]->setChecked(alone);
    m_actions[Command::FullScreen]->setChecked(isFullScreen());
    m_actions[Command::Sidebar]->setChecked(m_panes->sidebarShown());
    m_actions[Command::Sidebar]->setEnabled(!welcome);
    const auto narrow
        = welcome ? width() < theme::twoPanes : m_panes->fold() == Panes::Fold::AllButOne;
    const auto story = !welcome && m_panes->front() == Panes::Pane::Story && !m_panes->listFolded();
    m_toolBar->arrange(narrow ? (story ? ToolBar::For::Story : ToolBar::For::List)
                              : ToolBar::For::Everything);
}

void MainWindow::openOthers(const GivenNames &given)
{
    for (const auto &page : given.pages)
        m_reading->links().offer(page);
    for (const auto &feed : given.feeds)
        m_feeds->subscribing().offer(feed);
    m_import->import(given.folders);
    for (const auto &path : given.perhapsFeeds) {
        // What is in it decides, and that is not read here.
        m_opening->beginLooking(path);
        inBackground([path] { return subscribableIn(path); }, this,
                     [this, path](Subscribable what) {
                         if (what == Subscribable::Outline)
                             m_feeds->outlines().importFrom(path);
                         else if (what == Subscribable::Feed)
                             m_feeds->subscribing().offer(QUrl::fromLocalFile(path));
                         else
                             m_files.open({path});
                         m_opening->endLooking();
                     });
    }
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open saved stories"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(filefilters::all());
    // The names of the kinds say enough.
    dialog->setOption(QFileDialog::HideNameFilterDetails);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::open);
    dialog->open();
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Watch a folder for saved stories"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("&Watch"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::watch);
    dialog->open();
}

void MainWindow::watch(const QString &folder)
{
    m_folders.watch(folder);
    showPanes();
    m_banner->show(
        {.text
         = tr("Stories saved in “%1” appear here from now on.").arg(QFileInfo(folder).fileName())});
}

void MainWindow::unwatch(const QString &folder)
{
    m_folders.unwatch(folder);
    m_banner->show({.text = tr("“%1” is watched no longer. Its stories stay in the library.")
                                .arg(QFileInfo(folder).fileName()),
                    .action = tr("Undo"),
                    .act = m_steps->undoOfThis()});
}

void MainWindow::openFolder(const QString &folder)
{
    elsewhere::open(QUrl::fromLocalFile(folder));
}

void MainWindow::welcomeIfEmpty()
{
    const auto &model = m_list->model();
    const auto nothing = model.answered() && !model.hasFailed() && m_sidebar->places().answered()
        && model.rowCount() == 0 && model.query() == StoryQuery{.order = model.query().order}
        && m_flow.empty() && !m_opening->isAwaiting() && !m_import->running()
        && m_sidebar->places().folders().isEmpty() && m_sidebar->places().feeds().isEmpty();
    if (!nothing) {
        if (model.rowCount() > 0 || m_pages->currentWidget() == m_welcome)
            showPanes();
        return;
    }
    if (!m_welcome) {
        m_welcome = new WelcomePage;
        m_pages->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::resized, this, &MainWindow::updateBars);
        connect(m_welcome, &WelcomePage::openAsked, this, &MainWindow::chooseFiles);
        connect(m_welcome, &WelcomePage::subscribeAsked, m_actions[Command::Subscribe],
                &QAction::trigger);
        connect(m_welcome, &WelcomePage::watchAsked, this, &MainWindow::chooseFolder);
        connect(m_welcome, &WelcomePage::sampleChosen, this,
                [this](const QString &path) { open({path}); });
        inBackground([] { return findSamples(); }, m_welcome,
                     [this](const QList<Sample> &samples) { m_welcome->setSamples(samples); });
    }
    m_pages->setCurrentWidget(m_welcome);
    updateBars();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // What was dragged out of the window is here already.
    if (!event->source() && (event->mimeData()->hasUrls() || event->mimeData()->hasText()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const auto what = dropped(event->mimeData());
    if (what.isEmpty())
        return;
    // The files stay where they are: nothing is moved, whatever the file manager would like.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    if (!what.paths.isEmpty())
        open(what.paths);
    else if (!what.address.isEmpty())
        m_reading->links().offer(what.address);
    else
        m_files.openText(what.text.toUtf8(), tr("Dropped text"));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && qobject_cast<QAbstractButton *>(watched)) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space)
            event->accept();
    }
    return QMainWindow::eventFilter(watched, event);
}
