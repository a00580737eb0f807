#pragma once

#include <QStringList>

// The kinds of files that a person can choose to open, as QFileDialog takes them.
namespace filefilters {

QStringList all();

} // namespace filefilters
