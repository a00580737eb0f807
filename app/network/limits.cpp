#include "network/limits.h"

#include "network/fetcher.h"

namespace network {

qint64 Limits::bytes(Kind kind) const
{
    switch (kind) {
    case Kind::Feed:
        return feedBytes;
    case Kind::Page:
        return pageBytes;
    case Kind::Picture:
        return pictureBytes;
    case Kind::File:
        break;
    }
    return fileBytes;
}

std::chrono::milliseconds Limits::time(Kind kind) const
{
    switch (kind) {
    case Kind::Feed:
        return feedTime;
    case Kind::Page:
        return pageTime;
    case Kind::Picture:
        return pictureTime;
    case Kind::File:
        break;
    }
    return fileTime;
}

qint64 Limits::bytes(const Request &request) const
{
    return request.into.isEmpty() ? bytes(request.kind) : downloadBytes;
}

std::chrono::milliseconds Limits::time(const Request &request) const
{
    return request.into.isEmpty() ? time(request.kind) : downloadTime;
}

} // namespace network
