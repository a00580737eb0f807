// What StoryPage makes of pages that hold no story, or not all of one.

#include "extraction/content.h"
#include "extraction/extraction.h"
#include "extraction/limits.h"
#include "extraction/missingparts.h"
#include "extraction/storypage.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr auto listOnly = "no story was found in the page: these are the entries of a list"_L1;

} // namespace

bool isListOfStories(const Article &article)
{
    return article.warnings.contains(listOnly);
}

void StoryPage::findRoot()
{
    m_root = storyRoot(m_tree, headingItem(), m_kind);
    m_hasStory = m_root >= 0;
    m_root = std::max(m_root, 0);
    if (m_hasStory && m_tree.at(m_root).letters < limits::shortStory)
        m_hasStory = !namesNoStory(m_article.title) && !isConsentDialog(m_root);
}

bool StoryPage::saysOneThing() const
{
    return m_data.article || m_head.meta({"og:type"_L1}) == "product"_L1;
}

// Blogs link the headline of a post to itself.
bool StoryPage::isLinkedHeadline(int heading) const
{
    return m_tree.at(heading).tag == Tag::Heading && !isMasthead(heading);
}

bool StoryPage::isConsentDialog(int index) const
{
    for (; index >= 0; index = m_tree.at(index).parent) {
        if (m_tree.at(index).evidence.testFlag(Hint::Consent))
            return true;
    }
    return false;
}

// The first entry of a live blog begins with its time, which is no date of the page; what stands
// above the first paragraph of anything else is its top.
int StoryPage::entryAt(int paragraph) const
{
    if (m_kind != PageKind::LiveBlog || paragraph >= m_tree.after(m_root))
        return paragraph;
    int entry = paragraph;
    while (m_tree.at(entry).parent > m_root)
        entry = m_tree.at(entry).parent;
    return entry;
}

void StoryPage::sayWhatIsMissing()
{
    auto &warnings = m_article.warnings;
    if (m_kind == PageKind::Listing) {
        warnings.append(listOnly);
        return;
    }
    if (!m_hasStory) {
        warnings.append(u"no story was found in the page: this is all its text"_s);
        return;
    }
    const auto part = pageOfStory(m_tree, m_head, m_article.url);
    if (part.pages > 0)
        warnings.append(
            u"this is page %1 of %2: the others are not here"_s.arg(part.page).arg(part.pages));
    else if (part.goesOn)
        warnings.append(u"the story goes on on a further page, which is not here"_s);
    if (!m_data.forFree)
        warnings.append(u"the page says that the whole story is for subscribers"_s);
    else if (m_article.text.size() < limits::longStub && endsAtPaywall(m_tree, m_root))
        warnings.append(u"the story may end early: only subscribers may read on"_s);
}

} // namespace extraction
