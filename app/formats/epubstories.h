#pragma once

#include "formats/epubchapter.h"

#include <QList>

namespace formats {

struct EpubStory
{
    Article stated = {};
    QList<QByteArray> bodies = {}; // HTML, in reading order.
    bool isPage = true; // A web page's text, in which the story is still to be found.
};

// The stories in a book: one for a page or a novel, several for an issue of a newspaper and for
// what was saved together. Title pages, contents and imprints are no stories. `titles` are those of
// the table of contents, by path.
QList<EpubStory> epubStories(const QList<EpubChapter> &chapters, const EpubPackage &package,
                             const QHash<QString, QString> &titles);

} // namespace formats
