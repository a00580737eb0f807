#pragma once

#include "page/page.h"

namespace page {

struct ShownBody
{
    QString html;
    qsizetype cards = 0; // Related stories that have one in it,
    qsizetype lastCards = 0; // and those of them in the box that it ends with.
};

// The body as the page shows it: pictures the library does not have become boxes that say so,
// related-story asides become cards, wide tables get something to scroll in, and paragraphs that
// run the other way than the story, "ltr" or "rtl", say so; nothing is said where that is empty.
ShownBody shownBody(const Article &article, const Context &context, const QString &direction);

// A picture: shown when it is ours, otherwise a quiet box with its alternative text.
QString picture(const QString &src, const QString &alt, const Words &words);

// Cards for the related stories from `first`, `count` of them.
QString relatedCards(const Article &article, const Context &context, qsizetype first,
                     qsizetype count);

// A link's address as the page may have it: http, https and mailto; empty otherwise.
QString linkAddress(const QUrl &url);

// The outlet's host as people know it: without "www.".
QString hostName(const QUrl &url);

} // namespace page
