#pragma once

#include <QApplication>
#include <QByteArray>
#include <QEvent>
#include <QList>
#include <QString>

#include <atomic>
#include <chrono>
#include <csignal>
#include <ctime>
#include <cxxabi.h>
#include <execinfo.h>
#include <pthread.h>
#include <thread>

// Finds where the main thread does not come back to its event loop in time: which event of whom
// took long, what was asked for last, and what was being done half way.
namespace stalls {

struct Stall
{
    QString command; // What was asked for last.
    QString event;
    double wall = 0; // Milliseconds by the clock on the wall,
    double used = 0; // and by the thread's own time.
    QList<QByteArray> stack; // The innermost first.
};

inline constexpr int deepest = 48;
inline void *frames[deepest];
inline std::atomic<int> frameCount = 0;

inline double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

inline void noteStack(int)
{
    frameCount = backtrace(frames, deepest);
}

// "program(_ZN5Thing2doEv+0x1) [0x…]" as people write it.
inline QByteArray readable(const char *symbol)
{
    QByteArray text(symbol);
    const auto from = text.indexOf('(') + 1;
    const auto to = text.indexOf('+', from);
    int status = 0;
    char *name = to > from
        ? abi::__cxa_demangle(text.mid(from, to - from).constData(), nullptr, nullptr, &status)
        : nullptr;
    if (name && status == 0)
        text = name;
    std::free(name);
    return text;
}

// An application that looks at how long each event takes.
class Application : public QApplication
{
public:
    Application(int &argc, char **argv, double limit)
        : QApplication(argc, argv)
        , m_limit(limit)
        , m_main(pthread_self())
    {
        noteStack(0); // Loads what it needs: not in a signal's handler.
        struct sigaction action = {};
        action.sa_handler = noteStack;
        action.sa_flags = SA_RESTART;
        sigaction(SIGUSR2, &action, nullptr);
        m_watch = std::thread([this] { watch(); });
    }

    ~Application() override
    {
        m_ends = true;
        m_watch.join();
    }

    void setCommand(const QString &command) { m_command = command; }
    [[nodiscard]] const QList<Stall> &stalls() const { return m_stalls; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        // Other threads have their own events, and some are sent while one is handled.
        if (!pthread_equal(pthread_self(), m_main) || m_depth > 0)
            return QApplication::notify(receiver, event);
        // It may be gone afterwards.
        const auto *type = receiver->metaObject()->className();
        const auto number = int(event->type());
        frameCount = 0;
        m_depth = 1;
        const auto wall = milliseconds(CLOCK_MONOTONIC);
        const auto used = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        m_since = wall;
        const auto answer = QApplication::notify(receiver, event);
        m_since = 0;
        m_depth = 0;
        const auto away = milliseconds(CLOCK_MONOTONIC) - wall;
        if (away > m_limit)
            add(QStringLiteral("%1, event %2").arg(QString::fromLatin1(type)).arg(number), away,
                milliseconds(CLOCK_THREAD_CPUTIME_ID) - used);
        return answer;
    }

private:
    void watch()
    {
        auto asked = 0.0;
        while (!m_ends) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            const double since = m_since;
            if (since == 0 || since == asked || milliseconds(CLOCK_MONOTONIC) - since < m_limit / 2)
                continue;
            asked = since;
            pthread_kill(m_main, SIGUSR2);
        }
    }

    void add(const QString &event, double wall, double used)
    {
        Stall stall{.command = m_command, .event = event, .wall = wall, .used = used};
        char **symbols = backtrace_symbols(frames, frameCount);
        for (int i = 0; symbols && i < frameCount; ++i)
            stall.stack.append(readable(symbols[i]));
        std::free(symbols);
        m_stalls.append(stall);
    }

    double m_limit;
    pthread_t m_main;
    std::thread m_watch;
    std::atomic<bool> m_ends = false;
    std::atomic<double> m_since = 0; // When the event that is being handled came; 0 for none.
    int m_depth = 0;
    QString m_command;
    QList<Stall> m_stalls;
};

} // namespace stalls
