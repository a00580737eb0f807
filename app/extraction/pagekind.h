#pragma once

#include "extraction/jsonld.h"
#include "extraction/pagehead.h"
#include "extraction/pagetree.h"

#include <QUrl>

namespace extraction {

// What a page holds, as far as it changes what counts as its text.
enum class PageKind {
    Article, // One text that the page calls an article.
    Story, // One text: an article, a product, a page of a manual.
    Thread, // Posts under each other: comments are the text.
    Questions, // Questions and answers, with comments on them.
    LiveBlog, // Entries under each other, each with its time.
    Listing // Entries that lead elsewhere: links are the text.
};

// Tells a thread or a live blog from a story by what the page says about itself, or by its address
// together with its posts. A listing is what no story is found in: it is not told here.
PageKind pageKind(const PageTree &tree, const PageHead &head, const StructuredData &data,
                  const QUrl &address);

// True for a page of one text.
bool isStory(PageKind kind);

} // namespace extraction
