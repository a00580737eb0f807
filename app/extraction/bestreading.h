#pragma once

#include "extraction/storypage.h"

#include <memory>

namespace extraction {

// The story of a page and how it was found.
struct BestReading
{
    std::unique_ptr<StoryPage> page;
    Article article;
    // The site's rules drop all of the story: it was read without them, `page` with them.
    bool isEmptied = false;
};

// Class names mislead on some pages, and some hide their story until a script unfolds it: where
// little was found the page is read again with less taken for noise.
BestReading bestReading(const html::Document &document, const html::EmbeddedPictures &pictures,
                        const StoryPage::Source &source);

// The same without the page, which is not kept.
Article bestStory(const html::Document &document, const html::EmbeddedPictures &pictures,
                  const StoryPage::Source &source);

} // namespace extraction
