#pragma once

#include "articles/headlineorder.h"
#include "base/timestamp.h"
#include "model/headline.h"
#include "model/storyquery.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

// What the list says in words.
namespace headlines {

// A date as people say it: "Just now", "14:20", "Yesterday", "Tue", "4 Dec 2021". `now` is local.
QString date(const Timestamp &published, const QDateTime &now, const QLocale &locale);

// A day as the heading above its stories: "Today", "Yesterday", "Monday, 4 May", "4 May 2024".
QString day(QDate day, QDate today, const QLocale &locale);

// The headline; the first words of a story that has none.
QString title(const Headline &headline);
// What the story begins with; empty where the title is that already.
QString excerpt(const Headline &headline);

// Outlet and byline, as far as they are known.
QString names(const Headline &headline);

// Outlet, byline and when(), as far as they are known: "The Gazette · Ada Reed · Yesterday".
QString credits(const Headline &headline, const QDateTime &now, const QLocale &locale,
                const Standing &standing = {});

// How far a story that was begun was read: "40 %"; empty for others.
QString progress(const Headline &headline, const QLocale &locale);

// The date, and how far the story was read. Where a list goes by another moment than that of
// publication, it is told as what it is, behind the date of a story from another day, which is
// written out then: "25 Nov 2021 · Added 14:20".
QString when(const Headline &headline, const QDateTime &now, const QLocale &locale,
             const Standing &standing = {});

// The whole row for screen readers.
QString spoken(const Headline &headline, const QDateTime &now, const QLocale &locale,
               const Standing &standing = {});

struct Emptiness
{
    QString title;
    QString text;

    bool operator==(const Emptiness &) const = default;
};

// Why a list is empty, and what to do about it.
Emptiness emptiness(const StoryQuery &query);

} // namespace headlines
