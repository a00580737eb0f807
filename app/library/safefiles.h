#pragma once

#include <QString>

// Files that survive a power cut: whole, or not there.
namespace safefiles {

// A new name in a folder is only safe when the folder itself is on the disk.
void syncFolder(const QString &folder);
// Answers whether the file's bytes are on the disk now.
bool sync(const QString &file);
// Puts a file in another's place, or at a new name, in one step.
bool rename(const QString &from, const QString &to);
// Gives a file a second name, or, where the disk knows no such thing, copies it. Nothing is
// overwritten.
bool linkOrCopy(const QString &from, const QString &to);
// A copy that is on the disk when this returns.
bool copy(const QString &from, const QString &to);

// The bytes of all files below a folder.
qint64 bytesIn(const QString &folder);
// What may still be written there; -1 where that cannot be told.
qint64 room(const QString &folder);

} // namespace safefiles
