#include "shell/elsewhere.h"

#include "base/environment.h"

#include <QDesktopServices>

bool elsewhere::open(const QUrl &url)
{
    const environment::AsGiven given;
    return QDesktopServices::openUrl(url);
}
