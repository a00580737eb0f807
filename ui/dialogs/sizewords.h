#pragma once

#include <QString>

// How much, in words.
namespace sizewords {

// "%1" in `several` is the number.
QString counted(qint64 number, const QString &one, const QString &several);
QString size(qint64 bytes); // "12.3 MB", as the person's language writes it.

} // namespace sizewords
