#include "extraction/stated.h"

#include "extraction/title.h"

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
    // Savers take a page's title with the outlet's name; the page tells where its headline ends.
    setIfKnown(article.title,
               article.title.isEmpty() ? stated.title
                                       : withoutOutlet(stated.title, article.site,
                                                       article.url.host(), {article.title}));
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

} // namespace

Article completed(Article found, const SavedPage &page, const html::EmbeddedPictures &embedded)
{
    preferStated(found, page.stated);
    if (found.authors.isEmpty())
        found.authors = page.presumedAuthors;
    nameFigure(found.lead, embedded.names);
    for (auto &figure : found.figures)
        nameFigure(figure, embedded.names);
    keepUsedPictures(found, embedded.pictures);
    return found;
}

} // namespace extraction
