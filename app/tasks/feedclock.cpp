#include "tasks/feedclock.h"

#include "tasks/feedschedule.h"
#include "tasks/limits.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

namespace limits = tasks::limits;

} // namespace

FeedClock::FeedClock(SharedLibrary &library, QObject *parent)
    : QObject(parent)
    , m_library(library)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FeedClock::ring);
    connect(&m_library, &SharedLibrary::changed, this, [this](const LibraryChange &change) {
        if (change.feeds || change.everything)
            look();
    });
}

void FeedClock::start(milliseconds delay)
{
    m_started = true;
    wait(delay);
}

void FeedClock::look()
{
    // Each feed that is stored changes subscriptions: one look does for many.
    if (m_started && (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > limits::lookAgain))
        wait(limits::lookAgain);
}

void FeedClock::rest(milliseconds pause)
{
    m_rest.setRemainingTime(pause);
}

void FeedClock::wait(milliseconds time)
{
    m_expected = QDateTime::currentDateTimeUtc().addMSecs(time.count());
    m_timer.start(time);
}

void FeedClock::ring()
{
    const auto late = milliseconds(m_expected.msecsTo(QDateTime::currentDateTimeUtc()));
    const auto delay = tasks::delayAfterSleep(late, QRandomGenerator::global()->generateDouble());
    if (delay > 0ms) {
        wait(delay);
        return;
    }
    m_library.read(&FeedClock::hands, this, [this](const Result<Hands> &hands) {
        if (hands)
            set(*hands);
    });
}

Result<FeedClock::Hands> FeedClock::hands(Library &library)
{
    auto due = library.feeds().due(QDateTime::currentDateTimeUtc());
    if (!due)
        return due.error();
    const auto next = library.feeds().nextDue();
    if (!next)
        return next.error();
    return Hands{.due = *std::move(due), .next = *next};
}

void FeedClock::set(const Hands &hands)
{
    const auto now = QDateTime::currentDateTimeUtc();
    auto due = hands.due;
    auto next = hands.next;
    // Nobody is asked for what cannot be kept.
    if (!m_library.isWritable())
        due.clear();
    if (!m_rest.hasExpired()) {
        due.clear();
        next = std::max(next, now.addMSecs(m_rest.remainingTime()));
    }
    // One whose answer could not be stored is still due, but must not be asked again and again. How
    // long that is no clock on the wall says: it may be set back meanwhile.
    due.removeIf([&](const Feed &feed) {
        const auto quiet = m_quiet.constFind(feed.id);
        return quiet != m_quiet.cend() && !quiet->hasExpired();
    });
    for (const auto &feed : std::as_const(due))
        m_quiet.insert(feed.id, QDeadlineTimer(limits::ringAgain));
    if (!due.isEmpty())
        emit rang(due);
    if (m_timer.isActive() || !next.isValid())
        return;
    // The clock on the wall may be changed meanwhile: it is looked at now and then.
    wait(std::clamp<milliseconds>(milliseconds(now.msecsTo(next)), limits::shortestRing,
                                  limits::longestRing));
}
