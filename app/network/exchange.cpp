#include "network/exchange.h"

#include "network/addresses.h"
#include "network/headers.h"
#include "network/problems.h"

#include <QNetworkAccessManager>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace network {

namespace {

constexpr qsizetype pieceSize = qsizetype{32} * 1024;

void setManners(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", "Broadsheet/" BROADSHEET_VERSION " (news reader)");
    // Said by us, it is us who unpack: Qt unpacks twice, to count and to read.
    request.setRawHeader("Accept-Encoding", Body::encodings());
}

QNetworkRequest webRequest(const Job &job)
{
    const auto &asked = job.request;
    QNetworkRequest request(job.url);
    setManners(request);
    request.setRawHeader("Accept", accepted(asked.kind));
    const auto setKnown = [&](const char *name, const QByteArray &value) {
        if (const auto safe = headerValue(value); !safe.isEmpty())
            request.setRawHeader(name, safe);
    };
    setKnown("If-None-Match", asked.known.etag);
    setKnown("If-Modified-Since", asked.known.lastModified);
    if (!asked.credentials.isEmpty() && sameOwner(asked.url, job.url))
        request.setRawHeader("Authorization", basicAuthorization(asked.credentials));
    return request;
}

void drop(QNetworkReply *reply)
{
    reply->abort();
    reply->deleteLater();
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &manager, const Job &job, const Limits &limits,
                   Ended ended)
    : m_job(job)
    , m_limits(limits)
    , m_ended(std::move(ended))
    , m_reply(manager.get(webRequest(job)), drop)
    , m_patience(limits.headersWait)
{
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &Exchange::readHeaders);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &Exchange::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, this, &Exchange::finish);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificate = errors; });
}

Exchange::~Exchange()
{
    release();
}

void Exchange::release()
{
    // Of this alone: the reply hears of its own end by signals, too.
    if (m_reply)
        disconnect(m_reply.get(), nullptr, this, nullptr);
    m_reply.reset();
}

void Exchange::checkTimes()
{
    if (!m_reply || (!m_patience.hasExpired() && !m_job.deadline->hasExpired()))
        return;
    if (m_ending)
        end(*m_ending);
    else if (m_job.deadline->hasExpired())
        fail({Error::Kind::TimedOut, u"took too long as a whole"_s});
    else
        fail({Error::Kind::TimedOut, m_body ? u"silence"_s : u"no answer"_s});
}

void Exchange::readHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_body || m_ending || status == 0)
        return;

    constexpr int ok = 200;
    constexpr int nonAuthoritative = 203;
    if (status < ok || status > nonAuthoritative) {
        m_patience.setRemainingTime(limits::discardedWait);
        m_ending = judge(status);
        return;
    }
    m_patience.setRemainingTime(m_limits.silence);
    const auto limit = m_limits.bytes(m_job.request.kind);
    const auto encoding = header("content-encoding");
    const auto length = header("content-length").toLongLong();
    m_body.emplace(encoding, limit);
    if (length > limit)
        fail({Error::Kind::TooLarge, u"%1 bytes"_s.arg(length)});
    else if (encoding.isEmpty())
        m_body->expect(length);
}

void Exchange::readBody()
{
    readHeaders();
    std::array<char, pieceSize> piece; // NOLINT(*-member-init): read() says how much of it counts.
    while (const auto size = m_reply ? m_reply->read(piece.data(), piece.size()) : 0) {
        if (size < 0)
            return;
        if (m_ending) {
            m_discarded += size;
            if (m_discarded > limits::discardedBytes)
                return end(*m_ending);
        } else if (m_body) {
            m_patience.setRemainingTime(m_limits.silence);
            if (const auto taken = m_body->take(QByteArrayView(piece.data(), size)); !taken)
                return fail(taken.error());
        }
    }
}

void Exchange::finish()
{
    readBody();
    if (!m_reply)
        return;
    if (m_ending)
        return end(*m_ending);
    if (!m_certificate.isEmpty())
        return fail(certificateError(m_certificate, m_job.url));
    if (m_reply->error() != QNetworkReply::NoError)
        return fail(connectionError(m_reply->error(), m_reply->errorString(), m_job.url));
    if (!m_body)
        return fail({Error::Kind::ServerTrouble, u"no status"_s});
    end(complete());
}

void Exchange::fail(Error error)
{
    error.where = m_job.url.toString();
    end(Outcome{std::move(error)});
}

void Exchange::end(const Ending &ending)
{
    release();
    // Not at once: whoever is told deletes this.
    QMetaObject::invokeMethod(
        this, [this, ending] { m_ended(ending); }, Qt::QueuedConnection);
}

Exchange::Ending Exchange::judge(int status) const
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto headers = [this](QByteArrayView name) { return header(name); };
    constexpr int noContent = 204;
    constexpr int resetContent = 205;
    constexpr int notModified = 304;
    const auto &known = m_job.request.known;
    const bool asked
        = !(headerValue(known.etag).isEmpty() && headerValue(known.lastModified).isEmpty());
    if (status == noContent || status == resetContent)
        return Outcome{
            Error{Error::Kind::Empty, u"status %1"_s.arg(status), m_job.url.toString(), status}};
    if (status == notModified && asked) {
        auto unchanged = answer();
        unchanged.unchanged = true;
        if (unchanged.freshness.etag.isEmpty())
            unchanged.freshness.etag = known.etag;
        if (unchanged.freshness.lastModified.isEmpty())
            unchanged.freshness.lastModified = known.lastModified;
        return Outcome{std::move(unchanged)};
    }
    for (const int one : {301, 302, 303, 307, 308}) {
        if (status == one)
            return redirect(status);
    }
    return Outcome{statusError(status, m_job.url), retryAfterSeconds(headers, now)};
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
            .freshness = freshness(headers, QDateTime::currentDateTimeUtc())};
}

QByteArray Exchange::header(QByteArrayView name) const
{
    return m_reply->rawHeader(name.toByteArray());
}

} // namespace network
