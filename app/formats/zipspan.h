#pragma once

#include <QByteArray>

namespace formats {

// The ZIP archive in a file that has something else before or behind it, as a page that unpacks
// itself has. `zip` is a view of the file's bytes; empty when there is no archive.
struct ZipSpan
{
    QByteArray zip = {};
    QByteArray before = {}; // What stands before its files.
};

// Finds it by the record at its end (APPNOTE.TXT §4.3.16). Places in it are counted from the
// archive's beginning or from the file's: both are found.
ZipSpan zipIn(const QByteArray &file);

} // namespace formats
