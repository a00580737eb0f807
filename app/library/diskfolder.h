#pragma once

#include "base/result.h"

#include <QString>

// Folders that outlast a power cut: a name in a folder is only on the disk once the folder itself
// is.
namespace diskfolder {

// Puts the names in a folder on the disk.
Result<void> sync(const QString &folder);

// Makes a folder and those above it that are missing, on the disk when this returns.
Result<void> make(const QString &folder);

} // namespace diskfolder
