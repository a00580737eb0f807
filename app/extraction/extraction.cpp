#include "extraction/extraction.h"

#include "extraction/limits.h"
#include "extraction/storypage.h"
#include "html/pictures.h"
#include "html/sanitise.h"
#include "text/languages.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

void setIfKnown(auto &field, const auto &stated)
{
    if (stated != std::remove_cvref_t<decltype(stated)>())
        field = stated;
}

// What the file itself says outranks what was found.
void preferStated(Article &article, const Article &stated)
{
    setIfKnown(article.url, stated.url);
    setIfKnown(article.title, stated.title);
    setIfKnown(article.standfirst, stated.standfirst);
    setIfKnown(article.authors, stated.authors);
    setIfKnown(article.published, stated.published);
    setIfKnown(article.modified, stated.modified);
    setIfKnown(article.language, stated.language);
    setIfKnown(article.site, stated.site);
    setIfKnown(article.tags, stated.tags);
    setIfKnown(article.lead, stated.lead);
    setIfKnown(article.figures, stated.figures);
    setIfKnown(article.related, stated.related);
    article.provenance = stated.provenance;
    article.warnings = stated.warnings + article.warnings;
}

// A picture the file states by its own address is shown by the name it got here.
void nameFigure(Figure &figure, const QHash<QString, QString> &names)
{
    const auto name = names.value(figure.src);
    if (!name.isEmpty())
        figure.src = name;
}

// Pictures that no figure and no body shows stay out of the article.
void keepUsedPictures(Article &article, const QList<Picture> &pictures)
{
    for (const auto &picture : pictures) {
        if (article.lead.src == picture.name || article.body.toString().contains(picture.name))
            article.pictures.append(picture);
    }
}

Result<Article> readStory(const SavedPage &page)
{
    auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    const auto embedded = html::embeddedPictures(document->root(), page.resources);
    const html::Sanitising how{.base = page.stated.url, .pictures = embedded.names};
    Article article;
    article.body = html::sanitise(document->body(), how);
    const PageTree tree(*document);
    for (const auto &found : findFigures(tree, embedded, page.stated.url, {}))
        article.figures.append(found.figure);
    preferStated(article, page.stated);
    nameFigure(article.lead, embedded.names);
    for (auto &figure : article.figures)
        nameFigure(figure, embedded.names);
    article.text = html::plainText(article.body);
    keepUsedPictures(article, embedded.pictures);
    if (article.language.isEmpty())
        article.language = text::detectLanguage(article.text);
    return article;
}

// Class names mislead on some pages, and some hide their story until a script unfolds it: where
// little was found the page is read again with less taken for noise.
Article bestReading(const html::Document &document, const html::EmbeddedPictures &pictures,
                    const Article &stated)
{
    using Reading = StoryPage::Reading;
    StoryPage page(document, pictures, stated, Reading::Strict);
    auto best = page.read();
    for (const auto reading : {Reading::Loose, Reading::Whole}) {
        if (best.text.size() >= limits::shortStory)
            break;
        auto other = StoryPage(document, pictures, stated, reading).read();
        if (other.text.size() > 2 * best.text.size() + 100)
            best = std::move(other);
    }
    // Entries that lead elsewhere are links, which a story has few of. The less there is of a story
    // the sooner they are the text; the page's word that it is an article is taken for a short one.
    const auto isShort = best.text.size() < limits::shortStory;
    if (isShort || (best.text.size() < limits::shortListing && !page.saysOneThing())) {
        auto listing = StoryPage(document, pictures, stated, Reading::Listing).read();
        if (listing.text.size() > (isShort ? 2 : 4) * best.text.size() + 100)
            best = std::move(listing);
    }
    return best;
}

Result<Article> readPage(const SavedPage &page)
{
    auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    const auto embedded = html::embeddedPictures(document->root(), page.resources);
    auto article = bestReading(*document, embedded, page.stated);
    preferStated(article, page.stated);
    nameFigure(article.lead, embedded.names);
    keepUsedPictures(article, embedded.pictures);
    return article;
}

} // namespace

Result<Article> extract(const SavedPage &page)
{
    auto article = page.content == SavedPage::Content::Story ? readStory(page) : readPage(page);
    if (article && article->text.isEmpty() && article->title.isEmpty() && article->lead.isEmpty()
        && article->body.isEmpty())
        return Error{.kind = Error::Kind::Empty, .detail = u"no text in the page"_s};
    return article;
}

} // namespace extraction
