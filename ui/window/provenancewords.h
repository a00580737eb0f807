#pragma once

#include "model/article.h"
#include "page/page.h"

#include <QLocale>

// What the page says of a story in the person's words: where it came from and when.
namespace provenancewords {

// "Saved by SingleFile on 4 December 2021 · story.html"
QString line(const Provenance &provenance, const QLocale &locale);

// "Saturday, 4 December 2021, 10:20"
QString date(const Timestamp &published, const QLocale &locale);

page::Context context(const Article &article, const QLocale &locale);

} // namespace provenancewords
