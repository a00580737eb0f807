#pragma once

#include "formats/block.h"

#include <QHash>
#include <QUrl>

namespace formats {

// The list of addresses at the end of a page that lynx, w3m or links wrote as text: "[7]" in the
// text stands before the words of the link with that number.
using References = QHash<int, QUrl>;

// Takes the list with its heading from the end of a text; empty when there is none.
References takeReferences(QString &text);

// Makes links of the numbers. How far a link goes is not written down: to the next number or the
// end where the paragraph is nothing but links or follows a colon, else one word is linked.
void resolveReferences(Blocks &blocks, const References &references);

// The page's own address: a link to a place on the page, such as "Skip to content", names it whole.
QUrl ownAddress(const References &references);

} // namespace formats
