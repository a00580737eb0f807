#pragma once

#include <QByteArrayView>

namespace text {

// What a name of HTML stands for ("hellip" for "…"): one or two characters, in UTF-8.
struct NamedCharacter
{
    char bytes[8] = {};
    int size = 0;
    bool endsItself = false; // Counts without its ";" too: "&copy 2025".

    [[nodiscard]] QByteArrayView utf8() const { return {bytes, size}; }
};

// The longest of the names.
constexpr qsizetype characterNameLength = 31;

// Of a name without "&" and ";" (HTML §13.5); nullptr for what is none.
const NamedCharacter *characterNamed(QByteArrayView name);

} // namespace text
