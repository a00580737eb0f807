#pragma once

#include "extraction/figures.h"
#include "extraction/noise.h"
#include "extraction/pagehead.h"
#include "extraction/publicationdate.h"

#include <QHash>

namespace extraction {

// Reads the story out of one parsed page: metadata, then the part that holds the story, then its
// figures and related stories, then its body without what was told apart.
class StoryPage
{
public:
    StoryPage(const html::Document &document, const html::EmbeddedPictures &pictures,
              const Article &stated);

    // The whole page read once, with that idea of what is noise.
    Article read(Strictness strictness);

private:
    void findTop();
    void readNames();
    void readFigures();
    void chooseLead(QList<FoundFigure> &figures);
    void takeLead(FoundFigure &found);
    void readStandfirst();
    void leaveOutTop();
    void writeBody();

    [[nodiscard]] QString headlineOf() const;
    [[nodiscard]] int headingItem() const;
    [[nodiscard]] int firstParagraph(int from) const;

    PageTree m_tree;
    PageHead m_head;
    StructuredData m_data;
    const html::EmbeddedPictures &m_pictures;
    const Article &m_stated;
    Article m_article;
    QUrl m_base;
    int m_root = 0;
    TopOfStory m_top;
    QHash<int, QString> m_pieces;
    QList<Link> m_boxes;
};

} // namespace extraction
