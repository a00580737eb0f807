#pragma once

#include "network/body.h"
#include "network/fetcher.h"
#include "network/job.h"
#include "network/limits.h"

#include <QDeadlineTimer>
#include <QList>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSslError>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QNetworkAccessManager;

namespace network {

struct Redirect
{
    QUrl url;
    bool forGood = false;
};

// One request to one server, and what it answers: the end of a job, or where to ask next.
class Exchange : public QObject
{
public:
    using Ending = std::variant<Outcome, Redirect>;
    using Ended = std::function<void(const Ending &)>;

    // `ended` is called once, later, and may delete the exchange.
    Exchange(QNetworkAccessManager &manager, const Job &job, const Limits &limits, Ended ended);
    ~Exchange() override;

    // Ends it where one of its times is over.
    void checkTimes();

private:
    void readHeaders();
    void readBody();
    void finish();
    void end(const Ending &ending);
    void fail(Error error);
    void release();

    [[nodiscard]] Ending judge(int status) const;
    [[nodiscard]] Ending redirect(int status) const;
    [[nodiscard]] Ending complete();
    [[nodiscard]] Answer answer() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const;

    const Job &m_job;
    const Limits &m_limits;
    Ended m_ended;
    std::unique_ptr<QNetworkReply, void (*)(QNetworkReply *)> m_reply;
    QDeadlineTimer m_patience; // Until the headers, then until the next piece of the body.
    QList<QSslError> m_certificate;
    std::optional<Body> m_body; // Once there is one to keep.
    std::optional<Ending> m_ending; // Known before the end, where the body does not matter.
    qint64 m_discarded = 0;
};

} // namespace network
