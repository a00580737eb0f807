// What StoryPage makes of the lines around a story: its headline, byline, date and masthead.

#include "extraction/lonename.h"
#include "extraction/storypage.h"
#include "extraction/title.h"
#include "text/credits.h"
#include "text/dates.h"

#include <algorithm>

namespace extraction {

namespace {

bool namesOnly(const QString &words, const QList<Author> &authors)
{
    const auto names = soleNames(words);
    return !names.isEmpty() && std::ranges::equal(names, authors, {}, {}, &Author::name);
}

} // namespace

// The file's own title where the page shows it; otherwise what the page gives for one.
void StoryPage::findTitle()
{
    m_article.title = m_source.stated.title;
    if (headingItem() < 0)
        m_article.title = headlineOf();
}

Left StoryPage::whyNoText(int line, const QString &words) const
{
    const auto &item = m_tree.at(line);
    const auto key = titleKey(words);
    if (item.tag == Tag::Time || text::isDateLine(words))
        return Left::Date;
    if (item.evidence.testAnyFlags(Hint::Byline | Hint::Date)
        || (line < m_top.end
            && (!text::bylineNames(words).isEmpty()
                || (isBlock(item.tag) && namesOnly(words, m_article.authors)))))
        return Left::Byline;
    if (key == titleKey(m_article.title))
        return Left::Headline;
    return line < m_top.heading && key == titleKey(m_article.site) ? Left::Navigation : Left::Kept;
}

} // namespace extraction
