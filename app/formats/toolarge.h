#pragma once

#include "base/result.h"

namespace formats {

// What is larger than its limit, both in bytes: it names them in whole MB, the size rounded up.
inline Error tooLarge(const QString &what, qsizetype size, qsizetype limit)
{
    constexpr qsizetype megabyte = 1024 * 1024;
    return {Error::Kind::TooLarge,
            QStringLiteral("%1 of %2 MB; the limit is %3 MB")
                .arg(what)
                .arg((size + megabyte - 1) / megabyte)
                .arg(limit / megabyte)};
}

} // namespace formats
