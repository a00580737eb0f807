#pragma once

#include "extraction/figures.h"
#include "extraction/noise.h"
#include "extraction/pagehead.h"
#include "extraction/pagekind.h"
#include "extraction/publicationdate.h"
#include "extraction/storyparts.h"

#include <QHash>

namespace extraction {

// Reads the story out of one parsed page: metadata, then the part that holds the story, then its
// figures and related stories, then its body without what was told apart.
class StoryPage
{
public:
    // How much of the page is taken for the story.
    enum class Reading {
        Strict, // Without hidden text and without what tags or class names call noise.
        Loose, // Class names are not believed.
        Whole, // Hidden text too.
        Listing // Links are the text.
    };

    StoryPage(const html::Document &document, const html::EmbeddedPictures &pictures,
              const Article &stated, Reading reading);

    Article read();

    // True if the page calls itself an article or one product: it is no list of either.
    [[nodiscard]] bool saysOneThing() const;

private:
    void findTop();
    void readNames();
    void readFigures();
    void readStandfirst();
    void leaveOutTop();
    void keepEmbeds();
    void leaveOutRest();
    void writeBody();

    [[nodiscard]] QString headlineOf() const;
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] bool isMasthead(int heading) const;
    [[nodiscard]] int headingItem() const;
    [[nodiscard]] bool isCaption(int block) const;
    [[nodiscard]] int textBegin() const;
    [[nodiscard]] int firstParagraph(int from) const;

    PageTree m_tree;
    PageHead m_head;
    StructuredData m_data;
    const html::EmbeddedPictures &m_pictures;
    const Article &m_stated;
    Article m_article;
    QUrl m_base;
    Reading m_reading;
    PageKind m_kind = PageKind::Story;
    int m_root = 0;
    StoryParts m_parts;
    TopOfStory m_top;
    QHash<int, QString> m_pieces;
    QList<Link> m_boxes;
};

} // namespace extraction
