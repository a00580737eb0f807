#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace formats {

// The files in a ZIP archive, unpacked into memory within limits. Nothing is written to a disk, so
// a name that climbs out of its folder reaches nothing: it is a key like another.
class Archive
{
public:
    // True for a file name that is to be unpacked.
    using Wanted = std::function<bool(const QString &path)>;

    // Errors: Malformed when not one file can be read, TooLarge for more than is worth unpacking,
    // Refused when what is wanted is encrypted. A damaged archive gives what can be read and says
    // so in its warnings.
    static Result<Archive> unpack(const QByteArray &bytes, const Wanted &wanted = {});

    // The names in it, without unpacking anything; none when it is no archive.
    static QStringList names(const QByteArray &bytes);

    [[nodiscard]] bool contains(const QString &path) const { return m_files.contains(path); }
    // The file's bytes; none when it is not there.
    [[nodiscard]] QByteArray bytes(const QString &path) const { return m_files.value(path); }
    // True for what is there only up to a fault.
    [[nodiscard]] bool isDamaged(const QString &path) const { return m_damaged.contains(path); }
    [[nodiscard]] const QStringList &paths() const { return m_paths; } // As they stand in it.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

private:
    QHash<QString, QByteArray> m_files;
    QStringList m_paths;
    QSet<QString> m_damaged;
    QStringList m_warnings;
};

// True when the bytes begin as a ZIP archive does.
bool isZip(const QByteArray &bytes);

} // namespace formats
