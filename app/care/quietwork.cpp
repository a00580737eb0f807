#include "care/quietwork.h"

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

QuietWork::QuietWork(Pace pace)
    : m_pace(pace)
{
    m_pool.setMaxThreadCount(1);
}

QuietWork::~QuietWork()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void QuietWork::stop()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

void QuietWork::stepBack()
{
#ifdef Q_OS_LINUX
    // Qt's priorities mean nothing to Linux. They are of this thread alone, whatever POSIX says.
    constexpr int idleDisk = 3 << 13; // IOPRIO_CLASS_IDLE; there is no header for it.
    constexpr int ofThread = 1; // IOPRIO_WHO_PROCESS
    constexpr int lowest = 19;
    const auto thread = ::syscall(SYS_gettid);
    ::setpriority(PRIO_PROCESS, id_t(thread), lowest);
    // Whoever has something to do need not wait until this one has had its turn, either (sched(7)).
    const sched_param none{};
    ::sched_setscheduler(pid_t(thread), SCHED_IDLE, &none);
    ::syscall(SYS_ioprio_set, ofThread, 0, idleDisk);
#endif
}
