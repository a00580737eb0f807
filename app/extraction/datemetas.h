#pragma once

#include "base/timestamp.h"
#include "extraction/pagehead.h"
#include "text/dates.h"

namespace extraction {

// The dates a page's metas state, of every family that is in use.

// The first date in a short text; invalid in what is longer than a date can be.
Timestamp dateIn(const QString &written, text::DayOrder order);

Timestamp publishedInMetas(const PageHead &head, text::DayOrder order);

// Metas that may as well tell when the page was made.
Timestamp dayInMetas(const PageHead &head, text::DayOrder order);

Timestamp modifiedInMetas(const PageHead &head, text::DayOrder order);

} // namespace extraction
