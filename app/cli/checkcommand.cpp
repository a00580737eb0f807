#include "care/integrity.h"
#include "care/repair.h"
#include "cli/carewords.h"
#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/librarylock.h"

using namespace Qt::StringLiterals;
using cli::fail;

namespace {

void printAll(const QStringList &lines)
{
    for (const auto &line : lines)
        cli::printLine(line);
}

cli::ExitCode repairLibrary(const QString &folder)
{
    const auto report = repair::run(folder, QDateTime::currentDateTimeUtc());
    if (!report)
        return fail(report.error());
    if (report->before.isSound()) {
        cli::printLine(u"all is well: nothing to repair"_s);
        return cli::Done;
    }
    cli::printLine(u"found:"_s);
    printAll(carewords::findings(report->before));
    cli::printLine(u"done:"_s);
    printAll(carewords::report(*report));
    if (report->after.isSound()) {
        cli::printLine(u"all is well now, with %1"_s.arg(
            carewords::counted(report->after.stories, u"story"_s, u"stories"_s)));
        return cli::Done;
    }
    cli::printLine(u"left:"_s);
    printAll(carewords::findings(report->after));
    return cli::SomeFailed;
}

} // namespace

cli::ExitCode cli::check(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"check takes no operands"_s);
    const auto folder = libraryFolder(options);
    if (options.has(u"repair"_s))
        return repairLibrary(folder);
    const auto health = integrity::examine(folder, integrity::Depth::Full);
    if (!health)
        return fail(health.error());
    if (health->isSound()) {
        printLine(u"all is well: %1"_s.arg(
            carewords::counted(health->stories, u"story"_s, u"stories"_s)));
        return Done;
    }
    printAll(carewords::findings(*health));
    complain(u"the library needs care; broadsheet-cli check --repair mends it"_s);
    return SomeFailed;
}
