#include "extraction/storypage.h"

#include "extraction/addresses.h"
#include "extraction/authors.h"
#include "extraction/bodywriter.h"
#include "extraction/captions.h"
#include "extraction/content.h"
#include "extraction/embeds.h"
#include "extraction/leadfigure.h"
#include "extraction/limits.h"
#include "extraction/lonename.h"
#include "extraction/notes.h"
#include "extraction/notices.h"
#include "extraction/related.h"
#include "extraction/repeats.h"
#include "extraction/rulematching.h"
#include "extraction/title.h"
#include "html/sanitise.h"
#include "text/credits.h"
#include "text/languages.h"
#include "text/whitespace.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A paragraph this long is the story's text, not a line about it.
constexpr int opening = 80;
// Letters beside the headline in its element.
constexpr int besideHeadline = 100;
// Items before the headline among which its byline and lead picture may stand.
constexpr int beforeHeading = 60;

bool isLine(const Item &item)
{
    return item.tag != Tag::Text
        && (isBlock(item.tag) || item.tag == Tag::Inline || item.tag == Tag::Time
            || item.tag == Tag::Format || item.tag == Tag::Link);
}

} // namespace

StoryPage::StoryPage(const html::Document &document, const html::EmbeddedPictures &pictures,
                     const Source &source, Reading reading)
    : m_tree(document,
             reading == Reading::Whole ? PageTree::Hidden::Kept : PageTree::Hidden::LeftOut)
    , m_head(readHead(document, m_tree))
    , m_data(structuredData(m_head.jsonLd))
    , m_pictures(pictures)
    , m_source(source)
    , m_reading(reading)
{
}

Article StoryPage::read()
{
    const auto &stated = m_source.stated.url;
    m_article.url = pageAddress(stated, m_head, m_data);
    m_base = baseAddress(stated.isValid() ? stated : m_article.url, m_head);
    m_rules = m_source.rules.rulesFor((stated.isValid() ? stated : m_article.url).host());
    applyRules(m_tree, m_rules);
    m_article.site = m_source.stated.site;
    if (m_article.site.isEmpty())
        m_article.site = siteName(m_head, m_data);
    m_article.tags = subjectTags(m_head, m_data);
    leaveOutAnchors(m_tree);
    leaveOutWaysBack(m_tree, m_base);
    findTitle();
    m_kind = m_reading == Reading::Listing ? PageKind::Listing
                                           : pageKind(m_tree, m_head, m_data, m_article.url);
    const auto believed = m_reading == Reading::Strict || m_reading == Reading::Listing;
    leaveOutNoise(m_tree, believed ? Strictness::Strict : Strictness::Loose, m_kind);
    m_boxes = relatedBoxes(m_tree, m_base);
    findRoot();
    m_parts = isStory(m_kind) ? storyParts(m_tree, m_root, headingItem())
                              : StoryParts{.region = m_root, .items = {m_root}};
    joinKept(m_tree, m_parts);
    leaveOutPosters(m_tree, m_root, m_kind);
    findTop();
    readNames();
    readFigures();
    readStandfirst();
    if (m_source.purpose == Source::For::Dissection)
        leaveOutTop(Lines::BesideStory);
    leaveOutBetween(m_tree, m_parts);
    m_root = m_parts.region;
    leaveOutTop(Lines::OfStory);
    m_pieces.insert(keepEmbeds(m_tree, m_root, m_base));
    leaveOutRest();
    writeBody();
    sayWhatIsMissing();
    return m_article;
}

QString StoryPage::headlineOf() const
{
    TitleSources sources{.pageTitle = m_head.title,
                         .openGraph = m_head.meta({"og:title"_L1}),
                         .twitter = m_head.meta({"twitter:title"_L1}),
                         .structured = m_data.headline,
                         .site = m_article.site,
                         .host = m_article.url.host()};
    sources.others = m_head.allOf({"citation_title"_L1, "parsely-title"_L1, "sailthru.title"_L1,
                                   "dc.title"_L1, "dcterms.title"_L1});
    sources.headings = headings();
    return headline(sources);
}

// The page's <h1>, or else the line of it that its <title> holds.
QStringList StoryPage::headings() const
{
    QStringList found;
    for (int index = 0; index < m_tree.size(); ++index) {
        const auto &item = m_tree.at(index);
        if (found.size() >= limits::headings)
            break;
        if (item.tag == Tag::Heading && m_tree.isShort(index, limits::titleLength)
            && item.left == Left::Kept && item.node.isElement(u"h1") && !isMasthead(index))
            found.append(headlineText(m_tree, index));
    }
    if (!found.isEmpty())
        return found;
    QStringList keys;
    for (const auto &part : titleParts(m_head.title))
        keys.append(titleKey(part));
    qsizetype best = -1;
    for (int index = 1; index < m_tree.size(); ++index) {
        const auto &item = m_tree.at(index);
        if (!isLine(item) || item.tag == Tag::Link || item.letters < 8
            || !m_tree.isShort(index, 300)
            || (item.linkLetters * 2 > item.letters && !isLinkedHeadline(index)))
            continue;
        const auto line = m_tree.textOf(index);
        const auto at = keys.indexOf(titleKey(line));
        if (at < 0 || (at >= best && best >= 0) || m_tree.enclosing(index, Tag::Footer) >= 0)
            continue;
        best = at;
        found = {line};
    }
    return found;
}

// A heading that links to the front page or to what the page belongs to.
bool StoryPage::isMasthead(int heading) const
{
    if (m_tree.at(heading).linkLetters * 2 < m_tree.at(heading).letters)
        return false;
    auto link = m_tree.enclosing(heading, Tag::Link);
    for (int index = heading; link < 0 && index < m_tree.after(heading); ++index) {
        if (m_tree.at(index).tag == Tag::Link)
            link = index;
    }
    if (link < 0)
        return false;
    const auto &node = m_tree.at(link).node;
    if (node.attribute("rel").contains("home"_L1))
        return true;
    const auto target = m_base.resolved(QUrl(node.attribute("href").trimmed()));
    const auto path = target.path();
    return !node.attribute("href").startsWith(u'#') && target.host() == m_article.url.host()
        && (path.size() < m_article.url.path().size()
            || (m_article.url.hasQuery() && !target.hasQuery()))
        && (path.isEmpty() || path.endsWith(u'/')) && m_article.url.path().startsWith(path);
}

int StoryPage::headingItem() const
{
    const auto title = titleKey(m_article.title);
    if (title.isEmpty())
        return -1;
    int found = -1;
    const auto letters = m_article.title.size();
    for (int index = 1; index < m_tree.size(); ++index) {
        const auto &item = m_tree.at(index);
        if (!isLine(item) || item.letters < letters - 8
            || !m_tree.isShort(index, int(letters) + besideHeadline)
            || item.left == Left::Navigation || item.left == Left::Ignored)
            continue;
        if (!saysTitle(m_tree, index, title) || isHidden(m_tree, index))
            continue;
        if (item.tag == Tag::Heading && item.node.isElement(u"h1"))
            return index;
        if (found < 0)
            found = index;
    }
    return found;
}

// The block is one around the story's text: a caption, a standfirst.
bool StoryPage::isCaption(int block) const
{
    const auto letters = m_tree.at(block).letters;
    for (int level = 0; level < 4 && block > 0; ++level, block = m_tree.at(block).parent) {
        const auto &item = m_tree.at(block);
        if (item.letters > 2 * letters)
            return false;
        if (item.tag == Tag::FigureCaption
            || item.evidence.testAnyFlags(Hint::Caption | Hint::Standfirst | Hint::Credit))
            return true;
    }
    return false;
}

int StoryPage::firstParagraph(int from) const
{
    for (int index = from; index < m_tree.size();) {
        const auto &item = m_tree.at(index);
        if (item.left != Left::Kept) {
            index = item.end;
            continue;
        }
        if (item.tag == Tag::Text && weightOf(item) >= opening && item.parent >= 0) {
            int block = index;
            while (block > 0 && !isBlock(m_tree.at(block).tag))
                block = m_tree.at(block).parent;
            const auto &above = m_tree.at(block);
            if (!isCaption(block) && above.tag != Tag::Heading
                && above.linkLetters * 2 < above.letters
                && m_tree.enclosing(index, Tag::Figure) < 0)
                return block;
        }
        ++index;
    }
    return m_tree.after(m_root);
}

void StoryPage::findTop()
{
    auto heading = headingItem();
    if (heading < 0)
        heading = firstHeading(m_tree, m_root, firstParagraph(m_root));
    const auto start = heading >= 0 ? m_tree.after(heading) : m_root;
    const auto first = std::max(start, m_root);
    const auto last = std::min(entryAt(firstParagraph(first)), first + limits::topItems);
    m_top = {.begin = std::max(0, (heading >= 0 ? heading : m_root) - beforeHeading),
             .heading = heading,
             .end = std::max(last, start)};
}

void StoryPage::readNames()
{
    const auto dates = publicationDates({.tree = m_tree,
                                         .head = m_head,
                                         .data = m_data,
                                         .top = m_top,
                                         .address = m_article.url,
                                         .kind = m_kind});
    m_article.published = dates.published;
    m_article.modified = dates.modified;
    const Outlet outlet{.site = m_article.site, .host = m_article.url.host()};
    m_article.authors = storyAuthors(m_tree, m_head, m_data, m_top, outlet);
    // A name alone stands for its bearer beside a date, which such a page need not show.
    if (m_article.authors.isEmpty() && m_source.stated.published.isValid())
        m_article.authors = namesUnderHeadline(m_tree, m_top);
    for (auto &author : m_article.authors) {
        if (!author.url.isEmpty())
            author.url = m_base.resolved(author.url);
    }
    m_article.language = statedLanguage(m_head, m_data);
}

// A standfirst that nothing marks as one is the first paragraph; the picture stands below.
int StoryPage::textBegin() const
{
    constexpr int longest = 400;
    const auto first = m_top.end;
    if (first >= m_tree.size() || m_tree.at(first).letters > longest)
        return first;
    return firstParagraph(m_tree.after(first));
}

void StoryPage::readFigures()
{
    auto figures = findFigures(m_tree, m_pictures, m_base, m_data.images);
    for (const auto &found : figures)
        m_otherFigures.insert(found.item, figureHtml(found));
    auto stated = m_data.images.isEmpty() ? Figure() : m_data.images.first();
    if (stated.src.isEmpty())
        stated.src = m_head.meta({"og:image:secure_url"_L1, "og:image"_L1, "og:image:url"_L1,
                                  "twitter:image"_L1, "twitter:image:src"_L1});
    stated.alt = m_head.meta({"og:image:alt"_L1});
    const LeadSigns signs{.top = m_top,
                          .opening = textBegin(),
                          .root = m_root,
                          .stated = stated,
                          .title = m_article.title,
                          .page = m_article.url,
                          .base = m_base};
    m_article.lead = takeLead(m_tree, figures, signs, m_pictures.names);
    for (const auto &found : figures) {
        m_tree.leaveOut(found.item, Left::Figure);
        for (const auto item : found.words)
            m_tree.leaveOut(item, Left::Figure);
    }
    for (const auto &found : figures) {
        if (!m_parts.holdFigure(m_tree, found.item) || found.item == m_root)
            continue;
        m_pieces[found.item] += m_otherFigures.take(found.item);
        m_article.figures.append(found.figure);
    }
}

void StoryPage::readStandfirst()
{
    for (int index = m_top.begin; index < m_top.end; ++index) {
        const auto &item = m_tree.at(index);
        if (item.evidence.testFlag(Hint::Standfirst) && item.left == Left::Kept && item.letters > 20
            && m_tree.isShort(index, 600) && isLine(item) && index != m_top.heading
            && !m_tree.contains(index, std::max(m_top.heading, 0))) {
            m_article.standfirst = m_tree.textOf(index);
            m_tree.leaveOut(index, Left::Standfirst);
            return;
        }
    }
}

void StoryPage::leaveOutTop(Lines lines)
{
    const auto beside = lines == Lines::BesideStory;
    if (m_top.heading >= 0 && saysTitle(m_tree, m_top.heading, titleKey(m_article.title)))
        m_tree.leaveOut(m_top.heading, Left::Headline);
    // Names and dates stand below an opening as often as above it.
    const auto end = m_top.end < m_tree.after(m_root) && m_kind != PageKind::LiveBlog
        ? std::max(m_top.end,
                   std::min(firstParagraph(m_tree.after(m_top.end)), m_top.end + limits::topItems))
        : m_top.end;
    for (int index = beside ? m_top.begin : std::max(m_top.begin, m_root + 1); index < end;) {
        const auto &item = m_tree.at(index);
        if (item.left != Left::Kept || (beside && m_parts.contain(m_tree, index))) {
            index = item.end;
            continue;
        }
        // The opening itself: a subject in bold is no second headline.
        if (index == m_top.end) {
            index = item.end;
            continue;
        }
        const auto around = (beside && m_parts.standIn(m_tree, index))
            || (m_top.end < m_tree.size() && m_tree.contains(index, m_top.end))
            || (end < m_tree.size() && m_tree.contains(index, end));
        const auto longest = index < m_top.end ? 250 : 100;
        if (around || !m_tree.isShort(index, longest) || !isLine(item)) {
            ++index;
            continue;
        }
        const auto line = m_tree.textOf(index, PageTree::Which::Kept);
        const auto reason = whyNoText(index, line);
        if (reason == Left::Kept) {
            ++index;
            continue;
        }
        m_tree.leaveOut(index, reason);
        index = m_tree.after(index);
    }
}

void StoryPage::leaveOutRest()
{
    // The little that stands on an error page or in a dialog is mostly links.
    if (m_hasStory || m_tree.at(m_root).letters > limits::shortStory)
        pruneStory(m_tree, m_root, m_kind, m_article.url.host());
    if (isStory(m_kind))
        leaveOutRepeats(m_tree, m_root);
    leaveOutNotices(m_tree, m_root);
}

void StoryPage::writeBody()
{
    auto related = m_kind == PageKind::Listing
        ? RelatedStories()
        : inlineRelated(m_tree, m_root + 1, m_tree.after(m_root), m_base);
    m_article.related = related.links;
    for (const auto &link : m_boxes) {
        const auto known = std::any_of(
            m_article.related.begin(), m_article.related.end(),
            [&](const Link &other) { return other.title == link.title || other.url == link.url; });
        if (!known)
            m_article.related.append(link);
    }
    m_pieces.insert(related.pieces);
    const html::Sanitising how{.base = m_base, .pictures = m_pictures.names};
    m_article.body = bodyHtml(m_tree, {m_root, m_tree.after(m_root)}, m_pieces, {.how = how});
    m_article.text = html::plainText(m_article.body);
    if (m_article.language.isEmpty())
        m_article.language = text::detectLanguage(m_article.text);
}

} // namespace extraction
