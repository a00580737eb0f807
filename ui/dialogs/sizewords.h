#pragma once

#include <QString>

// How much, in words.
namespace sizewords {

QString size(qint64 bytes); // "12.3 MB", as the person's language writes it.

} // namespace sizewords
