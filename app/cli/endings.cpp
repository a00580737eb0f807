#include "cli/endings.h"

#include "cli/output.h"

using namespace Qt::StringLiterals;

cli::ExitCode cli::fail(const Error &error)
{
    complain(error);
    return Failed;
}

cli::ExitCode cli::misused(const QString &what)
{
    complain(what + u"; see broadsheet-cli --help"_s);
    return Failed;
}
