#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

// Why something failed. The detail is for the log and for people who ask; ui/ and app/cli choose
// the words everybody reads.
struct Error
{
    enum class Kind {
        NotFound, // No such file, or no such story in the library.
        Unreadable, // The system refuses: rights, a broken disk.
        NotAFile, // A folder, a pipe, a device.
        Unsupported, // Nothing here understands the content.
        Malformed, // Understood in kind, but broken beyond reading.
        Empty, // Nothing in it to read.
        Emptied, // The library's file, by something else: not a byte is left.
        TooLarge,
        Offline,
        Refused, // A rule of ours forbids it.
        Storage, // The library cannot be read or written.
        InUse, // Another program has the library; see LibraryLock.
        NoRoom, // On the disk.
        Cancelled,
        // What servers and the way to them do.
        HostNotFound,
        Unreachable, // No connection, or it broke off.
        TimedOut,
        Insecure, // TLS failed: a certificate that does not hold.
        NeedsPassword, // 401, 407, or the password given was wrong.
        Forbidden, // 403 and kin.
        Gone, // 410: for good.
        TooManyRequests, // 429.
        ServerTrouble, // 5xx, or an answer that breaks HTTP.
        RedirectLoop,
        NotAFeed // A page or something else where a feed should be.
    };

    Kind kind;
    QString detail;
    QString where = {}; // The file or address concerned; may be empty.
    int status = 0; // Of the server's answer, where it is its status that is the error.

    bool operator==(const Error &) const = default;
};

// A value, or the Error that prevented it. Named after std::expected, so that C++23 can replace it.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_outcome(std::move(value))
    {
    }
    Result(Error error)
        : m_outcome(std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_outcome.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &operator*() const & { return std::get<0>(m_outcome); }
    T &operator*() & { return std::get<0>(m_outcome); }
    T &&operator*() && { return std::get<0>(std::move(m_outcome)); }
    const T *operator->() const { return &std::get<0>(m_outcome); }
    T *operator->() { return &std::get<0>(m_outcome); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_outcome); }

private:
    std::variant<T, Error> m_outcome;
};

// Success without a value.
template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};
