#pragma once

#include "model/article.h"

namespace page {

// Words of a story with where they are from, in each of the forms that other programs take.
struct Quotation
{
    QString plain = {}; // “…” — Author, “Headline”, Outlet, date, address
    QString html = {}; // A <blockquote cite> and its source.
    QString markdown = {};

    bool operator==(const Quotation &) const = default;
};

// `words` as they were selected: paragraphs stand on lines of their own. `date` as people write it.
// The marks around them are those of the story's language.
Quotation quotation(const Article &article, const QString &words, const QString &date);

} // namespace page
