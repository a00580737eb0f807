#pragma once

#include "extraction/datesearch.h"
#include "extraction/jsonld.h"
#include "extraction/pagehead.h"
#include "extraction/pagekind.h"

#include <QUrl>

namespace extraction {

// What a page's dates are read from.
struct DatedPage
{
    const PageTree &tree;
    const PageHead &head;
    const StructuredData &data;
    const TopOfStory &top;
    const QUrl &address;
    PageKind kind = PageKind::Story;
};

// The most trusted source that has a date speaks: JSON-LD, metas, marked-up times, dates written
// around the headline, the address. The day that readers see at the headline corrects it.
PublicationDates publicationDates(const DatedPage &page);

} // namespace extraction
