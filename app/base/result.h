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
        TooLarge,
        Offline,
        Refused, // A rule of ours forbids it.
        Storage, // The library cannot be read or written.
        Cancelled
    };

    Kind kind;
    QString detail;
    QString where = {}; // The file or address concerned; may be empty.

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
