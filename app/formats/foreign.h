#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace formats {

// Why a file that no reader recognises is no text to show either: Unsupported for a format known by
// its signature (an archive of files, a feed) and for JSON as a whole, Empty for a ZIP archive with
// nothing in it. Shown as plain text it would be noise.
std::optional<Error> foreignFormat(const QByteArray &bytes);

} // namespace formats
