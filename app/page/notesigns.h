#pragma once

#include "html/document.h"

#include <QHash>
#include <QString>
#include <QStringView>

namespace page {

// Whether the words of a link to another place in the story only say which note it leads to: "1",
// "[12]".
bool isNoteSign(QStringView words);

// Whether HTML that ends so lets such a sign follow a word directly. False where the page has
// raised it, and where the note itself begins with it.
bool mayRaise(QStringView before);

// The notes of a story, items of numbered lists that their signs lead to, counted through: by the
// addresses of those links.
QHash<QString, int> noteNumbers(const html::Node &body);

} // namespace page
