#include "extraction/extraction.h"

#include "extraction/bestreading.h"
#include "extraction/stated.h"
#include "html/pictures.h"
#include "html/sanitise.h"
#include "text/languages.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

QStringList statedPictures(const Article &stated)
{
    QStringList addresses{stated.lead.src};
    for (const auto &figure : stated.figures)
        addresses.append(figure.src);
    return addresses;
}

Result<Article> readStory(SavedPage page)
{
    auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    page.html.clear();
    const auto embedded
        = html::embeddedPictures(document->root(), page.resources, statedPictures(page.stated));
    const html::Sanitising how{.base = page.stated.url, .pictures = embedded.names};
    Article article;
    article.body = html::sanitise(document->body(), how);
    const PageTree tree(*document);
    for (const auto &found : findFigures(tree, embedded, page.stated.url, {}))
        article.figures.append(found.figure);
    article.text = html::plainText(article.body);
    article = completed(std::move(article), page, embedded);
    if (article.language.isEmpty())
        article.language = text::detectLanguage(article.text);
    return article;
}

Result<Article> readPage(SavedPage page, const SiteRules &rules)
{
    auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    page.html.clear();
    const auto embedded
        = html::embeddedPictures(document->root(), page.resources, statedPictures(page.stated));
    auto article = bestStory(*document, embedded, {.stated = page.stated, .rules = rules});
    return completed(std::move(article), page, embedded);
}

} // namespace

Result<Article> extract(SavedPage page, const SiteRules &rules)
{
    auto article = page.content == SavedPage::Content::Story ? readStory(std::move(page))
                                                             : readPage(std::move(page), rules);
    if (article && article->text.isEmpty() && article->title.isEmpty() && article->lead.isEmpty()
        && article->body.isEmpty())
        return Error{.kind = Error::Kind::Empty, .detail = u"no text in the page"_s};
    return article;
}

} // namespace extraction
