#include "network/exchange.h"

#include "network/addresses.h"
#include "network/headers.h"
#include "network/problems.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace network {

namespace {

// The person's language, as every browser says it.
QByteArray languages()
{
    static const auto written = [] {
        const auto name = QLocale::system().name().replace(u'_', u'-').toLatin1();
        return name.isEmpty() || name == "C" ? "en, *;q=0.5"_ba : name + ", en;q=0.8, *;q=0.5";
    }();
    return written;
}

} // namespace

Exchange::Exchange(const Job &job, const Limits &limits, Ended ended)
    : m_job(job)
    , m_limits(limits)
    , m_ended(std::move(ended))
    , m_patience(limits.headersWait)
{
    m_age.start();
}

std::chrono::milliseconds Exchange::age() const
{
    return std::chrono::milliseconds(m_age.elapsed());
}

QList<std::pair<QByteArray, QByteArray>> Exchange::requestHeaders() const
{
    const auto &asked = m_job.request;
    QList<std::pair<QByteArray, QByteArray>> headers{
        {"User-Agent", "Broadsheet/" BROADSHEET_VERSION " (news reader)"},
        {"Accept", accepted(asked.kind)},
        {"Accept-Encoding", Body::encodings()},
        {"Accept-Language", languages()},
        {"If-None-Match", headerValue(asked.known.etag)},
        {"If-Modified-Since", headerValue(asked.known.lastModified)}};
    headers.removeIf([](const auto &header) { return header.second.isEmpty(); });
    if (!asked.credentials.isEmpty() && sameOwner(asked.url, m_job.url))
        headers.append({"Authorization", basicAuthorization(asked.credentials)});
    return headers;
}

void Exchange::checkTimes()
{
    const bool late = m_job.deadline->hasExpired();
    if (over() || (!late && !m_patience.hasExpired()))
        return;
    if (m_ending)
        end(*m_ending);
    else
        fail({Error::Kind::TimedOut,
              late         ? u"too long as a whole"_s
                  : m_body ? u"silence"_s
                           : u"no answer"_s});
}

void Exchange::giveUp()
{
    fail({Error::Kind::TooLarge, u"too much at once"_s});
}

void Exchange::takeHead(int status)
{
    constexpr int ok = 200;
    constexpr int nonAuthoritative = 203;
    if (status < ok || status > nonAuthoritative) {
        // What is known need not wait long for a body that is thrown away.
        m_patience.setRemainingTime(std::min(m_limits.silence, limits::discardedWait));
        m_ending = judge(status);
        return;
    }
    m_patience.setRemainingTime(m_limits.silence);
    beginBody();
}

void Exchange::beginBody()
{
    const auto &into = m_job.request.into;
    const auto limit = m_limits.bytes(m_job.request);
    const auto encoding = header("content-encoding");
    const auto length = header("content-length").toLongLong();
    m_body.emplace(encoding, limit);
    if (length > limit)
        return fail({Error::Kind::TooLarge, u"%1 bytes"_s.arg(length)});
    if (encoding.isEmpty())
        m_expected = length;
    if (into.isEmpty())
        m_body->expect(m_expected);
    else if (const auto begun = m_body->writeTo(into); !begun)
        fail(begun.error());
}

void Exchange::takeBody(QByteArrayView piece)
{
    if (m_ending) {
        m_discarded += piece.size();
        if (m_discarded > limits::discardedBytes)
            end(*m_ending);
        return;
    }
    m_patience.setRemainingTime(m_limits.silence);
    if (const auto taken = m_body->take(piece); !taken)
        fail(taken.error());
}

void Exchange::takeEnd()
{
    end(m_ending ? *m_ending : complete());
}

void Exchange::fail(Error error)
{
    // A body that breaks off matters only where it would have been kept.
    if (m_ending)
        return end(*m_ending);
    error.where = m_job.url.toString();
    end(Outcome{std::move(error)});
}

void Exchange::end(const Ending &ending)
{
    if (over())
        return;
    hangUp();
    // Not at once: whoever is told deletes this.
    auto tell = [ended = std::exchange(m_ended, {}), ending] { ended(ending); };
    QMetaObject::invokeMethod(this, std::move(tell), Qt::QueuedConnection);
}

Exchange::Ending Exchange::judge(int status) const
{
    constexpr int noContent = 204;
    constexpr int resetContent = 205;
    constexpr int notModified = 304;
    if (status == noContent || status == resetContent)
        return Outcome{
            Error{Error::Kind::Empty, u"status %1"_s.arg(status), m_job.url.toString(), status}};
    const auto &known = m_job.request.known;
    const bool asked
        = !headerValue(known.etag).isEmpty() || !headerValue(known.lastModified).isEmpty();
    if (status == notModified && asked)
        return Outcome{unchanged()};
    for (const int one : {301, 302, 303, 307, 308}) {
        if (status == one)
            return redirect(status);
    }
    const auto headers = [this](QByteArrayView name) { return header(name); };
    return Outcome{statusError(status, m_job.url),
                   retryAfterSeconds(headers, QDateTime::currentDateTimeUtc())};
}

Exchange::Ending Exchange::redirect(int status) const
{
    constexpr int movedPermanently = 301;
    constexpr int permanentRedirect = 308;
    const auto to = redirected(m_job.url, header("location"));
    if (!to) {
        auto error = to.error();
        error.status = status;
        return Outcome{std::move(error)};
    }
    return Redirect{.url = *to,
                    .forGood = status == movedPermanently || status == permanentRedirect};
}

Exchange::Ending Exchange::complete()
{
    auto bytes = m_body->finish();
    if (!bytes) {
        auto error = bytes.error();
        error.where = m_job.url.toString();
        return Outcome{std::move(error)};
    }
    auto whole = answer();
    whole.body = *std::move(bytes);
    return Outcome{std::move(whole)};
}

Answer Exchange::answer() const
{
    const auto headers = [this](QByteArrayView name) { return header(name); };
    return {.url = m_job.url,
            .movedTo = m_job.moved && !m_job.passed.isEmpty() ? m_job.url : QUrl(),
            .contentType = header("content-type"),
            .freshness = freshness(headers, QDateTime::currentDateTimeUtc()),
            .disposition = header("content-disposition")};
}

Answer Exchange::unchanged() const
{
    const auto &known = m_job.request.known;
    auto same = answer();
    same.unchanged = true;
    if (same.freshness.etag.isEmpty())
        same.freshness.etag = known.etag;
    if (same.freshness.lastModified.isEmpty())
        same.freshness.lastModified = known.lastModified;
    return same;
}

} // namespace network
