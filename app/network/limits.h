#pragma once

#include <QtGlobal>

#include <chrono>

namespace network {

enum class Kind;
struct Request;

namespace limits {

using namespace std::chrono_literals;

constexpr qint64 megabyte = qint64{1024} * 1024;

// Bodies, counted as they are unpacked. The longest feeds of podcasts have some 20 MB.
constexpr qint64 feedBytes = 32 * megabyte;
constexpr qint64 pageBytes = 16 * megabyte;
constexpr qint64 pictureBytes = 32 * megabyte;
constexpr qint64 fileBytes = 128 * megabyte;
// Of a body that goes to a file: a long film.
constexpr qint64 downloadBytes = qint64{16} * 1024 * megabyte;
// All bodies in memory together: when nothing more is begun, and when the largest is given up.
constexpr qint64 bodiesBytes = 64 * megabyte;
constexpr qint64 mostBodiesBytes = 160 * megabyte;
// The body of an answer that is an error or a redirect is of no use, but reading a short one to its
// end keeps the connection.
constexpr qint64 discardedBytes = qint64{64} * 1024;
constexpr std::chrono::milliseconds discardedWait = 2s;

// Status and headers together, and the line that says how large a chunk is.
constexpr qsizetype headBytes = qsizetype{256} * 1024;
constexpr qsizetype chunkLineBytes = 4096;
// Taken from the system before we have come to read it.
constexpr qint64 readAhead = qint64{256} * 1024;

// RFC 8305 §8: when the next address of a host is tried, and how many are.
constexpr auto nextAddress = 250ms;
constexpr int addressesTried = 8;

// Connecting, TLS and waiting for the headers together.
constexpr auto headersWait = 30s;
// Between two pieces of a body.
constexpr auto silence = 30s;
// The whole of a request with its redirects.
constexpr auto feedTime = 3min;
constexpr auto pageTime = 1min;
constexpr auto pictureTime = 1min;
constexpr auto fileTime = 60min;
constexpr auto downloadTime = 24h;

// As browsers do (WHATWG Fetch says 20; nobody honest needs ten).
constexpr int redirects = 10;
constexpr int connectionsPerHost = 2;
constexpr int connections = 16;
// A server that takes longer has no place among those any more, so that others get their turn; so
// many more connections are opened.
constexpr auto slowAfter = 3s;
constexpr int slowConnections = 48;
// Asked for but not begun.
constexpr int waiting = 100'000;
// A connection kept open for the next request of its host is closed when nothing was asked for so
// long.
constexpr auto keptOpen = 30s;

// What servers say of time is believed up to a year.
constexpr int longestSeconds = 366 * 24 * 60 * 60;

} // namespace limits

// The limits that a Fetcher keeps to.
struct Limits
{
    qint64 feedBytes = limits::feedBytes;
    qint64 pageBytes = limits::pageBytes;
    qint64 pictureBytes = limits::pictureBytes;
    qint64 fileBytes = limits::fileBytes;
    qint64 downloadBytes = limits::downloadBytes;
    qint64 bodiesBytes = limits::bodiesBytes;
    qint64 mostBodiesBytes = limits::mostBodiesBytes;

    std::chrono::milliseconds headersWait = limits::headersWait;
    std::chrono::milliseconds silence = limits::silence;
    std::chrono::milliseconds feedTime = limits::feedTime;
    std::chrono::milliseconds pageTime = limits::pageTime;
    std::chrono::milliseconds pictureTime = limits::pictureTime;
    std::chrono::milliseconds fileTime = limits::fileTime;
    std::chrono::milliseconds downloadTime = limits::downloadTime;

    int redirects = limits::redirects;
    int connectionsPerHost = limits::connectionsPerHost;
    int connections = limits::connections;
    std::chrono::milliseconds slowAfter = limits::slowAfter;
    int slowConnections = limits::slowConnections;
    int waiting = limits::waiting;

    [[nodiscard]] qint64 bytes(Kind kind) const;
    [[nodiscard]] std::chrono::milliseconds time(Kind kind) const;
    [[nodiscard]] qint64 bytes(const Request &request) const;
    [[nodiscard]] std::chrono::milliseconds time(const Request &request) const;
};

} // namespace network
