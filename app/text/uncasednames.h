#pragma once

#include <QStringList>
#include <QStringView>

namespace text {

// Names in scripts without capitals, whose lists are written differently: Arabic and Hebrew glue
// "and" to the next name, Chinese parts names by spaces. Empty when the text is in none of these.
QStringList uncasedNames(QStringView text);

} // namespace text
