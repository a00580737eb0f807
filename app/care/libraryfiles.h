#pragma once

#include "base/result.h"
#include "library/backups.h"
#include "library/database.h"

#include <QDateTime>
#include <QString>

#include <memory>

// The files of a library, for those who look after it from outside.
namespace libraryfiles {

QString fileIn(const QString &folder); // library.sqlite
QString mediaIn(const QString &folder);
QString pictureFile(const QString &media, const QByteArray &hash);

// NotFound where there is no library, and an error for one of a newer version.
Result<void> check(const QString &file);

// A connection that reads what is at `file`, also on media that nobody can write. Throws as
// Database does.
std::unique_ptr<Database> reading(const QString &file);
// The same for what may be damaged: also a file that was cut short.
std::unique_ptr<Database> readingWhatIsThere(const QString &file);

// Gives what is the library now a second name among its backups; answers that name, or nothing
// where there is no library. Nobody may have it open.
Result<QString> keepAside(const QString &folder, backups::Reason reason, const QDateTime &now);
// Makes `file` the library in one step. Nobody may have the old one open.
Result<void> putInPlace(const QString &file, const QString &folder);

} // namespace libraryfiles
