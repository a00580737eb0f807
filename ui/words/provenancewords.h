#pragma once

#include "model/article.h"
#include "page/page.h"

#include <QLocale>
#include <QStringList>

// What the page says of a story in the person's words: where it came from and when.
namespace provenancewords {

// "Saved with SingleFile on 4 December 2021 · story.html · 2 pictures are missing". The address
// stands above it.
QString line(const Article &article, const QLocale &locale);

// "In The Example Times and Example Wire"
QString toldBy(const QStringList &feeds);

// "Saturday, 4 December 2021, 10:20"
QString date(const Timestamp &published, const QLocale &locale);

page::Context context(const Article &article, const QLocale &locale);

} // namespace provenancewords
