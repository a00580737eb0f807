#include "network/fetcher.h"

#include "base/background.h"
#include "base/worker.h"
#include "network/addresses.h"
#include "network/localfile.h"
#include "network/traffic.h"

#include <QHash>
#include <QSet>

#include <unordered_map>
#include <utility>

using namespace Qt::StringLiterals;

namespace network {

namespace {

struct Pending
{
    const QObject *receiver;
    Fetcher::Done done;
    Fetcher::Progress progress;
};

// What one receiver waits for, and the connection that tells when it is gone.
struct Wishes
{
    QSet<Ticket> tickets = {};
    QMetaObject::Connection gone = {};
};

} // namespace

// Lives on the Fetcher's thread. Answers find their way by tickets: one that was handed back is
// nobody's, however far the answer has come.
class Fetcher::Private : public QObject
{
public:
    Private(const Limits &keptTo, Fetcher *owner)
        : limits(keptTo)
        , fetcher(owner)
    {
    }

    Ticket note(const QObject *receiver, Done done, Progress progress);
    void answer(Ticket ticket, const Outcome &outcome);
    void progressed(Ticket ticket, qint64 received, qint64 total);
    void cancel(const QObject *receiver);

    void fetchWeb(Ticket ticket, const Request &request);
    void fetchFile(Ticket ticket, const Request &request);
    void setOnline(bool now);

    const Limits limits;
    Fetcher *const fetcher;
    bool online = true;

private:
    Worker<Traffic> &traffic();

    Ticket m_last = 0;
    std::unordered_map<Ticket, Pending> m_pending;
    QHash<const QObject *, Wishes> m_wishes;
    // Made with the first request to the web. Last: its end may still post answers.
    std::unique_ptr<Worker<Traffic>> m_traffic;
};

Ticket Fetcher::Private::note(const QObject *receiver, Done done, Progress progress)
{
    const auto ticket = ++m_last;
    m_pending.emplace(ticket, Pending{receiver, std::move(done), std::move(progress)});
    auto &wishes = m_wishes[receiver];
    wishes.tickets.insert(ticket);
    if (!wishes.gone)
        wishes.gone
            = connect(receiver, &QObject::destroyed, this, [this, receiver] { cancel(receiver); });
    return ticket;
}

void Fetcher::Private::answer(Ticket ticket, const Outcome &outcome)
{
    auto pending = m_pending.extract(ticket);
    if (!pending)
        return;
    const auto wishes = m_wishes.find(pending.mapped().receiver);
    wishes->tickets.remove(ticket);
    if (wishes->tickets.isEmpty()) {
        disconnect(wishes->gone);
        m_wishes.erase(wishes);
    }
    pending.mapped().done(outcome); // Which may be the end of this.
}

void Fetcher::Private::progressed(Ticket ticket, qint64 received, qint64 total)
{
    const auto pending = m_pending.find(ticket);
    if (pending == m_pending.end() || !pending->second.progress)
        return;
    const auto progress = pending->second.progress; // It may cancel what it tells of.
    progress(received, total);
}

void Fetcher::Private::cancel(const QObject *receiver)
{
    const auto wishes = m_wishes.take(receiver);
    disconnect(wishes.gone);
    for (const auto ticket : wishes.tickets)
        m_pending.erase(ticket);
    if (!m_traffic || wishes.tickets.isEmpty())
        return;
    m_traffic->run(
        [tickets = wishes.tickets](Traffic &there) {
            there.cancel(tickets);
            return true;
        },
        this, [](bool) {});
}

void Fetcher::Private::fetchWeb(Ticket ticket, const Request &request)
{
    traffic().run(
        [ticket, request](Traffic &there) {
            there.fetch(ticket, request);
            return true;
        },
        this, [](bool) {});
}

void Fetcher::Private::fetchFile(Ticket ticket, const Request &request)
{
    inBackground([request, kept = limits] { return readFile(request, kept); }, this,
                 [this, ticket](const Outcome &outcome) { answer(ticket, outcome); });
}

void Fetcher::Private::setOnline(bool now)
{
    if (std::exchange(online, now) != now)
        emit fetcher->onlineChanged(now);
}

Worker<Traffic> &Fetcher::Private::traffic()
{
    if (m_traffic)
        return *m_traffic;
    // All are called over there, and post to here: this outlives the Worker.
    Traffic::Answered answered = [this](Ticket ticket, const Outcome &outcome) {
        QMetaObject::invokeMethod(
            this, [this, ticket, outcome] { answer(ticket, outcome); }, Qt::QueuedConnection);
    };
    Traffic::OnlineChanged changed = [this](bool now) {
        QMetaObject::invokeMethod(
            this, [this, now] { setOnline(now); }, Qt::QueuedConnection);
    };
    Traffic::Progressed progress = [this](Ticket ticket, qint64 received, qint64 total) {
        QMetaObject::invokeMethod(
            this, [this, ticket, received, total] { progressed(ticket, received, total); },
            Qt::QueuedConnection);
    };
    const Traffic::Reports reports{
        .answered = answered, .progressed = progress, .onlineChanged = changed};
    m_traffic = std::make_unique<Worker<Traffic>>(limits, reports);
    return *m_traffic;
}

Fetcher::Fetcher(QObject *parent)
    : Fetcher(Limits(), parent)
{
}

Fetcher::Fetcher(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m(std::make_unique<Private>(limits, this))
{
}

Fetcher::~Fetcher() = default;

void Fetcher::fetch(const Request &request, const QObject *receiver, Done done)
{
    fetch(request, receiver, std::move(done), {});
}

void Fetcher::fetch(const Request &request, const QObject *receiver, Done done, Progress progress)
{
    const auto ticket = m->note(receiver, std::move(done), std::move(progress));
    if (isWeb(request.url) && !request.url.host().isEmpty())
        return m->fetchWeb(ticket, request);
    if (request.url.isLocalFile())
        return m->fetchFile(ticket, request);

    const Error error{request.url.isValid() ? Error::Kind::Refused : Error::Kind::Malformed,
                      u"neither the web nor a file"_s, withoutCredentials(request.url).toString()};
    QMetaObject::invokeMethod(
        m.get(), [this, ticket, error] { m->answer(ticket, {error}); }, Qt::QueuedConnection);
}

void Fetcher::cancel(const QObject *receiver)
{
    m->cancel(receiver);
}

bool Fetcher::online() const
{
    return m->online;
}

} // namespace network
