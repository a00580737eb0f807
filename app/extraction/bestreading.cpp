#include "extraction/bestreading.h"

#include "extraction/limits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

bool holdsProse(const Article &article)
{
    constexpr int sentence = 80;
    const auto lines = QStringView(article.text).split(u'\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](QStringView line) { return line.size() >= sentence; });
}

// Several headings that lead elsewhere.
bool holdsEntries(const Article &article)
{
    constexpr int fewest = 4;
    static const QRegularExpression entry(u"<h[1-6]><a "_s);
    int entries = 0;
    for (auto match = entry.globalMatch(article.body.toString()); match.hasNext(); match.next())
        ++entries;
    return entries >= fewest;
}

} // namespace

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
        const auto found = listing.article.text.size();
        const auto isList
            = !holdsProse(best.article) && holdsEntries(listing.article) && found >= letters;
        if (isList || found > (isShort ? 2 : 4) * letters + 100)
            best = std::move(listing);
    }
    return best;
}

} // namespace extraction
