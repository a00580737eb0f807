#pragma once

#include <QString>

// A library of the second version, as the program of that time left it: so many stories, from 1 on.
// Every second one is read, and every fifth bookmarked.
void makeOldLibrary(const QString &folder, int stories);
