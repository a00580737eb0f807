#pragma once

#include "extraction/datesearch.h"
#include "extraction/jsonld.h"
#include "extraction/pagehead.h"

#include <QUrl>

namespace extraction {

// The most trusted source that has a date speaks: JSON-LD, metas, marked-up times, dates written
// around the headline, the address.
PublicationDates publicationDates(const PageTree &tree, const PageHead &head,
                                  const StructuredData &data, const TopOfStory &top,
                                  const QUrl &address);

} // namespace extraction
