#pragma once

#include "extraction/pagetree.h"

namespace extraction {

// What the elements around a name say of it, by their tags and class names.

// Parts of a page whose names did not write its story.
bool isElsewhere(Left left);

// A class or id names the writer: "author", "blog__authorname", "byline".
bool saysAuthor(const Item &item);

// A class or id tells of the writer and is not the name: "author-bio", "author-job-title".
bool describesAuthor(const Item &item);

// The name stands in a picture's caption, credit or licence.
bool isAboutPicture(const PageTree &tree, int index);

// The end of the text before an item, if that is close.
QString textBefore(const PageTree &tree, int index);

// Old pages part their lines by <br>: a line of its own inside a longer block.
bool isBetweenBreaks(const PageTree &tree, int index);

// The class of a picture says that it is somebody's portrait.
bool isAvatar(const Item &image);

// The picture shows this person, by its alternative text.
bool showsPerson(const Item &image, const QString &name);

} // namespace extraction
