#include "window/timing.h"

#include <QFile>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace {

// Milliseconds from boot to the start of this process, by the kernel's own account (proc(5),
// field 22 of /proc/self/stat): loading the libraries counts too.
double processStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const auto line = stat.readAll();
    // The name in the second field may hold spaces, but ends with the last bracket.
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr auto startTime = 22 - 3;
    return fields.value(startTime).toDouble() * 1000 / double(sysconf(_SC_CLK_TCK));
}

double sinceBoot()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

} // namespace

void timing::note(const QString &what)
{
    static const auto wanted = qEnvironmentVariableIsSet("BROADSHEET_TIMING");
    if (wanted)
        std::fprintf(stderr, "%7.0f ms  %s\n", sinceBoot() - processStart(), qPrintable(what));
}
