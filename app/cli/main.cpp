#include "cli/command.h"
#include "tasks/filenames.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("broadsheet"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BROADSHEET_VERSION));
    // Not QCoreApplication::arguments(): files may have names that are no text.
    QStringList arguments;
    for (int at = 1; at < argc; ++at)
        arguments.append(tasks::fileNameFromSystem(argv[at]));
    return cli::run(arguments);
}
