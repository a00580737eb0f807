#include "articles/articlelist.h"
#include "articles/searchfield.h"
#include "base/trace.h"
#include "desk/readingdesk.h"
#include "model/firstwords.h"
#include "reading/readingpane.h"
#include "shell/panes.h"
#include "sidebar/sidebar.h"
#include "subscriptions/feeddesk.h"
#include "window/mainwindow.h"

#include <QAction>

using namespace Qt::StringLiterals;

// How the window comes from one story to another.

void MainWindow::connectReading()
{
    connect(m_pane, &ReadingPane::painted, this, [this] {
        trace::note("story painted");
        m_flow.prepare(m_list->neighbours());
        emit storyPainted();
    });
    connect(m_pane, &ReadingPane::pagedPastEnd, this, [this] { step(ArticleList::Step::Next); });
    connect(m_reading.get(), &ReadingDesk::storyAskedIn, this,
            [this](ArticleId id, const StoryQuery &place) {
                if (m_list->query() != place) {
                    m_sidebar->select(place);
                    m_list->show(place);
                }
                showStory(id);
                m_list->select(id);
                m_panes->bringForward(Panes::Pane::Story);
            });
    connect(m_reading.get(), &ReadingDesk::placeAsked, this, [this](const StoryQuery &place) {
        showPanes();
        m_list->clearSelection();
        m_flow.clear();
        m_sidebar->select(place);
        go(place);
    });
    m_feeds->setMarkFirst([this] { return m_reading->front().markRead(); });
    connect(m_reading.get(), &ReadingDesk::storyAsked, this, [this](ArticleId id) {
        reveal(id);
        showStory(id);
    });
    connect(m_reading.get(), &ReadingDesk::searchAsked, this, [this](const QString &words) {
        m_actions[Command::Search]->trigger();
        m_list->searchField().setText(u'"' + words + u'"');
    });
    // The list takes the row out only after this.
    connect(&m_flow, &StoryFlow::removed, this, &MainWindow::goOnAfterRemoval,
            Qt::QueuedConnection);
    connect(&m_flow, &StoryFlow::changed, this, [this] {
        const auto &story = m_flow.article();
        const auto title = story.title.isEmpty() ? firstWordsOf(story.text) : story.title;
        setWindowTitle(title.isEmpty() ? tr("Broadsheet") : tr("%1 – Broadsheet").arg(title));
    });
    connect(&m_flow, &StoryFlow::failed, this, [this](const Error &error) {
        if (error.kind == Error::Kind::NotFound)
            m_flow.invite();
        else
            problem(error);
    });
}

void MainWindow::go(const StoryQuery &place)
{
    m_reading->front().leave();
    m_reading->trail().notePlace(place);
    m_list->show(place);
    m_panes->bringForward(Panes::Pane::List);
}

void MainWindow::reveal(ArticleId id)
{
    auto &model = m_list->model();
    if (model.answered() && model.rowOf(id) < 0) {
        // Wherever else it stands, what was opened last comes first among what was opened.
        const auto place = m_reading->front().isOpen()
            ? StoryQuery()
            : StoryQuery{.scope = StoryQuery::Scope::RecentlyOpened};
        m_sidebar->select(place);
        m_list->show(place);
    }
    m_list->select(id);
}

void MainWindow::showStory(ArticleId id)
{
    showPanes();
    m_flow.show(id);
}

void MainWindow::goOnAfterRemoval()
{
    // Nothing that was asked for meanwhile is pushed aside.
    if (m_flow.empty())
        m_list->selectHere();
}
