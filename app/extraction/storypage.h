#pragma once

#include "extraction/figures.h"
#include "extraction/noise.h"
#include "extraction/pagehead.h"
#include "extraction/pagekind.h"
#include "extraction/publicationdate.h"
#include "extraction/siterules.h"
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

    // What is known beside the page; what it refers to outlives read().
    struct Source
    {
        const Article &stated; // What the file itself says.
        const SiteRules &rules;
        // Whether the page is to be shown with what was left out: then that is told more exactly.
        enum class For { Story, Dissection };
        For purpose = For::Story;
    };

    StoryPage(const html::Document &document, const html::EmbeddedPictures &pictures,
              const Source &source, Reading reading);

    Article read();

    // True if the page calls itself an article or one product: it is no list of either.
    [[nodiscard]] bool saysOneThing() const;

    // Once it was read: the page with what was left out of it, where the story is in it, the HTML
    // that stands for some of its items, and the rules that decided.
    [[nodiscard]] const PageTree &tree() const { return m_tree; }
    [[nodiscard]] const StoryParts &parts() const { return m_parts; }
    [[nodiscard]] const QHash<int, QString> &pieces() const { return m_pieces; }
    [[nodiscard]] const QHash<int, QString> &otherFigures() const { return m_otherFigures; }
    [[nodiscard]] const QList<SiteRule> &rules() const { return m_rules; }
    [[nodiscard]] const QUrl &base() const { return m_base; }

private:
    void findTitle();
    void findRoot();
    void findTop();
    void readNames();
    void readFigures();
    void readStandfirst();
    enum class Lines { OfStory, BesideStory };
    void leaveOutTop(Lines lines);
    void leaveOutRest();
    void writeBody();
    void sayWhatIsMissing();

    [[nodiscard]] QString headlineOf() const;
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] bool isMasthead(int heading) const;
    [[nodiscard]] bool isLinkedHeadline(int heading) const;
    [[nodiscard]] int headingItem() const;
    [[nodiscard]] bool isCaption(int block) const;
    [[nodiscard]] int textBegin() const;
    [[nodiscard]] int firstParagraph(int from) const;
    [[nodiscard]] int entryAt(int paragraph) const;
    [[nodiscard]] bool isConsentDialog(int index) const;
    [[nodiscard]] Left whyNoText(int line, const QString &words) const;

    PageTree m_tree;
    PageHead m_head;
    StructuredData m_data;
    const html::EmbeddedPictures &m_pictures;
    Source m_source;
    QList<SiteRule> m_rules; // For this page's site.
    Article m_article;
    QUrl m_base;
    Reading m_reading;
    PageKind m_kind = PageKind::Story;
    int m_root = 0;
    bool m_hasStory = true;
    StoryParts m_parts;
    TopOfStory m_top;
    QHash<int, QString> m_pieces;
    QHash<int, QString> m_otherFigures; // Those that the story does not show.
    QList<Link> m_boxes;
};

} // namespace extraction
