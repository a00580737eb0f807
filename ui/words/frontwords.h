#pragma once

#include "page/frontpage.h"
#include "tasks/edition.h"

#include <QDateTime>
#include <QLocale>

// What the front page says, made of what the library knows.
namespace frontwords {

page::FrontPage page(const tasks::FrontPage &front, const QDateTime &now, const QLocale &locale);

// What stands in the pane where no story is chosen: that, if there are any to choose from, and what
// was begun.
page::FrontPage nothingChosen(const QList<Headline> &begun, bool listsAny, const QDateTime &now,
                              const QLocale &locale);

QString markedRead(int stories, const QLocale &locale);
QString newStories(int stories, const QLocale &locale);

} // namespace frontwords
