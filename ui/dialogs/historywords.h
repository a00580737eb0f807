#pragma once

#include "library/history.h"
#include "model/history.h"

#include <QDate>
#include <QLocale>
#include <QString>

// What the history says in words.
namespace historywords {

// What a change was about: "Harbour lights go out", "12 stories", "Harbour News".
QString subject(const HistoryEntry &entry);
// What was done, and by whom: "Removed from the library · You".
QString detail(const HistoryEntry &entry);
QString title(const HistoryStory &story);
// What has become of a story that a change was about.
QString detail(const HistoryEntry &entry, const HistoryStory &story);
// "Today", "Yesterday", "Monday, 4 May 2026".
QString day(QDate day, QDate today, const QLocale &locale);
// The whole row for screen readers.
QString spoken(const HistoryEntry &entry, const QLocale &locale);
// Its name in resources/icons.
QString icon(Deed deed);

QString kind(HistoryKind kind);

// What the button says that takes a change back, or does it again; `retold` where that means the
// text of one of its stories.
QString restore(const HistoryEntry &entry, bool retold = false);
// How that went: in place of undowords::undone() where it could not be done.
QString restored(const Restored &restored);

struct Emptiness
{
    QString title;
    QString text;
};
// Why nothing is listed.
Emptiness emptiness(const HistoryQuery &query);

} // namespace historywords
