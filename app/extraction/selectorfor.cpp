#include "extraction/selectorfor.h"

#include "extraction/limits.h"
#include "extraction/rulematching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

constexpr int namesOfStep = 3;
// Steps until something recognisable is found above an item.
constexpr int climb = 5;
constexpr int wordLetters = 40;
constexpr int fewestWordLetters = 8;

// The id of a heading or paragraph says what this page's says.
bool mayHaveLastingId(Tag tag)
{
    return tag != Tag::Heading && tag != Tag::Paragraph && tag != Tag::ListItem;
}

SelectorStep stepFor(const Item &item)
{
    SelectorStep step{.element = item.node.name()};
    const auto id = item.node.attribute("id").trimmed();
    if (mayHaveLastingId(item.tag) && isStableName(id)) {
        step.id = id;
        return step;
    }
    const auto classes = item.node.attribute("class").simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &name : classes) {
        if (step.classes.size() < namesOfStep && isStableName(name) && !step.classes.contains(name))
            step.classes.append(name);
    }
    if (step.isNamed())
        return step;
    const auto role = item.node.attribute("role").trimmed();
    const auto property = item.node.attribute("itemprop").trimmed();
    step.role = isStableName(role) ? role : QString();
    step.itemprop = isStableName(property) ? property : QString();
    return step;
}

// Elements that a page has few of.
bool isLandmark(Tag tag)
{
    return tag == Tag::Article || tag == Tag::Aside || tag == Tag::Navigation || tag == Tag::Header
        || tag == Tag::Footer || tag == Tag::Form;
}

// The first words of an item, if they are enough to know it by.
QString wordsOf(const PageTree &tree, int item)
{
    auto words = firstWords(tree, item, wordLetters + 1);
    if (words.size() > wordLetters) {
        const auto space = words.lastIndexOf(u' ', wordLetters);
        words.truncate(space > 0 ? space : wordLetters);
    }
    words = words.trimmed();
    const auto isAll = tree.at(item).letters < wordLetters;
    return words.size() >= fewestWordLetters || isAll ? words : QString();
}

class Describer
{
public:
    Describer(const PageTree &tree, int item)
        : m_tree(tree)
        , m_item(item)
        , m_outer(item)
    {
        m_selector.steps = {stepFor(tree.at(item))};
        while (m_selector.steps.size() < climb && !m_selector.steps.constFirst().isNamed()
               && !isLandmark(tree.at(m_outer).tag) && addStep()) { }
        look();
        while (m_holders > 0 && m_selector.steps.size() < limits::selectorSteps && addStep())
            look();
    }

    SiteSelector describe(SiteRule::Verb verb, const std::function<bool(int)> &isKept)
    {
        const auto &last = m_selector.steps.constLast();
        const auto spares = verb == SiteRule::Verb::Keep || std::ranges::none_of(m_others, isKept);
        const auto isTooMuch = m_holders > 0 || !spares || (!last.isNamed() && !m_others.empty());
        if (isTooMuch)
            m_selector.words = wordsOf(m_tree, m_item);
        return m_selector;
    }

private:
    bool addStep()
    {
        const auto above = m_tree.at(m_outer).parent;
        if (above <= 0)
            return false;
        m_outer = above;
        m_selector.steps.prepend(stepFor(m_tree.at(above)));
        return true;
    }

    // What else on this page the selector means so far.
    void look()
    {
        m_others.clear();
        m_holders = 0;
        const RuleMatcher matcher({{.selector = m_selector}});
        for (int index = 1; index < m_tree.size(); ++index) {
            if (index == m_item || matcher.match(m_tree, index) < 0)
                continue;
            m_holders += m_tree.contains(index, m_item) ? 1 : 0;
            m_others.push_back(index);
        }
    }

    const PageTree &m_tree;
    int m_item;
    int m_outer; // The item that the first step describes.
    SiteSelector m_selector;
    std::vector<int> m_others;
    int m_holders = 0; // Those of them that the item stands in.
};

} // namespace

SiteSelector selectorFor(const PageTree &tree, int item, SiteRule::Verb verb,
                         const std::function<bool(int item)> &isKept)
{
    return Describer(tree, item).describe(verb, isKept);
}

} // namespace extraction
