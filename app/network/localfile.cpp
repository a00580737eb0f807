#include "network/localfile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace network {

namespace {

QByteArray fileTag(const QFileInfo &info)
{
    return QByteArray::number(info.size()) + '-'
        + QByteArray::number(info.lastModified().toMSecsSinceEpoch());
}

// Reads up to the limit whatever the size is said to be: files of /proc say 0, others grow.
Result<QByteArray> bytesOf(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Unreadable, file.errorString()};
    auto bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Kind::Unreadable, file.errorString()};
    if (bytes.size() > limit)
        return Error{Error::Kind::TooLarge, u"more than %1 bytes"_s.arg(limit)};
    return bytes;
}

Result<Answer> answerOf(const Request &request, const Limits &limits)
{
    const auto host = request.url.host();
    if (!host.isEmpty() && host != "localhost"_L1)
        return Error{Error::Kind::Refused, u"a file of another machine"_s};
    const QFileInfo info(QUrl::fromLocalFile(request.url.path(QUrl::FullyDecoded)).toLocalFile());
    if (!info.exists())
        return Error{Error::Kind::NotFound, {}};
    if (!info.isFile())
        return Error{Error::Kind::NotAFile, {}};

    Answer answer{.url = request.url, .freshness = {.etag = fileTag(info)}};
    answer.unchanged = answer.freshness.etag == request.known.etag;
    if (answer.unchanged)
        return answer;
    auto bytes = bytesOf(info.filePath(), limits.bytes(request.kind));
    if (!bytes)
        return bytes.error();
    answer.body = *std::move(bytes);
    return answer;
}

} // namespace

Outcome readFile(const Request &request, const Limits &limits)
{
    auto answer = answerOf(request, limits);
    if (answer)
        return {std::move(answer)};
    auto error = answer.error();
    error.where = request.url.toString();
    return {std::move(error)};
}

} // namespace network
