#include "base/trace.h"
#include "tasks/filenames.h"
#include "window/run.h"

#include <QApplication>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

void nameProgram()
{
    // No organisation: the library is $XDG_DATA_HOME/broadsheet.
    QCoreApplication::setApplicationName(u"broadsheet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Broadsheet"_s);
    QGuiApplication::setDesktopFileName(u"org.broadsheet.Broadsheet"_s);
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (auto at = 1; at < argc; ++at)
        arguments << tasks::fileNameFromSystem(argv[at]);
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    nameProgram();
    // Before there is an application: what only asks for words needs no display.
    const auto line = parseCommandLine(argumentsOf(argc, argv));
    if (!line) {
        std::fprintf(stderr, "broadsheet: %s\n", qPrintable(line.error().detail));
        return 2;
    }
    if (!line->answer.isEmpty()) {
        std::fputs(qPrintable(line->answer), stdout);
        return 0;
    }
    std::optional<trace::Recording> recording;
    if (line->trace && !recording.emplace(line->traceFile).isWritable()) {
        std::fprintf(stderr, "broadsheet: --trace: %s cannot be written\n",
                     qPrintable(line->traceFile));
        return 2;
    }
    trace::note("main() reached");
    if (handedOver(*line, argc, argv))
        return 0;
    prepareProgram();
    std::optional<trace::Span> span("application");
    const QApplication application(argc, argv);
    span.reset();
    return runProgram(*line);
}
