#include "extraction/storyparts.h"

#include <algorithm>

namespace extraction {

namespace {

// Levels above the story at which its other parts may stand.
constexpr int climb = 6;
constexpr int climbToHeading = 12;
// Letters of an opening: a label has fewer, a teaser of another story is as long as the most.
constexpr int shortestOpening = 60;
constexpr int longestOpening = 1200;
// A neighbour is a part with this much prose and this share of what the story has.
constexpr int shortestPart = 200;
constexpr int longestLabel = 20;
constexpr double shareOfPart = 0.2;

int proseOf(const Item &item)
{
    return item.letters - item.linkLetters;
}

bool isCut(const Item &item)
{
    return item.left != Left::Kept || item.tag == Tag::Noscript;
}

class Joiner
{
public:
    Joiner(const PageTree &tree, int root, int heading)
        : m_tree(tree)
        , m_root(root)
        , m_heading(heading >= 0 && !tree.contains(root, heading) && heading < root ? heading : -1)
    {
    }

    StoryParts run()
    {
        m_parts = {.region = m_root, .items = {m_root}};
        if (m_root <= 0)
            return m_parts;
        joinOpening();
        joinNeighbours();
        std::sort(m_parts.items.begin(), m_parts.items.end());
        return m_parts;
    }

private:
    void joinOpening()
    {
        if (m_heading < 0)
            return;
        int common = m_tree.at(m_root).parent;
        for (int level = 0; common > 0 && !m_tree.contains(common, m_heading); ++level) {
            if (level >= climbToHeading)
                return;
            common = m_tree.at(common).parent;
        }
        for (int index = m_tree.after(m_heading); index < m_root;) {
            const auto &item = m_tree.at(index);
            if (isCut(item)) {
                index = item.end;
            } else if (isOpening(index)) {
                m_parts.items.push_back(index);
                m_parts.region = std::min(m_parts.region, common);
                index = item.end;
            } else {
                ++index;
            }
        }
    }

    [[nodiscard]] bool isOpening(int index) const
    {
        const auto &item = m_tree.at(index);
        const auto mayBe = item.tag == Tag::Paragraph || item.tag == Tag::Block
            || item.tag == Tag::Heading || item.tag == Tag::List;
        return mayBe && item.letters >= shortestOpening && m_tree.isShort(index, longestOpening)
            && item.linkLetters * 3 < item.letters && m_tree.after(index) <= m_root
            && !saysOther(index);
    }

    [[nodiscard]] bool saysOther(int index) const
    {
        const auto other = Hint::Byline | Hint::Date | Hint::Caption | Hint::Credit | Hint::Tags
            | Hint::Sharing | Hint::AboutAuthor | Hint::Navigation;
        if (m_tree.enclosing(index, Tag::Figure) >= 0)
            return true;
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.evidence.testAnyFlags(other) || item.tag == Tag::Figure
                || item.tag == Tag::Time || item.tag == Tag::Image)
                return true;
        }
        return false;
    }

    void joinNeighbours()
    {
        int below = m_root;
        for (int level = 0; level < climb; ++level) {
            const auto above = m_tree.at(below).parent;
            if (above <= 0)
                return;
            for (int child = above + 1; child < m_tree.after(above); child = m_tree.after(child)) {
                if (child == below || !isPart(child))
                    continue;
                m_parts.items.push_back(child);
                m_parts.region = std::min(m_parts.region, above);
            }
            if (m_heading >= 0 && m_tree.contains(above, m_heading))
                return;
            below = above;
        }
    }

    // What stands before the headline is another story's.
    [[nodiscard]] bool isPart(int index) const
    {
        const auto &item = m_tree.at(index);
        if (isCut(item) || item.tag == Tag::Article || item.tag == Tag::Text
            || m_tree.contains(index, m_heading) || index < m_heading)
            return false;
        const auto prose = proseOf(item);
        const auto isLong
            = prose >= shortestPart && prose >= shareOfPart * proseOf(m_tree.at(m_root));
        return (isLong || item.evidence.testFlag(Hint::Body)) && prose > 0
            && item.linkLetters * 5 < item.letters && isText(index);
    }

    // Neither another article nor a list of labels.
    [[nodiscard]] bool isText(int index) const
    {
        int sentences = 0;
        for (int i = index; i < m_tree.after(index); ++i) {
            const auto &item = m_tree.at(i);
            if (item.tag == Tag::Article)
                return false;
            if (item.tag == Tag::Text && item.letters >= longestLabel)
                sentences += item.letters;
        }
        return sentences * 2 > m_tree.at(index).letters;
    }

    const PageTree &m_tree;
    int m_root;
    int m_heading;
    StoryParts m_parts;
};

} // namespace

bool StoryParts::contain(const PageTree &tree, int index) const
{
    return std::any_of(items.begin(), items.end(),
                       [&](int item) { return tree.contains(item, index); });
}

bool StoryParts::holdFigure(const PageTree &tree, int index) const
{
    if (contain(tree, index))
        return true;
    if (items.size() < 2 || index < items.front() || index > items.back())
        return false;
    const auto holdsPart = [&](int above) {
        return std::any_of(items.begin(), items.end(),
                           [&](int item) { return tree.contains(above, item); });
    };
    int top = index;
    while (tree.at(top).parent > 0 && !holdsPart(tree.at(top).parent))
        top = tree.at(top).parent;
    return tree.at(top).letters == 0 || top == index;
}

bool StoryParts::standIn(const PageTree &tree, int index) const
{
    return std::any_of(items.begin(), items.end(),
                       [&](int item) { return tree.contains(index, item); });
}

StoryParts storyParts(const PageTree &tree, int root, int heading)
{
    return Joiner(tree, root, heading).run();
}

void joinKept(const PageTree &tree, StoryParts &parts)
{
    auto items = parts.items;
    for (int index = 1; index < tree.size();) {
        const auto &item = tree.at(index);
        if (!item.keptByRule) {
            index = item.holdsKept ? index + 1 : item.end;
            continue;
        }
        if (!parts.contain(tree, index))
            items.push_back(index);
        index = item.end;
    }
    if (items.size() == parts.items.size())
        return;
    for (const auto item : items) {
        while (!tree.contains(parts.region, item))
            parts.region = tree.at(parts.region).parent;
    }
    std::sort(items.begin(), items.end());
    // What holds a part stands before it.
    parts.items.clear();
    for (const auto item : items) {
        if (parts.items.empty() || !tree.contains(parts.items.back(), item))
            parts.items.push_back(item);
    }
}

void leaveOutBetween(PageTree &tree, const StoryParts &parts)
{
    auto part = parts.items.begin();
    for (int index = parts.region; index < tree.after(parts.region);) {
        while (part != parts.items.end() && *part < index)
            ++part;
        if (part != parts.items.end() && *part == index) {
            index = tree.after(index);
        } else if (part != parts.items.end() && tree.contains(index, *part)) {
            ++index;
        } else if (tree.at(index).letters == 0) {
            index = tree.after(index);
        } else {
            tree.leaveOut(index, Left::Outside);
            index = tree.after(index);
        }
    }
}

} // namespace extraction
