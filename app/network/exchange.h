#pragma once

#include "network/body.h"
#include "network/fetcher.h"
#include "network/job.h"
#include "network/limits.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <variant>

namespace network {

struct Redirect
{
    QUrl url;
    bool forGood = false;
};

// One request to one server, and what it answers: the end of a job, or where to ask next. What
// carries it there and back tells this class what comes.
class Exchange : public QObject
{
public:
    using Ending = std::variant<Outcome, Redirect>;
    using Ended = std::function<void(const Ending &)>;

    // `ended` is called once, later, and may delete the exchange.
    Exchange(const Job &job, const Limits &limits, Ended ended);

    // Ends it where one of its times is over.
    void checkTimes();
    [[nodiscard]] std::chrono::milliseconds age() const;
    // Bytes of the body that are in memory.
    [[nodiscard]] qint64 held() const { return m_body && !over() ? m_body->size() : 0; }
    // Ends it because all together have grown too large.
    void giveUp();

    // Of a body that goes to a file; 0 where it is not known, as for any other.
    [[nodiscard]] qint64 written() const { return m_body ? m_body->written() : 0; }
    [[nodiscard]] qint64 expected() const { return m_expected; }

protected:
    [[nodiscard]] const QUrl &url() const { return m_job.url; }
    // What is said to the server, in order.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> requestHeaders() const;

    // What came of the answer; each may be the end.
    void takeHead(int status);
    void takeBody(QByteArrayView piece);
    void takeEnd();
    void fail(Error error);

    [[nodiscard]] bool headTaken() const { return m_body || m_ending; }
    [[nodiscard]] bool over() const { return !m_ended; }

private:
    void beginBody();
    // A header of the answer, its name in lower case.
    [[nodiscard]] virtual QByteArray header(QByteArrayView name) const = 0;
    // Ends the connection, if there still is one.
    virtual void hangUp() = 0;

    [[nodiscard]] Ending judge(int status) const;
    [[nodiscard]] Ending redirect(int status) const;
    [[nodiscard]] Ending complete();
    [[nodiscard]] Answer answer() const;
    [[nodiscard]] Answer unchanged() const;
    void end(const Ending &ending);

    const Job &m_job;
    const Limits &m_limits;
    Ended m_ended;
    QElapsedTimer m_age;
    QDeadlineTimer m_patience; // Until the headers, then until the next piece of the body.
    std::optional<Body> m_body; // Once there is one to keep.
    std::optional<Ending> m_ending; // Known before the end, where the body does not matter.
    qint64 m_discarded = 0;
    qint64 m_expected = 0;
};

} // namespace network
