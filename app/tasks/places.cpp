#include "tasks/places.h"

#include <QDir>
#include <QStandardPaths>

QString tasks::libraryFolder()
{
    return QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                           + QStringLiteral("/broadsheet"));
}

QString tasks::folderNamed(const QString &written)
{
    // The shell leaves it as it is after "--library=".
    const auto isHome = written == QStringLiteral("~") || written.startsWith(QStringLiteral("~/"));
    return QDir::cleanPath(
        QDir().absoluteFilePath(isHome ? QDir::homePath() + written.mid(1) : written));
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
