#include "window/singleinstance.h"

#include "tasks/places.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::StringLiterals;

namespace {

constexpr int answerWithin = 2'000; // Milliseconds.
constexpr int betweenTries = 10;
constexpr qint64 messageAtMost = 16LL * 1024 * 1024;
constexpr auto taken = "taken\n";

QByteArray written(const Launch &launch)
{
    const QJsonObject message{{u"open"_s, QJsonArray::fromStringList(launch.open)},
                              {u"action"_s, launch.action},
                              {u"token"_s, launch.token}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

Launch parsed(const QByteArray &line)
{
    const auto message = QJsonDocument::fromJson(line).object();
    Launch launch{.action = message.value("action"_L1).toString(),
                  .token = message.value("token"_L1).toString()};
    const auto open = message.value("open"_L1).toArray();
    for (const auto &name : open)
        launch.open << name.toString();
    return launch;
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &name, QObject *parent)
    : QObject(parent)
    , m_socket(folder + u'/' + name + u".socket"_s)
    , m_lock(folder + u'/' + name + u".lock"_s)
{
    // The lock lasts as long as its process lives, however long that is.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { receive(socket); });
            receive(socket);
        }
    });
}

bool SingleInstance::becomeFirst()
{
    if (!m_lock.tryLock(0))
        return false;
    listen();
    return true;
}

SingleInstance::Role SingleInstance::claim(const Launch &launch)
{
    // Whoever came a moment ago has the lock, but does not listen yet; or is just going.
    QDeadlineTimer patience(answerWithin);
    do {
        if (becomeFirst())
            return Role::First;
        if (handOver(launch))
            return Role::HandedOver;
        QThread::msleep(betweenTries);
    } while (!patience.hasExpired());
    return Role::Alone;
}

QString SingleInstance::nameFor(const QString &library)
{
    const auto canonical = [](const QString &folder) {
        const auto found = QFileInfo(folder).canonicalFilePath();
        return found.isEmpty() ? QDir::cleanPath(folder) : found;
    };
    const auto folder = canonical(library);
    if (folder == canonical(tasks::libraryFolder()))
        return u"broadsheet"_s;
    // The path itself would be too long for a socket's name.
    constexpr qsizetype digits = 16;
    const auto hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256);
    return u"broadsheet-"_s + QString::fromLatin1(hash.toHex().left(digits));
}

QString SingleInstance::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

void SingleInstance::listen()
{
    // Whoever holds the lock is the only one, so a socket that is there was left by a crash.
    QLocalServer::removeServer(m_socket);
    m_server.listen(m_socket);
}

void SingleInstance::receive(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > messageAtMost) {
        socket->abort();
        return;
    }
    if (!socket->canReadLine())
        return;
    const auto launch = parsed(socket->readLine());
    socket->write(taken);
    socket->disconnectFromServer();
    emit launched(launch);
}

bool SingleInstance::handOver(const Launch &launch) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(answerWithin))
        return false;
    socket.write(written(launch));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(answerWithin)) { }
    while (!socket.canReadLine() && socket.waitForReadyRead(answerWithin)) { }
    return socket.readLine() == taken;
}
