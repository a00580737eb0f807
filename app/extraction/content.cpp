#include "extraction/content.h"

#include <QUrl>

#include <algorithm>
#include <vector>

namespace extraction {

namespace {

// An element that calls itself an article is believed with this much prose.
constexpr double wholeStory = 400;
// And this share of all the page's prose.
constexpr double shareOfStory = 0.3;
// A child with this share of its parent's prose holds the story alone.
constexpr double nearlyAll = 0.8;
// A line shorter than this is as often a label as a sentence.
constexpr int shortestProse = 40;
constexpr int shortestLabel = 20;
constexpr int longestCaption = 300;

double weightOf(Tag tag)
{
    switch (tag) {
    case Tag::Paragraph:
        return 1.0;
    case Tag::Quote:
    case Tag::Preformatted:
        return 0.9;
    case Tag::ListItem:
    case Tag::DefinitionTerm:
    case Tag::Cell:
        return 0.6;
    case Tag::Heading:
        return 0.2;
    default:
        return 0.8;
    }
}

double favour(const Item &item)
{
    double factor = 1;
    if (item.evidence.testFlag(Hint::Body))
        factor *= 1.5;
    if (item.tag == Tag::Article)
        factor *= 1.25;
    return factor;
}

class Scoring
{
public:
    Scoring(const PageTree &tree, PageKind kind)
        : m_tree(tree)
        , m_kind(kind)
        , m_own(size_t(tree.size()))
        , m_links(size_t(tree.size()))
        , m_sum(size_t(tree.size()))
    {
        gather();
        for (int index = m_tree.size() - 1; index > 0; --index) {
            const auto &item = m_tree.at(index);
            m_sum[size_t(index)] += value(index);
            if (item.left == Left::Kept && item.parent >= 0)
                m_sum[size_t(item.parent)] += std::max(0.0, m_sum[size_t(index)]);
        }
        if (m_tree.size() > 0)
            m_sum[0] += value(0);
    }

    [[nodiscard]] double sum(int index) const { return m_sum[size_t(index)]; }

private:
    // Gives every text to the block that it stands in.
    void gather()
    {
        std::vector<int> block(size_t(m_tree.size()), 0);
        std::vector<bool> linked(size_t(m_tree.size()), false);
        for (int index = 0; index < m_tree.size();) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept || item.tag == Tag::Noscript) {
                index = item.end;
                continue;
            }
            const auto above = size_t(std::max(item.parent, 0));
            block[size_t(index)] = isBlock(item.tag) || index == 0 ? index : block[above];
            linked[size_t(index)] = item.tag == Tag::Link || (index > 0 && linked[above]);
            if (item.tag == Tag::Text) {
                const auto letters = weightOf(item);
                m_own[size_t(block[size_t(index)])] += letters;
                if (linked[size_t(index)])
                    m_links[size_t(block[size_t(index)])] += letters;
            }
            ++index;
        }
    }

    // What a block's own text adds to or takes from its surroundings.
    [[nodiscard]] double value(int index) const
    {
        const auto letters = m_own[size_t(index)];
        if (letters == 0)
            return 0;
        if (m_kind == PageKind::Listing)
            return letters;
        const auto links = m_links[size_t(index)];
        if (letters < shortestProse || links * 2 > letters)
            return links * 2 > letters ? -0.5 * links - 5 : 0;
        return (letters - links) * weightOf(m_tree.at(index).tag);
    }

    const PageTree &m_tree;
    PageKind m_kind;
    std::vector<int> m_own;
    std::vector<int> m_links;
    std::vector<double> m_sum;
};

// An element that says it is the story and holds a good part of the page's prose: where to begin.
// Of several alike beside each other none is the story: that is a list, or a thread.
int declaredStory(const PageTree &tree, const Scoring &scoring, int heading)
{
    int best = 0;
    bool alone = true;
    const auto least = std::max(shareOfStory * scoring.sum(0), wholeStory);
    for (int index = 1; index < tree.size();) {
        const auto &item = tree.at(index);
        if (item.left != Left::Kept) {
            index = item.end;
            continue;
        }
        const auto declared = item.tag == Tag::Article || item.evidence.testFlag(Hint::Body);
        if (!declared || !isBlock(item.tag) || scoring.sum(index) < least) {
            ++index;
            continue;
        }
        // Under the headline before anything else.
        const auto favoured = tree.contains(index, heading) && !tree.contains(best, heading);
        if (best > 0 && scoring.sum(index) > 0.5 * scoring.sum(best)
            && item.parent == tree.at(best).parent)
            alone = false;
        if (best == 0 || favoured || scoring.sum(index) > scoring.sum(best))
            best = index;
        index = item.end;
    }
    return alone ? best : 0;
}

int richestChild(const PageTree &tree, const Scoring &scoring, int root)
{
    int best = -1;
    double bestSum = 0;
    for (int child = root + 1; child < tree.after(root); child = tree.after(child)) {
        const auto &item = tree.at(child);
        if (item.left != Left::Kept || item.tag == Tag::Text)
            continue;
        const auto sum = scoring.sum(child) * favour(item);
        if (sum > bestSum) {
            bestSum = sum;
            best = child;
        }
    }
    return bestSum >= nearlyAll * scoring.sum(root) ? best : -1;
}

bool isThread(PageKind kind)
{
    return kind == PageKind::Thread || kind == PageKind::Questions;
}

// What forums write around each post: ranks, counts of posts and votes, signatures.
bool isPosterLine(const Item &item)
{
    constexpr int longest = 250;
    return isBlock(item.tag) && item.letters > 0 && item.letters <= longest
        && item.evidence.testFlag(Hint::Poster) && !item.evidence.testFlag(Hint::Body);
}

// Who wrote a post, and when. The first post's is the page's own and was read before.
bool isPostByline(const Item &item)
{
    constexpr int longest = 100;
    return isBlock(item.tag) && item.letters > 0 && item.letters <= longest
        && item.evidence.testFlag(Hint::Byline) && !item.evidence.testFlag(Hint::Body);
}

// The words under a picture that is shown otherwise, or not at all. Slides with a heading are
// captioned too: those are text.
bool isLostCaption(const PageTree &tree, int index)
{
    const auto &item = tree.at(index);
    if (!isBlock(item.tag) || item.tag == Tag::TableCaption || item.tag == Tag::Heading
        || !tree.isShort(index, longestCaption)
        || !item.evidence.testAnyFlags(Hint::Caption | Hint::Credit)
        || item.evidence.testFlag(Hint::Body))
        return false;
    for (int i = index + 1; i < tree.after(index); ++i) {
        const auto tag = tree.at(i).tag;
        if (tag == Tag::Heading || tag == Tag::List || tag == Tag::Quote)
            return false;
    }
    return true;
}

class Pruning
{
public:
    Pruning(PageTree &tree, int root, PageKind kind, const QString &host)
        : m_tree(tree)
        , m_root(root)
        , m_kind(kind)
        , m_host(host)
        , m_lastProse(size_t(tree.after(root) - root), -1)
    {
    }

    void run()
    {
        findProse();
        for (int index = m_root + 1; index < m_tree.after(m_root);) {
            const auto &item = m_tree.at(index);
            const auto reason = item.left == Left::Kept ? reasonFor(index) : Left::Kept;
            if (reason != Left::Kept)
                m_tree.leaveOut(index, reason);
            if (item.left != Left::Kept) {
                index = item.end;
                continue;
            }
            if (item.tag == Tag::Text && item.letters > 0) {
                m_announced = item.text.trimmed().endsWith(u':');
                m_afterHeading = m_tree.at(item.parent).tag == Tag::Heading
                    || m_tree.enclosing(index, Tag::Heading) > m_root;
            }
            ++index;
        }
    }

private:
    // The last paragraph of prose in each item, and in the whole story in front.
    void findProse()
    {
        constexpr int shortest = 80;
        for (int index = m_root + 1; index < m_tree.after(m_root);) {
            const auto &item = m_tree.at(index);
            if (item.left != Left::Kept) {
                index = item.end;
                continue;
            }
            if (item.tag == Tag::Paragraph && item.letters - item.linkLetters >= shortest) {
                m_lastProse[size_t(item.parent - m_root)] = index;
                m_lastProse.front() = index;
            }
            ++index;
        }
    }

    [[nodiscard]] Left reasonFor(int index) const
    {
        if (isThread(m_kind) && isPostByline(m_tree.at(index)))
            return Left::Byline;
        if (isLostCaption(m_tree, index))
            return Left::Figure;
        return isLinks(m_tree.at(index)) && !isInText(index) ? Left::Links : Left::Kept;
    }

    [[nodiscard]] static bool isLinks(const Item &item)
    {
        const auto mayGo = item.tag == Tag::Block || item.tag == Tag::List || item.tag == Tag::Table
            || item.tag == Tag::Paragraph || item.tag == Tag::Article || item.tag == Tag::Header;
        const auto share = item.tag == Tag::Paragraph ? 9 : 6;
        return mayGo && item.letters > 0 && item.linkLetters * 10 > item.letters * share;
    }

    // Links that the author set: to elsewhere, and lists with prose around them. What leads to
    // other pages of the same site, under a heading or with pictures is what the page offers
    // besides.
    [[nodiscard]] bool isInText(int index) const
    {
        const auto &item = m_tree.at(index);
        if (item.tag == Tag::Paragraph)
            return (item.letters >= shortestProse || index < m_lastProse.front())
                && leadsElsewhere(index);
        if (item.tag != Tag::List)
            return false;
        const auto &above = m_tree.at(item.parent);
        const auto isInner
            = above.tag == Tag::ListItem && above.letters - above.linkLetters >= shortestLabel;
        const auto inProse = index < m_lastProse[size_t(item.parent - m_root)];
        return (isInner || (inProse && m_announced && !m_afterHeading)
                || (index < m_lastProse.front() && leadsElsewhere(index)))
            && isPlain(index);
    }

    [[nodiscard]] bool isPlain(int list) const
    {
        for (int i = list + 1; i < m_tree.after(list); ++i) {
            const auto tag = m_tree.at(i).tag;
            if (tag == Tag::Image || tag == Tag::Heading)
                return false;
        }
        return true;
    }

    // By the first link, which the others are like.
    [[nodiscard]] bool leadsElsewhere(int index) const
    {
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.tag != Tag::Link || item.letters == 0)
                continue;
            const auto host = QUrl(item.node.attribute("href").trimmed()).host();
            return !host.isEmpty() && host != m_host;
        }
        return false;
    }

    PageTree &m_tree;
    int m_root;
    PageKind m_kind;
    const QString &m_host;
    std::vector<int> m_lastProse;
    bool m_afterHeading = false;
    bool m_announced = false; // The text before ends with a colon.
};

} // namespace

int weightOf(const Item &text)
{
    int wide = 0;
    for (const auto letter : text.text) {
        if (letter.unicode() >= 0x2E80 && letter.unicode() < 0xFB00)
            ++wide;
    }
    return text.letters + wide;
}

int storyRoot(const PageTree &tree, int heading, PageKind kind)
{
    if (tree.size() == 0)
        return -1;
    const Scoring scoring(tree, kind);
    // Walks down while one child holds nearly all there is.
    int root = isStory(kind) ? declaredStory(tree, scoring, heading) : 0;
    for (int child = root; child >= 0; child = richestChild(tree, scoring, root)) {
        const auto tag = tree.at(child).tag;
        if (child != root
            && (tag == Tag::Paragraph || tag == Tag::ListItem || tag == Tag::Quote
                || !isBlock(tag)))
            break;
        root = child;
    }
    return scoring.sum(root) > 0 ? root : -1;
}

void leaveOutAnchors(PageTree &tree)
{
    constexpr int longest = 2;
    for (int index = 0; index < tree.size(); ++index) {
        const auto &item = tree.at(index);
        if (item.tag != Tag::Link || item.letters == 0 || item.letters > longest
            || !item.node.attribute("href").startsWith(u'#'))
            continue;
        const auto mark = tree.textOf(index);
        if (std::none_of(mark.begin(), mark.end(),
                         [](QChar letter) { return letter.isLetterOrNumber(); }))
            tree.leaveOut(index, Left::Ignored);
    }
}

void leaveOutPosters(PageTree &tree, int root, PageKind kind)
{
    for (int index = root + 1; isThread(kind) && index < tree.after(root);) {
        if (isPosterLine(tree.at(index)))
            tree.leaveOut(index, Left::AboutAuthor);
        index = tree.at(index).left != Left::Kept ? tree.after(index) : index + 1;
    }
}

void pruneStory(PageTree &tree, int root, PageKind kind, const QString &host)
{
    if (kind != PageKind::Listing)
        Pruning(tree, root, kind, host).run();
}

} // namespace extraction
