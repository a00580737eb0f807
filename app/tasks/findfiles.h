#pragma once

#include <QString>
#include <QStringList>

namespace tasks {

// The files in a folder and its subfolders that may hold stories, in the order of their names.
// Left out: hidden files, downloads still going on, pictures and other media, style sheets and
// scripts, and the folders of parts that browsers and clippers put beside a page ("Story_files").
// Names may be beyond Qt (see isBeyondQt()). Slow: for the pool.
QStringList storyFiles(const QString &folder);

// The subfolders of a folder that storyFiles() looks into, itself included.
QStringList storyFolders(const QString &folder);

} // namespace tasks
