#pragma once

#include "base/result.h"
#include "extraction/siterules.h"
#include "model/article.h"
#include "model/savedpage.h"

namespace extraction {

// The story in a saved page: what the file states about it, what the page says in its metadata and
// text, and its body made safe. A page in which no story can be found gives all its text rather
// than nothing, and a warning. Errors: Empty when there is no text at all, TooLarge.
//
// What the rules say about pages of its site beats whatever else speaks for or against a part. A
// page that is given away is freed as soon as it is parsed.
Result<Article> extract(SavedPage page, const SiteRules &rules = {});

// True for what extract() gives for a page that only leads to stories, such as a front page: the
// entries of its list.
bool isListOfStories(const Article &article);

} // namespace extraction
