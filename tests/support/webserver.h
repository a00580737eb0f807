#pragma once

#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QMutex>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>

// A web server on 127.0.0.1 for tests, on a thread of its own: it answers what it is told to, also
// what no honest server would.
//
//     WebServer server;
//     server.serve("/feed.xml", {.headers = {{"ETag", "\"1\""}}, .body = feed});
//     server.serve("/lies", {.raw = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"});
//     server.serve("/again", [](const WebServer::Seen &seen) { return WebServer::Reply{…}; });
//     fetch(server.url("/feed.xml"));
//     QCOMPARE(server.seen("/feed.xml").size(), 1);
//
// What is not served is a 404.
class WebServer
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    struct Reply
    {
        int status = 200;
        Headers headers = {};
        QByteArray body = {};
        int waitMs = 0; // Before anything is sent.
        bool hangs = false; // Nothing is ever sent.
        QByteArray raw = {}; // Sent in place of status, headers and body; then the connection ends.
        QByteArray repeated
            = {}; // Sent after the rest, again and again, as long as somebody reads.
        int pieceBytes = 0; // Everything goes out in pieces of so many bytes …
        int pieceMs = 0; // … with so long between them.
        bool closes = false; // The connection ends after the answer.
        bool staysOpen = false; // It does not, after a raw one.
        bool resets = false; // It ends at once, without an answer.
    };

    struct Seen
    {
        QByteArray method = {};
        QByteArray path = {}; // With the query.
        QHash<QByteArray, QByteArray> headers = {}; // Names in lower case.
    };

    using Handler = std::function<Reply(const Seen &)>;

    // With a certificate and its key (PEM) it speaks TLS.
    explicit WebServer(const QByteArray &certificate = {}, const QByteArray &key = {})
        : m_tls(!certificate.isEmpty())
    {
        m_thread.start();
        m_there.moveToThread(&m_thread);
        over([&] { listen(certificate, key); });
    }

    ~WebServer()
    {
        over([this] { m_server.reset(); });
        m_thread.quit();
        m_thread.wait();
    }

    WebServer(const WebServer &) = delete;
    WebServer &operator=(const WebServer &) = delete;

    void serve(const QByteArray &path, const Reply &reply)
    {
        serve(path, [reply](const Seen &) { return reply; });
    }

    void serve(const QByteArray &path, const Handler &handler)
    {
        const QMutexLocker lock(&m_mutex);
        m_handlers[path] = handler;
    }

    // Answers every path that has no answer of its own.
    void serveAll(const Handler &handler) { serve({}, handler); }

    [[nodiscard]] QUrl url(const QByteArray &path = "/",
                           const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("%1://%2:%3%4")
                        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"), host)
                        .arg(m_port)
                        .arg(QString::fromLatin1(path)));
    }

    [[nodiscard]] QList<Seen> seen(const QByteArray &path = {}) const
    {
        const QMutexLocker lock(&m_mutex);
        QList<Seen> chosen;
        for (const auto &one : m_seen) {
            if (path.isEmpty() || one.path == path)
                chosen.append(one);
        }
        return chosen;
    }

    // Connections that were ever opened, that are open, and the most of them that were at work at
    // the same time.
    [[nodiscard]] int connections() const { return locked(m_connections); }
    [[nodiscard]] int open() const { return locked(m_open); }
    [[nodiscard]] int mostAtWork() const { return locked(m_mostAtWork); }

private:
    // What is known of one connection.
    struct Line
    {
        QByteArray received = {};
        QByteArray toSend = {};
        Reply reply = {};
        bool working = false;
    };

    template<typename Job>
    void over(Job job)
    {
        QMetaObject::invokeMethod(&m_there, job, Qt::BlockingQueuedConnection);
    }

    int locked(const int &count) const
    {
        const QMutexLocker lock(&m_mutex);
        return count;
    }

    void listen(const QByteArray &certificate, const QByteArray &key)
    {
        if (m_tls) {
            auto server = std::make_unique<QSslServer>();
            auto configuration = QSslConfiguration::defaultConfiguration();
            configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
            configuration.setLocalCertificateChain(QSslCertificate::fromData(certificate));
            configuration.setPrivateKey(QSslKey(key, QSsl::Rsa));
            server->setSslConfiguration(configuration);
            m_server = std::move(server);
        } else {
            m_server = std::make_unique<QTcpServer>();
        }
        constexpr int backlog = 1000;
        m_server->setListenBacklogSize(backlog);
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, &m_there,
                         [this] { accept(); });
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
    }

    void accept()
    {
        while (auto *socket = m_server->nextPendingConnection()) {
            auto line = std::make_shared<Line>();
            count(m_connections, 1);
            count(m_open, 1);
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket, line] { read(socket, *line); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket, line] {
                count(m_open, -1);
                setWorking(*line, false);
                socket->deleteLater();
            });
            read(socket, *line);
        }
    }

    void count(int &counter, int by)
    {
        const QMutexLocker lock(&m_mutex);
        counter += by;
    }

    void setWorking(Line &line, bool working)
    {
        if (std::exchange(line.working, working) == working)
            return;
        const QMutexLocker lock(&m_mutex);
        m_atWork += working ? 1 : -1;
        m_mostAtWork = qMax(m_mostAtWork, m_atWork);
    }

    void read(QTcpSocket *socket, Line &line)
    {
        line.received += socket->readAll();
        const auto end = line.received.indexOf("\r\n\r\n");
        if (line.working || end < 0)
            return;
        const auto seen = parse(line.received.left(end));
        line.received.remove(0, end + 4);
        setWorking(line, true);
        line.reply = answerTo(seen);
        if (line.reply.resets)
            return socket->abort();
        if (line.reply.hangs)
            return;
        line.toSend = line.reply.raw.isEmpty() ? wire(line.reply) : line.reply.raw;
        if (line.reply.waitMs > 0)
            QTimer::singleShot(line.reply.waitMs, socket, [=, this, &line] { send(socket, line); });
        else
            send(socket, line);
    }

    static Seen parse(const QByteArray &head)
    {
        const auto lines = head.split('\n');
        const auto words = lines.first().trimmed().split(' ');
        Seen seen{.method = words.value(0), .path = words.value(1)};
        for (const auto &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            seen.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        return seen;
    }

    Reply answerTo(const Seen &seen)
    {
        Handler handler;
        {
            const QMutexLocker lock(&m_mutex);
            m_seen.append(seen);
            handler = m_handlers.value(seen.path, m_handlers.value({}));
        }
        return handler ? handler(seen) : Reply{.status = 404};
    }

    static QByteArray wire(const Reply &reply)
    {
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(reply.status) + " Said\r\n";
        bool lengthSaid = reply.status == 304 || reply.status == 204;
        for (const auto &[name, value] : reply.headers) {
            bytes += name + ": " + value + "\r\n";
            lengthSaid = lengthSaid || name.compare("Content-Length", Qt::CaseInsensitive) == 0
                || name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0;
        }
        if (!lengthSaid && reply.repeated.isEmpty())
            bytes += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
        if (reply.closes)
            bytes += "Connection: close\r\n";
        return bytes + "\r\n" + reply.body;
    }

    void send(QTcpSocket *socket, Line &line)
    {
        const auto size = line.reply.pieceBytes > 0 ? line.reply.pieceBytes : line.toSend.size();
        socket->write(line.toSend.left(size));
        line.toSend.remove(0, size);
        if (!line.toSend.isEmpty()) {
            QTimer::singleShot(line.reply.pieceMs, socket,
                               [=, this, &line] { send(socket, line); });
            return;
        }
        if (!line.reply.repeated.isEmpty())
            return repeat(socket, line);
        const bool raw = !line.reply.raw.isEmpty() && !line.reply.staysOpen;
        if (line.reply.closes || raw)
            return socket->disconnectFromHost();
        setWorking(line, false);
        if (line.received.contains("\r\n\r\n"))
            read(socket, line);
    }

    // As much as is taken, looking again and again: TLS does not tell what it has yet to send.
    static void repeat(QTcpSocket *socket, const Line &line)
    {
        constexpr qint64 ahead = 1024 * 1024;
        if (socket->state() != QAbstractSocket::ConnectedState)
            return;
        const auto *tls = qobject_cast<QSslSocket *>(socket);
        auto waiting = socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
        while (waiting < ahead) {
            waiting += line.reply.repeated.size();
            socket->write(line.reply.repeated);
            if (line.reply.pieceMs > 0)
                break;
        }
        QTimer::singleShot(qMax(1, line.reply.pieceMs), socket,
                           [=, &line] { repeat(socket, line); });
    }

    const bool m_tls;
    quint16 m_port = 0;
    QThread m_thread;
    QObject m_there; // Lives on the thread.
    std::unique_ptr<QTcpServer> m_server;

    mutable QMutex m_mutex; // Guards what follows.
    QHash<QByteArray, Handler> m_handlers;
    QList<Seen> m_seen;
    int m_connections = 0;
    int m_open = 0;
    int m_atWork = 0;
    int m_mostAtWork = 0;
};
