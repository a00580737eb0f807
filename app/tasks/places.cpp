#include "tasks/places.h"

#include <QDir>
#include <QStandardPaths>

QString tasks::libraryFolder()
{
    return QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                           + QStringLiteral("/broadsheet"));
}

QString tasks::rulesFile()
{
    return rulesFileIn(
        QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                        + QStringLiteral("/broadsheet")));
}

QString tasks::rulesFileIn(const QString &folder)
{
    return folder + QStringLiteral("/reading-rules.txt");
}
