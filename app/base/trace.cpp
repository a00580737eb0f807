#include "base/trace.h"

#include <QByteArray>
#include <QFile>

#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace {

enum class Form { None, Lines, Events };

// Set before there are threads, and after they are gone.
Form form = Form::None;
int output = STDERR_FILENO;
double processStart = 0;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

// When this process started, by the kernel's own account (proc(5), field 22 of /proc/self/stat), to
// a hundredth of a second: loading the libraries counts, too.
double startOfProcess()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return milliseconds(CLOCK_BOOTTIME);
    const auto line = stat.readAll();
    // The name in the second field may hold spaces, but ends with the last bracket.
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    constexpr auto startTime = 22 - 3;
    return fields.value(startTime).toDouble() * 1000 / double(sysconf(_SC_CLK_TCK));
}

// In one piece, so that threads do not mix their notes.
void put(const QByteArray &text)
{
    [[maybe_unused]] const auto written = ::write(output, text.constData(), size_t(text.size()));
}

// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU: times are in
// microseconds.
QByteArray event(const char *what, double begin, double end)
{
    char line[256];
    const auto span = end > begin;
    const auto length = std::snprintf(
        line, sizeof line,
        R"({"name":"%s","ph":"%s","pid":%d,"tid":%d,"ts":%.0f,%s%.0f%s},)"
        "\n",
        what, span ? "X" : "i", int(::getpid()), int(::gettid()), (begin - processStart) * 1000,
        span ? R"("dur":)" : R"("s":"t","args":{"used":)",
        span ? (end - begin) * 1000 : milliseconds(CLOCK_PROCESS_CPUTIME_ID) * 1000,
        span ? "" : "}");
    return QByteArray(line, length);
}

QByteArray line(const char *what, double begin, double end)
{
    char line[256];
    const auto length = end > begin
        ? std::snprintf(line, sizeof line, "%8.1f %8.1f %8.1f  %s\n", end - processStart,
                        milliseconds(CLOCK_PROCESS_CPUTIME_ID), end - begin, what)
        : std::snprintf(line, sizeof line, "%8.1f %8.1f           %s\n", end - processStart,
                        milliseconds(CLOCK_PROCESS_CPUTIME_ID), what);
    return QByteArray(line, length);
}

void tell(const char *what, double begin, double end)
{
    if (form == Form::Events)
        put(event(what, begin, end));
    else if (form == Form::Lines)
        put(line(what, begin, end));
}

} // namespace

trace::Recording::Recording(const QString &file)
    : m_writable(true)
{
    processStart = startOfProcess();
    if (file.isEmpty()) {
        form = Form::Lines;
        put("      ms      used     took\n");
        return;
    }
    output = ::open(QFile::encodeName(file).constData(),
                    O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
    m_writable = output >= 0;
    if (!m_writable)
        return;
    form = Form::Events;
    put("[\n");
}

trace::Recording::~Recording()
{
    if (form == Form::Events) {
        // Those who read events do not insist on the end, which a program that is killed never
        // writes.
        put(R"({"name":"process_name","ph":"M","pid":)" + QByteArray::number(::getpid())
            + R"(,"args":{"name":"broadsheet"}}])" + '\n');
        ::close(output);
    }
    form = Form::None;
}

void trace::note(const char *what)
{
    if (form == Form::None)
        return;
    const auto now = milliseconds(CLOCK_BOOTTIME);
    tell(what, now, now);
}

trace::Span::Span(const char *what)
    : m_what(what)
    , m_begin(form == Form::None ? -1 : milliseconds(CLOCK_BOOTTIME))
{
}

trace::Span::~Span()
{
    if (m_begin >= 0)
        tell(m_what, m_begin, milliseconds(CLOCK_BOOTTIME));
}
