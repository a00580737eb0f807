#pragma once

#include "care/integrity.h"
#include "care/repair.h"
#include "library/backups.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

// What the commands that look after the library say.
namespace carewords {

QString size(qint64 bytes); // "12.3 MB"
QString moment(const QDateTime &moment); // In local time.
QString counted(qint64 number, const QString &one, const QString &several);
QString reason(backups::Reason reason);

// A line for each finding.
QStringList findings(const integrity::Health &health);
// What a repair did and what is lost.
QStringList report(const repair::Report &report);

} // namespace carewords
