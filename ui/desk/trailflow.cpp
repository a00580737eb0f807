#include "desk/trailflow.h"

#include "articles/articlelist.h"
#include "desk/frontflow.h"
#include "desk/storyflow.h"

#include <QAction>
#include <QCoreApplication>
#include <QMouseEvent>

#include <algorithm>
#include <cstdlib>
#include <utility>

TrailFlow::TrailFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
{
    m.actions.on(Command::GoBack, [this] { go(Trail::Way::Back); });
    m.actions.on(Command::GoForward, [this] { go(Trail::Way::Forward); });
    connect(&m.flow, &StoryFlow::settled, this, &TrailFlow::noteStory);
    connect(&m.flow, &StoryFlow::changed, this, &TrailFlow::update);
    connect(&m.front, &FrontFlow::opened, this, [this] {
        dropWay();
        m_trail.visit({.kind = Visit::Kind::FrontPage});
        update();
    });
    connect(&m.library, &SharedLibrary::changed, this, [this](const LibraryChange &change) {
        if (change.removed.isEmpty())
            return;
        m_trail.forget({change.removed.cbegin(), change.removed.cend()});
        update();
    });
    // The buttons of a mouse are pressed over any pane.
    QCoreApplication::instance()->installEventFilter(this);
    update();
}

void TrailFlow::notePlace(const StoryQuery &place)
{
    dropWay();
    m_trail.visit({.kind = Visit::Kind::Place, .place = place});
    update();
}

void TrailFlow::noteStory()
{
    // On the way back to the front page a story is left, however long it was looked at.
    const auto story = m.flow.wanted();
    if (story == ArticleId::None || m.front.isOpen())
        return;
    m_trail.visit({.kind = Visit::Kind::Story, .story = story, .place = m.list.query()});
    update();
}

// Past stories that are gone: many may be at once, without a word about each. Whoever presses the
// key again before the answer is there goes on from where it leads.
void TrailFlow::go(Trail::Way way)
{
    noteStory(); // Also what was only looked at, or is still to come, is where somebody comes from.
    m_stops += way == Trail::Way::Back ? -1 : 1;
    update();
    QList<ArticleId> stories;
    for (const auto &visit : m_trail.ahead(Trail::Way::Back) + m_trail.ahead(Trail::Way::Forward)) {
        if (visit.kind == Visit::Kind::Story && !stories.contains(visit.story))
            stories.append(visit.story);
    }
    m.library.read([stories](Library &library) { return library.headlines(stories); }, this,
                   [this, stories, round = ++m_round](const Result<QList<Headline>> &present) {
                       if (round != m_round)
                           return;
                       const auto stops = std::exchange(m_stops, 0);
                       if (!present)
                           return;
                       QSet<ArticleId> gone(stories.cbegin(), stories.cend());
                       for (const auto &headline : *present)
                           gone.remove(headline.id);
                       m_trail.forget(gone);
                       goOn(stops);
                   });
}

// Negative is back.
void TrailFlow::goOn(int stops)
{
    const auto way = stops < 0 ? Trail::Way::Back : Trail::Way::Forward;
    const auto possible = std::min<qsizetype>(std::abs(stops), m_trail.ahead(way).size());
    if (possible > 0)
        lead(m_trail.go(way, possible));
    update();
}

void TrailFlow::dropWay()
{
    ++m_round;
    m_stops = 0;
}

void TrailFlow::lead(const Visit &visit)
{
    switch (visit.kind) {
    case Visit::Kind::Story:
        emit storyAsked(visit.story, visit.place);
        break;
    case Visit::Kind::FrontPage:
        m.front.openAgain();
        break;
    case Visit::Kind::Place:
        emit placeAsked(visit.place);
        break;
    }
}

bool TrailFlow::eventFilter(QObject *watched, QEvent *event)
{
    const auto isPress = event->type() == QEvent::MouseButtonPress;
    if (isPress || event->type() == QEvent::MouseButtonRelease) {
        const auto button = static_cast<QMouseEvent *>(event)->button();
        const auto isBack = button == Qt::BackButton;
        const auto *widget = qobject_cast<QWidget *>(watched);
        if ((isBack || button == Qt::ForwardButton) && widget && widget->window() == &m.window) {
            if (isPress)
                m.actions[isBack ? Command::GoBack : Command::GoForward]->trigger();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void TrailFlow::update()
{
    // From what is only looked at so far, back is where somebody was before.
    const auto here = m_trail.here();
    const auto story = m.flow.wanted();
    const auto isPast = story != ArticleId::None
        && !(here.kind == Visit::Kind::Story && here.story == story) && m_trail.hasBegun();
    // What was asked for and not gone yet can be taken back, too.
    m.actions[Command::GoBack]->setEnabled(isPast || m_stops > 0
                                           || m_trail.canGo(Trail::Way::Back));
    m.actions[Command::GoForward]->setEnabled(m_stops < 0 || m_trail.canGo(Trail::Way::Forward));
}
