#include "network/responsereader.h"

#include "network/limits.h"

#include <algorithm>
#include <optional>

namespace network {

namespace {

std::optional<qint64> number(QByteArrayView digits, int base)
{
    constexpr qsizetype most = 15; // Of either base: no body is larger.
    const bool plain = !digits.isEmpty() && digits.size() <= most
        && std::ranges::all_of(digits, [base](char digit) {
               return (digit >= '0' && digit <= '9')
                   || (base == 16 && ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f'));
           });
    return plain ? std::optional(digits.toLongLong(nullptr, base)) : std::nullopt;
}

// A list that names the same length several times is one length (RFC 9110 §8.6).
std::optional<qint64> length(const QByteArray &header)
{
    const auto values = header.split(',');
    for (const auto &value : values) {
        if (value.trimmed() != values.first().trimmed())
            return std::nullopt;
    }
    return number(values.first().trimmed(), 10);
}

} // namespace

ResponseReader::Event ResponseReader::next(QByteArrayView &input)
{
    m_started = m_started || !input.isEmpty();
    switch (m_state) {
    case State::Head:
        return readHead(input);
    case State::ChunkSize:
    case State::ChunkEnd:
        return readChunkSize(input);
    case State::Trailer:
        return readTrailer(input);
    case State::Length:
    case State::Chunk:
    case State::UntilClosed:
        return readBody(input);
    case State::Ended:
        break;
    }
    return Event::End;
}

ResponseReader::Event ResponseReader::closed()
{
    if (m_state == State::Head && m_status == 0 && !m_line.isEmpty() && !m_line.startsWith("HTTP/"))
        return broken("no HTTP");
    if (m_state == State::UntilClosed)
        m_state = State::Ended;
    m_keepsOpen = false;
    return m_state == State::Ended ? Event::End : Event::More;
}

QByteArray ResponseReader::header(QByteArrayView name) const
{
    QByteArray all;
    for (const auto &[key, value] : m_headers) {
        if (key == name)
            all += all.isEmpty() ? value : ", " + value;
    }
    return all;
}

ResponseReader::Event ResponseReader::readHead(QByteArrayView &input)
{
    while (readLine(input)) {
        auto event = Event::More;
        if (m_status == 0)
            event = readStatus();
        else if (m_line.isEmpty())
            event = endHead();
        else
            readHeader();
        m_line.clear();
        if (event != Event::More)
            return event;
    }
    return m_lineBytes > limits::headBytes ? broken("headers without end") : Event::More;
}

ResponseReader::Event ResponseReader::readStatus()
{
    constexpr qsizetype versionSize = 9; // "HTTP/1.1 "
    constexpr qsizetype statusSize = 3;
    if (m_line.isEmpty()) // Left over from the answer before.
        return Event::More;
    const auto status = number(m_line.mid(versionSize, statusSize), 10);
    const bool spaced = m_line.size() == versionSize + statusSize
        || (m_line.size() > versionSize + statusSize && m_line.at(versionSize + statusSize) == ' ');
    if (!m_line.startsWith("HTTP/1.") || !status || *status < 100 || !spaced)
        return broken("no HTTP");
    m_status = int(*status);
    m_keepsOpen = !m_line.startsWith("HTTP/1.0");
    return Event::More;
}

void ResponseReader::readHeader()
{
    // A line that begins with a space continues the one before (RFC 9112 §5.2).
    if ((m_line.front() == ' ' || m_line.front() == '\t') && !m_headers.isEmpty()) {
        m_headers.last().second += ' ' + m_line.trimmed();
        return;
    }
    const auto colon = m_line.indexOf(':');
    if (colon > 0)
        m_headers.append({m_line.left(colon).trimmed().toLower(), m_line.mid(colon + 1).trimmed()});
}

ResponseReader::Event ResponseReader::endHead()
{
    constexpr int switching = 101;
    constexpr int ok = 200;
    if (m_status == switching)
        return broken("another protocol");
    if (m_status < ok) { // Of what is still to come.
        m_status = 0;
        m_headers.clear();
        return Event::More;
    }
    const auto connection = header("connection").toLower();
    m_keepsOpen = m_keepsOpen ? !connection.contains("close") : connection.contains("keep-alive");
    return frame();
}

// RFC 9112 §6.3: what tells where the body ends.
ResponseReader::Event ResponseReader::frame()
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    const auto encoding = header("transfer-encoding").toLower();
    const auto stated = header("content-length");
    if (m_status == noContent || m_status == notModified) {
        m_state = State::Ended;
    } else if (encoding.endsWith("chunked")) {
        m_state = State::ChunkSize;
    } else if (!encoding.isEmpty() || stated.isEmpty()) {
        m_state = State::UntilClosed;
    } else {
        const auto bytes = length(stated);
        if (!bytes)
            return broken("a length that is none");
        m_left = *bytes;
        m_state = m_left > 0 ? State::Length : State::Ended;
    }
    return Event::Head;
}

ResponseReader::Event ResponseReader::readBody(QByteArrayView &input)
{
    if (input.isEmpty())
        return Event::More;
    const auto size = m_state == State::UntilClosed
        ? input.size()
        : qsizetype(std::min<qint64>(m_left, input.size()));
    m_piece = input.first(size);
    input = input.sliced(size);
    m_left -= size;
    if (m_left <= 0 && m_state == State::Length)
        m_state = State::Ended;
    else if (m_left <= 0 && m_state == State::Chunk)
        m_state = State::ChunkEnd;
    return Event::Body;
}

ResponseReader::Event ResponseReader::readChunkSize(QByteArrayView &input)
{
    m_lineBytes = m_line.size();
    if (!readLine(input))
        return m_lineBytes > limits::chunkLineBytes ? broken("a chunk without size") : Event::More;

    const auto line = std::exchange(m_line, {});
    if (m_state == State::ChunkEnd) {
        m_state = State::ChunkSize;
        return line.isEmpty() ? next(input) : broken("a chunk of another size");
    }
    const auto size = number(line.split(';').first().trimmed(), 16);
    if (!size)
        return broken("a chunk without size");
    m_left = *size;
    m_lineBytes = 0;
    m_state = m_left > 0 ? State::Chunk : State::Trailer;
    return next(input);
}

// Fields behind the last chunk say nothing that we use.
ResponseReader::Event ResponseReader::readTrailer(QByteArrayView &input)
{
    while (readLine(input)) {
        const bool last = m_line.isEmpty();
        m_line.clear();
        if (last) {
            m_state = State::Ended;
            return Event::End;
        }
    }
    return m_lineBytes > limits::headBytes ? broken("trailers without end") : Event::More;
}

bool ResponseReader::readLine(QByteArrayView &input)
{
    if (m_lineBytes > limits::headBytes)
        return false;
    const auto end = input.indexOf('\n');
    const auto size = end < 0 ? input.size() : end + 1;
    m_line.append(input.first(size));
    m_lineBytes += size;
    input = input.sliced(size);
    if (end < 0)
        return false;
    m_line.chop(m_line.endsWith("\r\n") ? 2 : 1);
    return true;
}

ResponseReader::Event ResponseReader::broken(const char *words)
{
    m_words = words;
    m_keepsOpen = false;
    return Event::Broken;
}

} // namespace network
