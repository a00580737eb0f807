#pragma once

#include "secrets/secrets.h"

#include <QHash>
#include <QObject>
#include <QSet>

// The users and passwords of feeds as far as this session needs them: looked up in the desktop's
// keyring when a server first asks for one, and at hand from then on.
class Passwords : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] network::Credentials of(const QUrl &feed) const { return m_known.value(feed); }
    void keep(const QUrl &feed, const network::Credentials &credentials);
    // A server wants one: found() follows if there is one in the keyring that is not known yet.
    void lookUp(const QUrl &feed);
    [[nodiscard]] Secrets &secrets() { return m_secrets; }

signals:
    void found(const QUrl &feed);
    void unkept(); // One is known until the program ends: the keyring did not take it.

private:
    Secrets m_secrets;
    QHash<QUrl, network::Credentials> m_known;
    QSet<QUrl> m_asked; // Once a session: it is no use to ask the keyring again and again.
};
