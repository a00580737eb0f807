#pragma once

#include <QStringList>
#include <QStringView>

namespace text {

// How sure it is that a text is a list of names. What is doubted must look like names throughout.
enum class Trust {
    Known, // A field that holds nothing else.
    Announced, // After "By".
    Doubtful // After a word that begins many other things too ("von", "di").
};

// The names in "A and B in Kyiv", "A, Political editor, and B", "記者 甲 乙". Empty when it is
// doubted and does not look like names.
QStringList namesIn(QStringView text, Trust trust);

} // namespace text
