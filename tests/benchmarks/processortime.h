#pragma once

#include <ctime>

// Milliseconds of the processor that this thread takes for some work.
inline double processorTime(const auto &work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const auto start = now();
    work();
    return now() - start;
}
