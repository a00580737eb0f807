#include "page/photos.h"

#include "page/tags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

bool isOurs(const QString &src)
{
    return src.startsWith("broadsheet-media:"_L1);
}

// What a figure says of its picture where the story's list of figures does not have it.
QString captionIn(QStringView figure)
{
    for (auto tag = page::nextTag(figure, 0); tag; tag = page::nextTag(figure, tag->end)) {
        if (tag->name != "figcaption"_L1 || tag->kind != page::Tag::Kind::Opening)
            continue;
        const auto end = page::closingTag(figure, *tag);
        return end ? page::textOf(figure.sliced(tag->end, end->start - tag->end)) : QString();
    }
    return {};
}

class PhotoFinder
{
public:
    explicit PhotoFinder(const Article &article)
        : m_article(article)
        , m_html(article.body.toString())
    {
    }

    QList<page::Photo> find()
    {
        const auto &lead = m_article.lead;
        if (isOurs(lead.src))
            m_photos.append({.name = lead.src,
                             .alt = lead.alt,
                             .caption = lead.caption,
                             .credit = lead.credit});
        for (auto tag = page::nextTag(m_html, 0); tag; tag = page::nextTag(m_html, tag->end)) {
            if (tag->name == "figure"_L1 && tag->kind == page::Tag::Kind::Opening)
                enter(*tag);
            else if (tag->name == "img"_L1)
                add(*tag);
        }
        return m_photos;
    }

private:
    void enter(const page::Tag &figure)
    {
        const auto end = page::closingTag(m_html, figure);
        m_figureEnd = end ? end->end : figure.end;
        m_caption = captionIn(m_html.sliced(figure.start, m_figureEnd - figure.start));
    }

    void add(const page::Tag &img)
    {
        page::Photo photo{.name = page::attribute(img, "src"_L1),
                          .alt = page::attribute(img, "alt"_L1)};
        if (!isOurs(photo.name))
            return;
        const auto known = std::ranges::find(m_article.figures, photo.name, &Figure::src);
        if (known != m_article.figures.end()
            && !(known->caption.isEmpty() && known->credit.isEmpty())) {
            photo.caption = known->caption;
            photo.credit = known->credit;
        } else if (img.end < m_figureEnd) {
            photo.caption = m_caption;
        }
        m_photos.append(photo);
    }

    const Article &m_article;
    QStringView m_html;
    QList<page::Photo> m_photos;
    qsizetype m_figureEnd = 0;
    QString m_caption; // Of the figure that ends there.
};

} // namespace

QList<page::Photo> page::photos(const Article &article)
{
    return PhotoFinder(article).find();
}
