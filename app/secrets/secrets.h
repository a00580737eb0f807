#pragma once

#include "base/result.h"
#include "network/fetcher.h"
#include "secrets/limits.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

// The users and passwords of feeds, in the desktop's keyring (the Secret Service of
// freedesktop.org, or KWallet) under the service "Broadsheet" and the feed's address without its
// own credentials. Where there is no keyring, or it does not answer, they are remembered until the
// program ends.
class Secrets : public QObject
{
    Q_OBJECT

public:
    explicit Secrets(QObject *parent = nullptr,
                     std::chrono::milliseconds patience = secrets::limits::patience);
    ~Secrets() override;

    using Found = std::function<void(const Result<network::Credentials> &)>;
    using Done = std::function<void(const Result<void> &)>;

    // All answer later, unless the receiver is gone by then. Empty credentials: none are kept.
    // Errors: Unsupported (there is no keyring), Unreadable (it was refused), TimedOut, Storage.
    void find(const QUrl &feed, const QObject *receiver, Found found);
    // After an error they are remembered none the less, for as long as the program runs.
    void keep(const QUrl &feed, const network::Credentials &credentials, const QObject *receiver,
              Done done);
    void forget(const QUrl &feed, const QObject *receiver, Done done);

private:
    class Private;
    std::unique_ptr<Private> m;
};
