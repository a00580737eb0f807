#pragma once

#include "formats/dumplinks.h"
#include "formats/story.h"

namespace formats {

// A whole page that a program wrote as text, as far as its layout tells.
struct Dump
{
    QString text = {}; // Without the list of addresses, its columns one below the other.
    References references = {};
    Wrapping wrapping = Wrapping::None;
};

// Reads what lynx, w3m and pandoc write; any other text stays as it is.
Dump readDump(QString text);

} // namespace formats
