#pragma once

#include "extraction/jsonld.h"
#include "extraction/pagehead.h"

#include <QUrl>

namespace extraction {

// The page's own address: what the file states, the canonical link, og:url, JSON-LD. Only http and
// https; empty when the page does not say.
QUrl pageAddress(const QUrl &stated, const PageHead &head, const StructuredData &data);

// What relative addresses on the page are resolved against.
QUrl baseAddress(const QUrl &page, const PageHead &head);

// The outlet's name as the page says it; empty when it does not.
QString siteName(const PageHead &head, const StructuredData &data);

// The language the page says it is in; empty when it does not.
QString statedLanguage(const PageHead &head, const StructuredData &data);

// The subjects the page names.
QStringList subjectTags(const PageHead &head, const StructuredData &data);

} // namespace extraction
