#pragma once

#include "formats/block.h"

#include <QStringList>

namespace formats {

// A table's cells written one after the other may run the last link of a menu into the headline
// beside it. Parts them: the story speaks of what its headline says, not of the menu.
void partHeadlineFromMenu(Blocks &blocks);

struct RunTogether
{
    QString heading = {}; // Empty when the text does not begin with one.
    QString rest = {};
};

// "More on this storyCorn Hall Roof Appeal": a heading and what stood in the next box, copied
// without what parted them.
RunTogether headingRunTogether(const QString &text, bool (*isHeading)(QStringView));

// The titles in "Seven Valleys: the RouteThe Town That Waits"; one when nothing runs together.
QStringList titlesRunTogether(const QString &text);

} // namespace formats
