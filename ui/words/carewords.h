#pragma once

#include "care/repair.h"
#include "dialogs/carereport.h"
#include "library/librarylock.h"

#include <QList>
#include <QString>

// What the window says about the library's health and its backups.
namespace carewords {

// The verdict above a report, and its sections.
QString verdict(const integrity::Health &health);
QList<CareReport::Section> found(const integrity::Health &health);
QString verdict(const repair::Report &report);
QList<CareReport::Section> done(const repair::Report &report);

// Who has the library, and what can be done about it.
QString inUse(const std::optional<LibraryLock::Holder> &holder);

} // namespace carewords
