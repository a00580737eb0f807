#pragma once

#include <QtGlobal>

#include <csignal>
#include <cstdlib>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace support {

// A process that runs a function, so that its limits, its locks and its death are not ours.
class Child
{
public:
    // The child's end of the line to us.
    class Line
    {
    public:
        Line(int in, int out)
            : m_in(in)
            , m_out(out)
        {
        }
        void say(char word) const { [[maybe_unused]] const auto n = ::write(m_out, &word, 1); }
        // Until we let go of it.
        void wait() const
        {
            char word = 0;
            [[maybe_unused]] const auto n = ::read(m_in, &word, 1);
        }

    private:
        int m_in;
        int m_out;
    };

    explicit Child(const std::function<int(Line &)> &body)
    {
        int down[2];
        int up[2];
        if (::pipe(down) != 0 || ::pipe(up) != 0)
            ::abort();
        m_process = ::fork();
        if (m_process == 0) {
            ::close(down[1]);
            ::close(up[0]);
            Line line(down[0], up[1]);
            ::_exit(body(line));
        }
        ::close(down[0]);
        ::close(up[1]);
        m_down = down[1];
        m_up = up[0];
    }
    Child(Child &&other) noexcept
        : m_process(std::exchange(other.m_process, -1))
        , m_down(std::exchange(other.m_down, -1))
        , m_up(std::exchange(other.m_up, -1))
    {
    }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;
    ~Child() { kill(); }

    [[nodiscard]] qint64 process() const { return m_process; }

    // 0 when it has ended without a word.
    char hear() const
    {
        char word = 0;
        return ::read(m_up, &word, 1) == 1 ? word : '\0';
    }

    // With a word: other children may have the line's end, too.
    void letGo()
    {
        [[maybe_unused]] const auto n = ::write(m_down, "g", 1);
        ::close(std::exchange(m_down, -1));
    }

    void kill()
    {
        if (m_process > 0)
            ::kill(m_process, SIGKILL);
        if (m_down >= 0)
            ::close(std::exchange(m_down, -1));
        end();
    }

    // Waits for it; answers its exit code, or minus the signal that ended it.
    int end()
    {
        if (m_process <= 0)
            return -1;
        if (m_down >= 0)
            letGo();
        int status = 0;
        ::waitpid(m_process, &status, 0);
        ::close(m_up);
        m_process = -1;
        return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    }

private:
    pid_t m_process = -1;
    int m_down = -1;
    int m_up = -1;
};

} // namespace support
