#pragma once

#include "base/result.h"
#include "formats/limits.h"

namespace formats {

// What is left of the room for everything that is unpacked from `packed` bytes.
class UnpackingRoom
{
public:
    explicit UnpackingRoom(qsizetype packed)
        : m_left(qMin(limits::unpackedBytes,
                      limits::smallUnpackedBytes + packed * limits::unpackedRatio))
    {
    }

    bool take(qsizetype size)
    {
        m_left -= size;
        return m_left >= 0;
    }

    static Error full()
    {
        using namespace Qt::StringLiterals;
        return {
            Error::Kind::TooLarge,
            u"it unpacks to more than %1 MB or %2 times its size"_s.arg(limits::unpackedBytes >> 20)
                .arg(limits::unpackedRatio)};
    }

private:
    qsizetype m_left;
};

} // namespace formats
