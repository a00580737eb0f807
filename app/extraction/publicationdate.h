#pragma once

#include "extraction/jsonld.h"
#include "extraction/pagehead.h"
#include "extraction/pagetree.h"
#include "text/dates.h"

#include <QUrl>

namespace extraction {

// When a story was published and last changed.
struct PublicationDates
{
    Timestamp published = {};
    Timestamp modified = {};

    bool operator==(const PublicationDates &) const = default;
};

// The part of a page where a story's byline and date stand: from a little before its headline to
// its first paragraph.
struct TopOfStory
{
    int begin = 0;
    int heading = -1; // The headline's item, or -1.
    int end = 0;
};

// The most trusted source that has a date speaks: JSON-LD, metas, marked-up times, dates written
// around the headline, the address.
PublicationDates publicationDates(const PageTree &tree, const PageHead &head,
                                  const StructuredData &data, const TopOfStory &top,
                                  const QUrl &address);

} // namespace extraction
