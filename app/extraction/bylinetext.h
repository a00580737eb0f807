#pragma once

#include <QString>
#include <QStringList>

namespace extraction {

// What the words and links of a byline say, each without the page around it.

// "…/author/jane-doe", "…/autoren/…": the page of somebody who writes.
bool isAuthorAddress(const QString &address);

// Stands between two names: "and", "&", a comma.
bool isJoiner(const QString &part);

// Ends in what stands between two names.
bool endsJoined(const QString &part);

// "By", "Written by:", "Von", with nothing behind it.
bool isLeadOnly(const QString &part);

// "By", "Autor:": nothing but a name can follow. "Text" alone may be a heading.
bool announces(const QString &part);

// Ends in "Edited by", "Photo:", "Geprüft von": whose name follows did not write the story.
bool announcesOtherRole(const QString &before);

// The names in a line that may begin with "By", "Posted on 3 May by" and the like. A word alone in
// lower case is a name only where that is certain.
QStringList shownNames(const QString &written, bool certain);

// "Jane Doe | Senior Writer | 2 July 2025", "11.12.2019 - Jane Doe".
QStringList namesBesideDate(const QString &line);

} // namespace extraction
