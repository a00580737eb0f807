#pragma once

#include "model/article.h"

#include <QString>

namespace page {

enum class Theme { Light, Dark, Sepia };

struct Look
{
    Theme theme = Theme::Light;
    int textSize = 100; // Percent.
    int lineWidth = 68; // Characters.

    bool operator==(const Look &) const = default;
};

// What the program knows of a story beyond the story itself.
struct Context
{
    QString provenance = {}; // One line, in the person's words: saved by what, when, from where.
    QString date = {}; // The date as people of this desktop write it.
};

// What stands inside the page's <article>: headline, standfirst, byline, date, lead figure, body,
// related stories, source. Every piece of it is escaped or SafeHtml.
QString story(const Article &article, const Context &context);

// The whole page with a story (or an empty one) in it: style sheet, policy and all. The look is set
// by attributes of <html>, so that it can change without a new page.
QString shell(const QString &story, const Look &look);

// The story alone as a self-contained document for export: pictures inside, style included.
QString exported(const Article &article, const Context &context, const Look &look);

} // namespace page
