#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace formats {

// Names the format of a file that is known by its signature but that no reader here reads: a web
// archive, an archive of files. Shown as plain text it would be noise.
std::optional<QString> foreignFormat(const QByteArray &bytes);

} // namespace formats
