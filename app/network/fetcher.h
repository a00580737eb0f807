#pragma once

#include "base/result.h"
#include "model/feed.h"
#include "network/limits.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace network {

// What is fetched: its size and time limits, and what the server is told that we take.
enum class Kind { Feed, Page, Picture, File };

struct Credentials
{
    QString user = {};
    QString password = {};

    [[nodiscard]] bool isEmpty() const { return user.isEmpty(); }
    bool operator==(const Credentials &) const = default;
};

struct Request
{
    QUrl url; // http, https or file.
    Kind kind = Kind::Page;
    Freshness known = {}; // What the server said last time: unchanged is told without a body.
    Credentials credentials = {}; // Only ever sent to the host of `url`.
    // A file that the body of an answer from the web goes to, however large, in place of
    // Answer::body. It is made anew: one that is there is left alone (Refused). It goes again when
    // its end does not come.
    QString into = {};

    bool operator==(const Request &) const = default;
};

struct Answer
{
    bool unchanged = false; // 304: there is no body.
    QUrl url = {}; // Where the body came from, after all redirects.
    QUrl movedTo = {}; // The address to ask from now on (301 and 308 all the way); else empty.
    QByteArray body = {};
    QByteArray contentType = {}; // The header whole: "text/xml; charset=utf-8".
    Freshness freshness = {};
    QByteArray disposition = {}; // The header Content-Disposition (RFC 6266).

    bool operator==(const Answer &) const = default;
};

// An error that a server answered with may say when to come again.
struct Outcome
{
    Result<Answer> answer;
    int retryAfterSeconds = 0; // Retry-After (RFC 9110 §10.2.3); 0: not said.
};

// Fetches addresses on a thread of its own with good manners: few connections a host and in all, no
// cookies, no referrer, no cache, redirects followed within limits and never from https to http or
// from the web to files, bodies unpacked within limits. Errors are those of Error::Kind.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    explicit Fetcher(QObject *parent = nullptr);
    explicit Fetcher(const Limits &limits, QObject *parent = nullptr);
    ~Fetcher() override; // Ends what is under way.

    using Done = std::function<void(const Outcome &)>;
    // Answers later on the Fetcher's thread, where callers and receivers live, unless the receiver
    // is gone by then. Requests wait their turn in the order they came; one whose server is busy or
    // slow holds up no others. Answers with Offline when there is no network, but for this machine.
    void fetch(const Request &request, const QObject *receiver, Done done);
    // The same, and now and then how much of a body has come into its file, and how much is coming:
    // 0 where that is not said.
    using Progress = std::function<void(qint64 received, qint64 total)>;
    void fetch(const Request &request, const QObject *receiver, Done done, Progress progress);
    // Ends everything asked for on behalf of a receiver; nothing more is answered.
    void cancel(const QObject *receiver);

    [[nodiscard]] bool online() const;

signals:
    void onlineChanged(bool online);

private:
    class Private;
    std::unique_ptr<Private> m;
};

} // namespace network
