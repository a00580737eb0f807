#include "extraction/bestreading.h"

#include "extraction/limits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

using Reading = StoryPage::Reading;

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

// Which reading of a page is the best. Of their pages, which are large, none but the last is kept.
class Choice
{
public:
    Choice(const html::Document &document, const html::EmbeddedPictures &pictures,
           const StoryPage::Source &source)
        : m_document(document)
        , m_pictures(pictures)
        , m_source(source)
    {
        choose();
    }

    [[nodiscard]] Article takeArticle() { return std::move(m_best); }

    [[nodiscard]] std::unique_ptr<StoryPage> takePage()
    {
        if (m_last != m_reading)
            read(m_reading);
        return std::move(m_page);
    }

private:
    void choose();

    Article read(Reading reading)
    {
        m_last = reading;
        m_page.reset();
        m_page = std::make_unique<StoryPage>(m_document, m_pictures, m_source, reading);
        return m_page->read();
    }

    void take(Article article)
    {
        m_best = std::move(article);
        m_reading = m_last;
        m_saysOneThing = m_page->saysOneThing();
    }

    const html::Document &m_document;
    const html::EmbeddedPictures &m_pictures;
    StoryPage::Source m_source;
    Article m_best;
    Reading m_reading = Reading::Strict; // Of the best.
    bool m_saysOneThing = false;
    std::unique_ptr<StoryPage> m_page;
    Reading m_last = Reading::Strict; // Of the page.
};

void Choice::choose()
{
    take(read(Reading::Strict));
    for (const auto reading : {Reading::Loose, Reading::Whole}) {
        if (m_best.text.size() >= limits::shortStory)
            break;
        auto other = read(reading);
        if (other.text.size() > 2 * m_best.text.size() + 100)
            take(std::move(other));
    }
    // Entries that lead elsewhere are links, which a story has few of. The less there is of a story
    // the sooner they are the text; the page's word that it is an article is taken for a short one.
    const auto letters = m_best.text.size();
    const auto isShort = letters < limits::shortStory;
    if (isShort || (letters < limits::shortListing && !m_saysOneThing)) {
        auto listing = read(Reading::Listing);
        const auto found = listing.text.size();
        const auto isList = !holdsProse(m_best) && holdsEntries(listing) && found >= letters;
        if (isList || found > (isShort ? 2 : 4) * letters + 100)
            take(std::move(listing));
    }
}

int lettersDropped(const PageTree &tree)
{
    int letters = 0;
    for (int index = 0; index < tree.size(); ++index) {
        if (tree.at(index).left != Left::Rule)
            continue;
        letters += tree.at(index).letters;
        index = tree.after(index) - 1;
    }
    return letters;
}

bool isDropped(const PageTree &tree, int index)
{
    while (index >= 0 && tree.at(index).left != Left::Rule)
        index = tree.at(index).parent;
    return index >= 0;
}

// Letters of a story, and those of them that are dropped where its page is read by rules.
struct Loss
{
    int of = 0;
    int letters = 0;
};

Loss lossOf(const StoryPage &story, const PageTree &ruled)
{
    const auto &tree = story.tree();
    Loss loss;
    for (const auto part : story.parts().items) {
        const auto whole = isDropped(ruled, part);
        for (int index = part; index < tree.after(part);) {
            const auto &item = tree.at(index);
            const auto dropped = whole || ruled.at(index).left == Left::Rule;
            if (item.left != Left::Kept || item.tag == Tag::Text || dropped) {
                const auto letters = item.left == Left::Kept ? item.letters : 0;
                loss.of += letters;
                loss.letters += dropped ? letters : 0;
                index = std::max(item.end, index + 1);
            } else {
                ++index;
            }
        }
    }
    return loss;
}

// Nearly all: a name or a date may stand in a line of its own.
bool isNearlyAll(const Loss &loss)
{
    return loss.letters > 0 && loss.letters >= 0.95 * loss.of;
}

} // namespace

BestReading bestReading(const html::Document &document, const html::EmbeddedPictures &pictures,
                        const StoryPage::Source &source)
{
    Choice choice(document, pictures, source);
    BestReading best{.page = choice.takePage(), .article = choice.takeArticle()};
    const auto &tree = best.page->tree();
    // What a rule keeps is all that is wanted, however little.
    if (tree.at(0).holdsKept || lettersDropped(tree) <= best.article.text.size())
        return best;
    const SiteRules none;
    Choice whole(document, pictures, {.stated = source.stated, .rules = none});
    if (!isNearlyAll(lossOf(*whole.takePage(), tree)))
        return best;
    best.page = std::make_unique<StoryPage>(document, pictures, source, Reading::Strict);
    best.page->read();
    best.article = whole.takeArticle();
    best.article.warnings.prepend(
        u"the reading rules leave nothing of the story: it was read without them"_s);
    best.isEmptied = true;
    return best;
}

Article bestStory(const html::Document &document, const html::EmbeddedPictures &pictures,
                  const StoryPage::Source &source)
{
    if (source.rules.isEmpty())
        return Choice(document, pictures, source).takeArticle();
    return bestReading(document, pictures, source).article;
}

} // namespace extraction
