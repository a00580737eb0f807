#include "extraction/pageparts.h"

#include "extraction/bodywriter.h"
#include "extraction/datatable.h"
#include "extraction/limits.h"
#include "extraction/noise.h"

#include <vector>

namespace extraction {

namespace {

// How much stands before each item of a page, so that what stands below one is a subtraction.
class Amounts
{
public:
    Amounts(const PageTree &tree, const QHash<int, QString> &figures)
        : m_before(size_t(tree.size()) + 1)
    {
        for (int index = 0; index < tree.size(); ++index) {
            const auto &item = tree.at(index);
            auto sum = m_before[size_t(index)];
            sum.letters += item.tag == Tag::Text ? item.letters : 0;
            sum.figures += figures.contains(index) ? 1 : 0;
            sum.blocks += isBlock(item.tag) ? 1 : 0;
            sum.left += item.left != Left::Kept && item.left != Left::Ignored ? 1 : 0;
            sum.ruled += item.left == Left::Rule ? 1 : 0;
            m_before[size_t(index) + 1] = sum;
        }
    }

    struct Amount
    {
        int letters = 0;
        int figures = 0;
        int blocks = 0;
        int left = 0;
        int ruled = 0;
    };

    [[nodiscard]] Amount in(ItemRange range) const
    {
        const auto &begin = m_before[size_t(range.begin)];
        const auto &end = m_before[size_t(range.end)];
        return {.letters = end.letters - begin.letters,
                .figures = end.figures - begin.figures,
                .blocks = end.blocks - begin.blocks,
                .left = end.left - begin.left,
                .ruled = end.ruled - begin.ruled};
    }

private:
    std::vector<Amount> m_before;
};

QHash<int, QString> joined(QHash<int, QString> pieces, const QHash<int, QString> &others)
{
    pieces.insert(others);
    return pieces;
}

class Dissector
{
public:
    Dissector(const StoryPage &page, const StoryParts &story, const html::Sanitising &how)
        : m_page(page)
        , m_story(story)
        , m_tree(page.tree())
        , m_how(how)
        , m_figures(joined(page.pieces(), page.otherFigures()))
        , m_amounts(m_tree, m_figures)
    {
    }

    PageParts run()
    {
        for (int index = 0; index < m_tree.size() && !m_found.isCut;)
            index = visit(index);
        return std::move(m_found);
    }

private:
    // Returns where to go on.
    int visit(int index)
    {
        const auto &item = m_tree.at(index);
        if (!isShown(index))
            return item.end;
        if (!m_story.items.empty() && m_page.pieces().contains(index)) {
            keptPart(index, {index, item.end});
            return item.end;
        }
        if (item.left != Left::Kept) {
            leftParts(index, item.left);
            return item.end;
        }
        return isStory(index) ? visitStory(index) : visitOutside(index);
    }

    int visitStory(int index)
    {
        const auto &item = m_tree.at(index);
        if (!isBlock(item.tag)) {
            const auto end = endOfLine(index);
            keptPart(end == item.end && item.node.isElement() ? index : -1, {index, end});
            leftInside({index, end});
            return end;
        }
        if (!isOneThing(index))
            return index + 1;
        keptPart(index, {index, item.end});
        leftInside({index + 1, item.end});
        return item.end;
    }

    int visitOutside(int index)
    {
        const auto &item = m_tree.at(index);
        const auto holdsStory
            = m_next < m_story.items.size() && m_tree.contains(index, m_story.items[m_next]);
        if (holdsStory)
            return index + 1;
        if (m_amounts.in({index, item.end}).left > 0 && isBlock(item.tag) && !isOneThing(index))
            return index + 1;
        leftParts(index, Left::Outside);
        return item.end;
    }

    // What a browser shows of an item: some words, or a picture.
    [[nodiscard]] bool isShown(int index) const
    {
        const auto &item = m_tree.at(index);
        if (item.left == Left::Ignored || item.tag == Tag::Noscript)
            return false;
        const auto amount = m_amounts.in({index, item.end});
        // What pages hide is mostly menus and boxes that open, but sometimes the rest of the story.
        if (item.left == Left::Hidden)
            return item.letters - item.linkLetters >= limits::hiddenProse;
        return amount.letters > 0 || amount.figures > 0;
    }

    bool isStory(int index)
    {
        const auto &items = m_story.items;
        while (m_next < items.size() && m_tree.after(items[m_next]) <= index)
            ++m_next;
        return m_next < items.size() && m_tree.contains(items[m_next], index);
    }

    // The end of a run of words, links and pictures that stand in a line together.
    [[nodiscard]] int endOfLine(int index) const
    {
        const auto parent = m_tree.at(index).parent;
        const auto last = parent >= 0 ? m_tree.after(parent) : m_tree.size();
        while (index < last) {
            const auto &item = m_tree.at(index);
            if (isBlock(item.tag) || m_page.pieces().contains(index)
                || (item.left != Left::Kept && item.left != Left::Ignored))
                break;
            index = item.end;
        }
        return index;
    }

    // True for what a person takes for one block, whatever stands in it.
    [[nodiscard]] bool isOneThing(int index) const
    {
        const auto &item = m_tree.at(index);
        switch (item.tag) {
        case Tag::Paragraph:
        case Tag::Heading:
        case Tag::List:
        case Tag::Definitions:
        case Tag::Quote:
        case Tag::Preformatted:
        case Tag::Figure:
            return true;
        case Tag::Table:
            return isDataTable(m_tree, index);
        default:
            return m_amounts.in({index + 1, item.end}).blocks == 0;
        }
    }

    void leftInside(ItemRange range)
    {
        if (m_amounts.in(range).left == 0)
            return;
        for (int index = range.begin; index < range.end;) {
            const auto &item = m_tree.at(index);
            if (item.left == Left::Kept && !m_page.pieces().contains(index)) {
                ++index;
                continue;
            }
            if (item.left != Left::Kept && isShown(index))
                leftParts(index, item.left);
            index = item.end;
        }
    }

    // What a rule drops is told as such, also in a box that was left out for another reason.
    void leftParts(int root, Left reason)
    {
        for (int index = root; index < m_tree.after(root);) {
            const auto &item = m_tree.at(index);
            const auto isRuled = item.left == Left::Rule;
            if (index != root && (item.left == Left::Hidden || !isShown(index))) {
                index = item.end;
            } else if (!isRuled && m_amounts.in({index, item.end}).ruled > 0) {
                ++index;
            } else {
                leftPart(index, isRuled ? Left::Rule : reason);
                index = item.end;
            }
        }
    }

    // The nearest rule at or above an item, as its place in their list, and the item it means.
    struct Ruling
    {
        int rule = -1;
        int item = -1;
    };

    [[nodiscard]] Ruling rulingOn(int index) const
    {
        while (index > 0 && m_tree.at(index).rule < 0)
            index = m_tree.at(index).parent;
        return index > 0 ? Ruling{.rule = m_tree.at(index).rule, .item = index} : Ruling();
    }

    void keptPart(int item, ItemRange range)
    {
        auto block = made(item, range, PageTree::Which::Kept, m_page.pieces());
        if (block.html.isEmpty())
            return;
        // The whole page is nothing a rule could be about.
        if (item == 0)
            item = block.item = -1;
        PagePart part{.item = item, .blocks = {std::move(block)}};
        const auto ruling = m_tree.at(range.begin).keptByRule ? rulingOn(range.begin) : Ruling();
        if (ruling.rule >= 0) {
            part.item = ruling.item;
            part.rule = m_page.rules().at(ruling.rule);
            // A box that was kept is one part, however many blocks are in it.
            auto &parts = m_found.parts;
            if (!parts.isEmpty() && parts.constLast().item == part.item
                && parts.constLast().left == Left::Kept) {
                parts.last().blocks += part.blocks;
                return;
            }
        }
        add(std::move(part));
    }

    void leftPart(int index, Left reason)
    {
        PagePart part{.item = index, .left = finerReason(index, reason)};
        if (reason == Left::Rule) {
            const auto ruling = rulingOn(index);
            if (ruling.rule >= 0)
                part.rule = m_page.rules().at(ruling.rule);
        }
        split(index, part.blocks);
        if (part.blocks.isEmpty())
            return;
        // A part of one block is known by its box.
        if (part.blocks.size() == 1)
            part.blocks.first().item = part.item;
        if (!m_tree.at(index).node.isElement())
            part.item = -1;
        add(std::move(part));
    }

    // A box may be left out for where it stands, but say of itself what it is.
    [[nodiscard]] Left finerReason(int index, Left reason) const
    {
        if (reason != Left::Sidebar && reason != Left::Outside)
            return reason;
        return reasonIn(m_tree.at(index).evidence).value_or(reason);
    }

    // A long part is shown as the blocks it is made of.
    void split(int root, QList<PageBlock> &blocks)
    {
        for (int index = root; index < m_tree.after(root);) {
            const auto &item = m_tree.at(index);
            const ItemRange all{index, item.end};
            const auto amount = m_amounts.in(all);
            const auto isHidden = item.left == Left::Hidden && index != root;
            if (item.left == Left::Ignored || item.tag == Tag::Noscript || isHidden
                || (amount.letters == 0 && amount.figures == 0)) {
                index = item.end;
                continue;
            }
            if (isBlock(item.tag) && amount.letters > limits::wholePart && !isOneThing(index)) {
                ++index;
                continue;
            }
            const auto end = isBlock(item.tag) || index == root ? item.end : endOfLine(index);
            const auto isElement = item.node.isElement() && end == item.end;
            const ItemRange range{index, std::max(end, item.end)};
            auto block
                = made(isElement ? index : -1, range, PageTree::Which::Everything, m_figures);
            if (!block.html.isEmpty())
                blocks.append(std::move(block));
            index = range.end;
        }
    }

    PageBlock made(int item, ItemRange range, PageTree::Which which,
                   const QHash<int, QString> &pieces)
    {
        auto html = bodyHtml(m_tree, range, pieces, {.how = m_how, .which = which});
        m_letters += html.toString().size();
        return {.item = item, .html = std::move(html)};
    }

    void add(PagePart part)
    {
        m_found.parts.append(std::move(part));
        m_found.isCut
            = m_found.parts.size() >= limits::shownParts || m_letters > limits::shownLetters;
    }

    const StoryPage &m_page;
    const StoryParts &m_story;
    const PageTree &m_tree;
    const html::Sanitising &m_how;
    QHash<int, QString> m_figures; // Every figure of the page, and whatever stands for an item.
    Amounts m_amounts;
    PageParts m_found;
    size_t m_next = 0; // The part of the story at or behind where the walk is.
    qsizetype m_letters = 0;
};

} // namespace

PageParts pageParts(const StoryPage &page, const StoryParts &story, const html::Sanitising &how)
{
    return Dissector(page, story, how).run();
}

} // namespace extraction
