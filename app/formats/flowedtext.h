#pragma once

#include <QString>

namespace formats {

// How a plain text was flowed, as its Content-Type says (RFC 3676).
enum class Flowing {
    Fixed,
    Flowed,
    FlowedDeleteSpace // delsp=yes: the space at a soft break is none of the text's.
};

// A text with its soft line breaks undone and its stuffed spaces removed: a paragraph is one line
// again. A text that was not flowed comes back as it is.
QString unflowed(const QString &text, Flowing flowing);

} // namespace formats
