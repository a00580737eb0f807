#pragma once

#include "dialogs/feedoffer.h"
#include "tasks/findfeeds.h"

#include <QDateTime>
#include <QLocale>

// What is said of a feed that was found: its name, how much is in it and its newest headlines. For
// the pool: a feed may be large.
FeedOffer feedOffer(const FoundFeed &found, const QDateTime &now, const QLocale &locale);
