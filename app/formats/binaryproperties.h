#pragma once

#include "formats/propertylist.h"

#include <QByteArrayView>

#include <optional>

namespace formats {

// Reads a binary property list. The format is told by Apple's CFBinaryPList.c: a mark, the objects,
// a table of where they are, and a trailer of 32 bytes. Every place in it is checked.
class BinaryProperties
{
public:
    static Result<PropertyList> parse(const QByteArray &bytes);

private:
    static std::optional<PropertyList::Object> objectAt(QByteArrayView objects, quint64 place,
                                                        int numberSize);
};

// A number of up to eight bytes, the highest first.
quint64 bigEndianNumber(QByteArrayView bytes);

} // namespace formats
