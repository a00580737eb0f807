#pragma once

#include <QString>

namespace formats {

// What an archive files a web address under: without the scheme, since the same file is meant by
// http and https, and without a fragment. Empty for what is no address on the web.
QString webPlace(const QString &address);

} // namespace formats
