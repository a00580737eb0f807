#include "extraction/bestreading.h"

#include "extraction/limits.h"

namespace extraction {

BestReading bestReading(const html::Document &document, const html::EmbeddedPictures &pictures,
                        const StoryPage::Source &source)
{
    using Reading = StoryPage::Reading;
    const auto read = [&](Reading reading) {
        auto page = std::make_unique<StoryPage>(document, pictures, source, reading);
        auto article = page->read();
        return BestReading{.page = std::move(page), .article = std::move(article)};
    };
    auto best = read(Reading::Strict);
    for (const auto reading : {Reading::Loose, Reading::Whole}) {
        if (best.article.text.size() >= limits::shortStory)
            break;
        auto other = read(reading);
        if (other.article.text.size() > 2 * best.article.text.size() + 100)
            best = std::move(other);
    }
    // Entries that lead elsewhere are links, which a story has few of. The less there is of a story
    // the sooner they are the text; the page's word that it is an article is taken for a short one.
    const auto letters = best.article.text.size();
    const auto isShort = letters < limits::shortStory;
    if (isShort || (letters < limits::shortListing && !best.page->saysOneThing())) {
        auto listing = read(Reading::Listing);
        if (listing.article.text.size() > (isShort ? 2 : 4) * letters + 100)
            best = std::move(listing);
    }
    return best;
}

} // namespace extraction
