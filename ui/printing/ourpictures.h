#pragma once

#include <QString>

namespace printing {

// Whether a picture has come with its story.
inline bool isOurs(const QString &src)
{
    return src.startsWith(QLatin1String("broadsheet-media:"));
}

} // namespace printing
