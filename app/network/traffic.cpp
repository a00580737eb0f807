#include "network/traffic.h"

#include "network/addresses.h"
#include "network/plainexchange.h"
#include "network/qtexchange.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace network {

namespace {

constexpr auto tick = std::chrono::milliseconds(100);

Credentials credentialsFor(const Request &request)
{
    return request.credentials.isEmpty() ? credentialsIn(request.url) : request.credentials;
}

} // namespace

Traffic::Traffic(const Limits &limits, Reports reports)
    : m_limits(limits)
    , m_answered(std::move(reports.answered))
    , m_progressed(std::move(reports.progressed))
    , m_reachability(std::move(reports.onlineChanged))
    , m_proxies(new DesktopProxies)
    , m_turns(limits.connections, limits.connectionsPerHost, limits.slowConnections)
{
    m_manager.setProxyFactory(m_proxies);
    m_tick.setInterval(tick);
    m_quiet.setInterval(limits::keptOpen);
    m_quiet.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Traffic::check);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        m_manager.clearConnectionCache();
        m_lines.hangUp();
    });
}

Traffic::~Traffic() = default;

void Traffic::fetch(Ticket ticket, const Request &request)
{
    const auto url = withoutCredentials(request.url);
    if (!m_reachability.online() && !isLoopback(url))
        return m_answered(ticket, {Error{Error::Kind::Offline, {}, url.toString()}});
    if (m_turns.waiting() >= m_limits.waiting)
        return m_answered(
            ticket, {Error{Error::Kind::Refused, u"too many requests wait"_s, url.toString()}});

    auto &job = m_jobs.emplace(ticket, Job{.ticket = ticket, .request = request, .url = url})
                    .first->second;
    job.request.credentials = credentialsFor(request);
    job.request.url = url;
    m_turns.wait(ticket, server(url));
    proceed();
}

void Traffic::cancel(const QSet<Ticket> &tickets)
{
    for (const auto ticket : tickets) {
        const auto job = m_jobs.find(ticket);
        if (job == m_jobs.end())
            continue;
        if (m_exchanges.erase(ticket) > 0)
            m_turns.done(ticket, server(job->second.url));
        else
            m_turns.leave(ticket, server(job->second.url));
        m_jobs.erase(job);
    }
    proceed();
}

void Traffic::proceed()
{
    if (held() < m_limits.bodiesBytes) {
        while (const auto ticket = m_turns.next())
            start(*ticket);
    }
    setTicking();
}

void Traffic::start(Ticket ticket)
{
    auto &job = m_jobs.at(ticket);
    if (!job.deadline)
        job.deadline.emplace(m_limits.time(job.request));
    m_exchanges[ticket] = exchange(job);
}

std::unique_ptr<Exchange> Traffic::exchange(const Job &job)
{
    const Exchange::Ended end
        = [this, ticket = job.ticket](const Exchange::Ending &ending) { ended(ticket, ending); };
    if (job.url.scheme() == "http"_L1 && m_proxies->direct(job.url))
        return std::make_unique<PlainExchange>(m_lines, job, m_limits, end);
    return std::make_unique<QtExchange>(m_manager, job, m_limits, end);
}

void Traffic::ended(Ticket ticket, const Exchange::Ending &ending)
{
    // The ending belongs to the exchange, which goes.
    const auto exchange = std::move(m_exchanges.at(ticket));
    m_exchanges.erase(ticket);
    m_turns.done(ticket, server(m_jobs.at(ticket).url));
    if (const auto *redirect = std::get_if<Redirect>(&ending)) {
        follow(ticket, *redirect);
    } else {
        m_jobs.erase(ticket);
        m_answered(ticket, std::get<Outcome>(ending));
    }
    proceed();
}

void Traffic::follow(Ticket ticket, const Redirect &redirect)
{
    auto &job = m_jobs.at(ticket);
    job.passed.append(job.url.adjusted(QUrl::RemoveFragment));
    job.moved = job.moved && redirect.forGood;
    job.url = redirect.url;
    const bool again = job.passed.contains(job.url.adjusted(QUrl::RemoveFragment));
    if (!again && job.passed.size() <= m_limits.redirects)
        return m_turns.wait(ticket, server(job.url));

    const auto detail = again ? u"a circle"_s : u"more than %1"_s.arg(m_limits.redirects);
    const Error error{Error::Kind::RedirectLoop, detail, job.url.toString()};
    m_jobs.erase(ticket);
    m_answered(ticket, {error});
}

void Traffic::check()
{
    for (const auto &[ticket, exchange] : m_exchanges) {
        exchange->checkTimes();
        if (const auto written = exchange->written(); written > 0)
            m_progressed(ticket, written, exchange->expected());
        if (exchange->age() > m_limits.slowAfter)
            m_turns.setSlow(ticket);
    }
    checkRoom();
    proceed();
}

qint64 Traffic::held() const
{
    qint64 all = 0;
    for (const auto &[ticket, exchange] : m_exchanges)
        all += exchange->held();
    return all;
}

void Traffic::checkRoom()
{
    for (auto all = held(); all > m_limits.mostBodiesBytes; all = held()) {
        const auto largest = std::ranges::max_element(
            m_exchanges, {}, [](const auto &one) { return one.second->held(); });
        largest->second->giveUp();
    }
}

void Traffic::setTicking()
{
    const bool busy = !m_exchanges.empty();
    if (busy == m_tick.isActive())
        return;
    if (busy) {
        m_tick.start();
        m_quiet.stop();
    } else {
        m_tick.stop();
        m_quiet.start();
    }
}

} // namespace network
