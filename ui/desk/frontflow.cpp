#include "desk/frontflow.h"

#include "articles/articlelist.h"
#include "desk/newstories.h"
#include "desk/storyflow.h"
#include "reading/readingpane.h"
#include "shell/banner.h"
#include "shell/panes.h"
#include "shell/steps.h"
#include "sidebar/sidebar.h"
#include "words/errortext.h"
#include "words/frontwords.h"

#include <QAction>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMilliseconds = 300;

} // namespace

FrontFlow::FrontFlow(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m(parts)
    , m_newStories(new NewStories(parts.pane))
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settleMilliseconds);
    connect(&m_settling, &QTimer::timeout, this, &FrontFlow::renew);
    connect(m_newStories, &QAbstractButton::clicked, this, &FrontFlow::open);
    m.actions.on(Command::FrontPage, [this] { open(); });
    m.actions.on(Command::NewStories, [this] { open(); });
    offerNew();
    m.flow.setInvitation([this] { return invite(); });
    connect(&m.sidebar, &Sidebar::frontPageAsked, this, &FrontFlow::open);
    connect(&m.flow, &StoryFlow::presented, this, &FrontFlow::onPresented);
    connect(&m.pane, &ReadingPane::frontMoved, this, [this](const ReadingPosition &position) {
        if (m_state == State::Open)
            m_position = position;
    });
    connect(&m.library, &SharedLibrary::changed, this, &FrontFlow::apply);
    // Whoever lists another place wants to see it.
    connect(&m.list, &ArticleList::loaded, this, [this] {
        if (m_state == State::Open && m.list.query() != m_listed)
            leave();
        else if (m_invites && m_invitesToList != listsAny())
            m.flow.invite();
    });
}

void FrontFlow::open()
{
    m_position = {};
    m_state = State::Awaited;
    m.sidebar.selectFrontPage();
    read(false);
    emit opened();
}

void FrontFlow::openAgain()
{
    m_state = State::Awaited;
    m.sidebar.selectFrontPage();
    read(m_front.edition.lead.has_value());
}

// What stands in its place meanwhile stays on the screen until the page is there.
void FrontFlow::read(bool again)
{
    m_reading = true;
    m_renewAgain = false;
    m.library.read(
        [again, before = m_front, now = QDateTime::currentDateTimeUtc()](Library &library) {
            if (again) {
                if (auto same = tasks::frontPageAgain(library, before))
                    return same;
            }
            return tasks::frontPage(library, now);
        },
        this,
        [this, round = ++m_round](const Result<tasks::FrontPage> &front) {
            if (round != m_round)
                return;
            m_reading = false;
            if (m_state == State::Closed)
                return;
            if (!front) {
                m.banner.show({.text = errortext::libraryTrouble(front.error()),
                               .tone = Banner::Tone::Problem});
                leave();
                return;
            }
            take(*front);
            if (std::exchange(m_renewAgain, false))
                renew();
        });
}

void FrontFlow::take(const tasks::FrontPage &front)
{
    const auto isOther = m_state == State::Awaited || front.edition != m_front.edition;
    m_front = front;
    if (isOther)
        present();
    offerNew();
}

void FrontFlow::offerNew()
{
    const auto stories = m_state == State::Open ? m_front.fresh : 0;
    m_newStories->setCount(stories);
    m.actions[Command::NewStories]->setEnabled(stories > 0);
}

// What comes is counted when it has all come; what is done to stories shows at once.
void FrontFlow::apply(const LibraryChange &change)
{
    const auto isOnlyMore = !change.everything && change.changed.isEmpty()
        && change.removed.isEmpty() && m_front.edition.lead;
    if (!isOnlyMore)
        renew();
    else if (m_state == State::Open && !m_settling.isActive())
        m_settling.start();
}

// Stories were read, marked or removed: the page says so. What has come since waits for the next
// edition, or else the page would change under the eyes of whoever reads it.
void FrontFlow::renew()
{
    if (m_state == State::Closed)
        return;
    if (m_reading)
        m_renewAgain = true; // What is awaited may have been read before the change.
    else
        read(m_front.edition.lead.has_value());
}

void FrontFlow::present()
{
    const auto wasOpen = m_state == State::Open;
    if (!wasOpen) {
        m.list.clearSelection();
        m.flow.setAside();
        m_state = State::Open;
        m_listed = m.list.query();
        m.panes.setListFolded(true);
        m.panes.bringForward(Panes::Pane::Story);
    }
    m.pane.showFront(frontwords::page(m_front, QDateTime::currentDateTime(), QLocale()),
                     m_position);
    if (!wasOpen)
        m.pane.setFocus();
}

// Something else is in the pane.
void FrontFlow::onPresented()
{
    ++m_invitation;
    m_invites = std::exchange(m_isInviting, false);
    if (m_state == State::Open)
        close();
}

void FrontFlow::close()
{
    ++m_round;
    m_reading = false;
    m_state = State::Closed;
    m_settling.stop();
    offerNew();
    m.panes.setListFolded(false);
    // Somebody may have chosen another row already.
    if (m.sidebar.isAtFrontPage())
        m.sidebar.select(m.list.query());
}

void FrontFlow::leave()
{
    if (m_state == State::Closed)
        return;
    const auto wasOpen = m_state == State::Open;
    close();
    if (wasOpen)
        m.flow.invite();
}

bool FrontFlow::markRead()
{
    if (m_state != State::Open)
        return false;
    const auto ids = m_front.edition.ids();
    if (ids.isEmpty()) {
        m.banner.show({.text = tr("Nothing is unread here")});
        return true;
    }
    m.library.write([ids, now = QDateTime::currentDateTimeUtc()](
                        Library &library) { return library.setRead(ids, true, now); },
                    this,
                    [this, ids](const Result<LibraryChange> &change) {
                        if (!change)
                            return; // The window says why.
                        m.banner.show({.text = frontwords::markedRead(int(ids.size()), QLocale()),
                                       .action = change->isEmpty() ? QString() : tr("Undo"),
                                       .act = m.steps.undoOfThis()});
                        if (m_state == State::Open)
                            open();
                    });
    return true;
}

void FrontFlow::follow(const QString &deed)
{
    if (deed == "read"_L1)
        markRead();
    else if (deed == "refresh"_L1)
        m.actions[Command::RefreshAll]->trigger();
    else if (deed == "subscribe"_L1)
        m.actions[Command::Subscribe]->trigger();
    else if (deed == "all"_L1)
        emit allAsked();
}

// Nothing is chosen: the pane says so at once, and what could be gone on with as soon as the
// library has told it. False when the front page has the place.
bool FrontFlow::invite()
{
    if (m_state != State::Closed)
        return false;
    m_invitesToList = listsAny();
    showInvitation({});
    m.library.read([](Library &library) { return tasks::begunStories(library); }, this,
                   // One more than now, for the word that this is shown.
                   [this, invitation = m_invitation + 1](const Result<QList<Headline>> &begun) {
                       if (!begun || begun->isEmpty() || invitation != m_invitation
                           || m_state != State::Closed)
                           return;
                       showInvitation(*begun);
                   });
    m_isInviting = true;
    return true;
}

// Where the list is empty, it says so itself, and why.
bool FrontFlow::listsAny() const
{
    return m.list.model().rowCount() > 0 || !m.list.model().answered();
}

void FrontFlow::showInvitation(const QList<Headline> &begun)
{
    m.pane.showFront(
        frontwords::nothingChosen(begun, m_invitesToList, QDateTime::currentDateTime(), QLocale()));
}
