#pragma once

#include "network/exchange.h"
#include "network/job.h"
#include "network/limits.h"
#include "network/lines.h"
#include "network/proxies.h"
#include "network/reachability.h"
#include "network/turns.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>

namespace network {

// All requests to the web, waiting and under way. Lives on the network's own thread, where it is
// made: certificates, proxies and the state of the network are looked up there.
class Traffic : public QObject
{
public:
    // Called on this thread.
    using Answered = std::function<void(Ticket, const Outcome &)>;
    using Progressed = std::function<void(Ticket, qint64 received, qint64 total)>;
    using OnlineChanged = std::function<void(bool)>;
    struct Reports
    {
        Answered answered;
        Progressed progressed;
        OnlineChanged onlineChanged;
    };

    Traffic(const Limits &limits, Reports reports);
    ~Traffic() override;

    void fetch(Ticket ticket, const Request &request);
    void cancel(const QSet<Ticket> &tickets);

private:
    void proceed();
    void start(Ticket ticket);
    [[nodiscard]] std::unique_ptr<Exchange> exchange(const Job &job);
    void ended(Ticket ticket, const Exchange::Ending &ending);
    void follow(Ticket ticket, const Redirect &redirect);
    void check();
    void checkRoom();
    [[nodiscard]] qint64 held() const;
    void setTicking();

    const Limits m_limits;
    Answered m_answered;
    Progressed m_progressed;
    Reachability m_reachability;
    DesktopProxies *m_proxies; // The manager's.
    QNetworkAccessManager m_manager;
    Lines m_lines;
    Turns m_turns;
    QTimer m_tick; // While something is under way.
    QTimer m_quiet; // Since nothing is.
    std::unordered_map<Ticket, Job> m_jobs;
    std::unordered_map<Ticket, std::unique_ptr<Exchange>> m_exchanges; // Of jobs under way.
};

} // namespace network
