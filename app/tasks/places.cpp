#include "tasks/places.h"

#include <QDir>
#include <QStandardPaths>

QString tasks::libraryFolder()
{
    return QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                           + QStringLiteral("/broadsheet"));
}
