#include "subscriptions/passwords.h"

void Passwords::keep(const QUrl &feed, const network::Credentials &credentials)
{
    m_known.insert(feed, credentials);
    if (credentials.isEmpty()) {
        m_secrets.forget(feed, this, [](const Result<void> &) {});
        return;
    }
    m_secrets.keep(feed, credentials, this, [this](const Result<void> &kept) {
        if (!kept)
            emit unkept();
    });
}

void Passwords::lookUp(const QUrl &feed)
{
    if (m_known.contains(feed) || m_asked.contains(feed))
        return;
    m_asked.insert(feed);
    m_secrets.find(feed, this, [this, feed](const Result<network::Credentials> &credentials) {
        if (!credentials || credentials->isEmpty())
            return;
        m_known.insert(feed, *credentials);
        emit found(feed);
    });
}
