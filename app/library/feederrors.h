#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

// How the file writes why a feed could not be fetched.
namespace feederrors {

QString name(Error::Kind kind);
std::optional<Error::Kind> kind(const QString &name); // Nothing for no error.

} // namespace feederrors
