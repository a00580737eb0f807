#include "tasks/places.h"

#include <QStandardPaths>

QString tasks::libraryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/broadsheet");
}
