#include "network/qtexchange.h"

#include "network/problems.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <array>

using namespace Qt::StringLiterals;

namespace network {

namespace {

QNetworkRequest webRequest(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Where Accept-Encoding is among them, Qt leaves the unpacking to us: it would unpack twice, to
    // count and to read.
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

} // namespace

QtExchange::QtExchange(QNetworkAccessManager &manager, const Job &job, const Limits &limits,
                       Ended ended)
    : Exchange(job, limits, std::move(ended))
    , m_reply(manager.get(webRequest(url(), requestHeaders())), [](QNetworkReply *reply) {
        reply->abort();
        reply->deleteLater();
    })
{
    connect(m_reply.get(), &QNetworkReply::metaDataChanged, this, &QtExchange::readHead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &QtExchange::readBody);
    connect(m_reply.get(), &QNetworkReply::finished, this, &QtExchange::finish);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_certificate = errors; });
}

QtExchange::~QtExchange()
{
    QtExchange::hangUp();
}

void QtExchange::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!headTaken() && status > 0)
        takeHead(status);
}

void QtExchange::readBody()
{
    readHead();
    constexpr qsizetype pieceSize = qsizetype{32} * 1024;
    std::array<char, pieceSize> piece; // NOLINT(*-member-init): read() says how much of it counts.
    while (m_reply && headTaken()) {
        const auto size = m_reply->read(piece.data(), pieceSize);
        if (size <= 0)
            return;
        takeBody(QByteArrayView(piece.data(), size));
    }
}

void QtExchange::finish()
{
    readBody();
    if (over())
        return;
    if (!m_certificate.isEmpty())
        fail(certificateError(m_certificate, url()));
    else if (!headTaken() && m_reply->error() == QNetworkReply::NoError)
        fail({Error::Kind::ServerTrouble, u"no status"_s});
    else if (!headTaken() || m_reply->error() == QNetworkReply::RemoteHostClosedError)
        fail(connectionError(m_reply->error(), m_reply->errorString(), url()));
    else
        takeEnd();
}

QByteArray QtExchange::header(QByteArrayView name) const
{
    return m_reply->rawHeader(name.toByteArray());
}

void QtExchange::hangUp()
{
    // Of this alone: the reply hears of its own end by signals, too.
    if (m_reply)
        disconnect(m_reply.get(), nullptr, this, nullptr);
    m_reply.reset();
}

} // namespace network
