#include "secrets/secrets.h"

#include "network/addresses.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const auto service = u"Broadsheet"_s;

QString keyOf(const QUrl &feed)
{
    return network::withoutCredentials(feed)
        .adjusted(QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

QString written(const network::Credentials &credentials)
{
    const QJsonObject object{{u"user"_s, credentials.user}, {u"password"_s, credentials.password}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Empty where it is not of our making.
network::Credentials read(const QString &text)
{
    const auto object = QJsonDocument::fromJson(text.toUtf8()).object();
    return {.user = object.value("user"_L1).toString(),
            .password = object.value("password"_L1).toString()};
}

Result<void> resultOf(QKeychain::Error error, const QString &words)
{
    switch (error) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return {};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error{Error::Kind::Unreadable, words};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error{Error::Kind::Unsupported, words};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Error{Error::Kind::Storage, words};
}

// Calls done(answer) later, unless the receiver is gone by then.
template<typename Answer, typename Done>
void post(const QObject *receiver, Done done, Answer answer)
{
    QMetaObject::invokeMethod(
        const_cast<QObject *>(receiver),
        [done = std::move(done), answer = std::move(answer)] { done(answer); },
        Qt::QueuedConnection);
}

} // namespace

// Jobs of QtKeychain wait for one another. One that is not answered is left to itself, since its
// answer may still come; nothing more is asked of that keyring.
class Secrets::Private : public QObject
{
public:
    using Ended = std::function<void(const Result<void> &)>;

    explicit Private(std::chrono::milliseconds keptTo)
        : patience(keptTo)
    {
    }

    void start(std::unique_ptr<QKeychain::Job> unbegun, const QString &key, const Ended &ended)
    {
        const Error noAnswer{Error::Kind::TimedOut, u"the keyring does not answer"_s};
        if (silent)
            return ended(noAnswer);
        auto *job = unbegun.release(); // Deletes itself when it has ended.
        auto *clock = new QTimer(this);
        clock->setSingleShot(true);
        connect(clock, &QTimer::timeout, this, [=, this] {
            silent = true;
            disconnect(job, nullptr, this, nullptr);
            clock->deleteLater();
            ended(noAnswer);
        });
        connect(job, &QKeychain::Job::finished, this, [=] {
            clock->stop();
            clock->deleteLater();
            ended(resultOf(job->error(), job->errorString()));
        });
        job->setKey(key);
        job->start();
        clock->start(patience);
    }

    const std::chrono::milliseconds patience;
    bool silent = false;
    QHash<QString, network::Credentials> known; // Also those that are not there: empty.
};

Secrets::Secrets(QObject *parent, std::chrono::milliseconds patience)
    : QObject(parent)
    , m(std::make_unique<Private>(patience))
{
}

Secrets::~Secrets() = default;

void Secrets::find(const QUrl &feed, const QObject *receiver, Found found)
{
    const auto key = keyOf(feed);
    if (const auto known = m->known.constFind(key); known != m->known.cend())
        return post(receiver, std::move(found), Result(*known));

    auto job = std::make_unique<QKeychain::ReadPasswordJob>(service);
    const QPointer<QKeychain::ReadPasswordJob> reading = job.get();
    m->start(std::move(job), key,
             [this, key, reading, receiver = QPointer(receiver),
              found = std::move(found)](const Result<void> &outcome) {
                 // Not over what was kept meanwhile.
                 if (outcome && !m->known.contains(key))
                     m->known.insert(key,
                                     reading ? read(reading->textData()) : network::Credentials());
                 if (!receiver)
                     return;
                 post(receiver, found,
                      outcome ? Result(m->known.value(key))
                              : Result<network::Credentials>(outcome.error()));
             });
}

void Secrets::keep(const QUrl &feed, const network::Credentials &credentials,
                   const QObject *receiver, Done done)
{
    const auto key = keyOf(feed);
    m->known.insert(key, credentials);
    auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
    job->setTextData(written(credentials));
    m->start(std::move(job), key,
             [receiver = QPointer(receiver), done = std::move(done)](const Result<void> &kept) {
                 if (receiver)
                     post(receiver, done, kept);
             });
}

void Secrets::forget(const QUrl &feed, const QObject *receiver, Done done)
{
    const auto key = keyOf(feed);
    m->known.insert(key, {});
    m->start(std::make_unique<QKeychain::DeletePasswordJob>(service), key,
             [receiver = QPointer(receiver), done = std::move(done)](const Result<void> &gone) {
                 if (receiver)
                     post(receiver, done, gone);
             });
}
