#include "extraction/rulematching.h"

#include "extraction/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// What a rule is found by: the rarest that its last step says.
QString nameOf(const SelectorStep &step)
{
    if (!step.id.isEmpty())
        return u'#' + step.id;
    if (!step.classes.isEmpty())
        return u'.' + step.classes.constFirst();
    return step.element;
}

QStringList wordsOf(const html::Node &node, const char *attribute)
{
    return node.attribute(attribute).simplified().split(u' ', Qt::SkipEmptyParts);
}

bool fits(const SelectorStep &step, const html::Node &node)
{
    if (!step.element.isEmpty() && node.name() != step.element)
        return false;
    if (!step.id.isEmpty() && node.attribute("id").trimmed() != step.id)
        return false;
    if (!step.role.isEmpty() && !wordsOf(node, "role").contains(step.role))
        return false;
    if (!step.itemprop.isEmpty() && !wordsOf(node, "itemprop").contains(step.itemprop))
        return false;
    if (step.classes.isEmpty())
        return true;
    const auto classes = wordsOf(node, "class");
    return std::ranges::all_of(step.classes,
                               [&](const QString &name) { return classes.contains(name); });
}

bool mayBeRuled(const Item &item)
{
    return item.tag != Tag::Text && item.left != Left::Ignored;
}

// Text that the page hides, with a part of it that a rule keeps: the rest stays hidden.
void openHidden(PageTree &tree, int index)
{
    tree.at(index).left = Left::Kept;
    for (int child = index + 1; child < tree.after(index); child = tree.after(child)) {
        auto &item = tree.at(child);
        if (!item.keptByRule && item.left == Left::Kept)
            item.left = Left::Hidden;
    }
}

} // namespace

RuleMatcher::RuleMatcher(const QList<SiteRule> &rules)
    : m_rules(rules)
{
    const auto first = std::max(0, int(rules.size()) - limits::rulesOfSite);
    for (int number = first; number < int(rules.size()); ++number) {
        const auto &steps = rules.at(number).selector.steps;
        if (!steps.isEmpty())
            m_byName[nameOf(steps.constLast())].push_back(number);
    }
}

int RuleMatcher::match(const PageTree &tree, int index) const
{
    if (!mayBeRuled(tree.at(index)))
        return -1;
    const auto &node = tree.at(index).node;
    // A rule without a name has none to be found by but the empty one.
    QStringList names{QString(), node.name()};
    if (node.hasAttribute("id"))
        names.append(u'#' + node.attribute("id").trimmed());
    if (node.hasAttribute("class")) {
        for (const auto &name : wordsOf(node, "class"))
            names.append(u'.' + name);
    }
    int last = -1;
    for (const auto &name : names) {
        const auto found = m_byName.constFind(name);
        if (found == m_byName.cend())
            continue;
        for (const auto number : *found) {
            if (number > last && means(m_rules.at(number).selector, tree, index))
                last = number;
        }
    }
    return last;
}

bool RuleMatcher::means(const SiteSelector &selector, const PageTree &tree, int index) const
{
    auto node = tree.at(index).node;
    for (auto step = selector.steps.crbegin(); step != selector.steps.crend(); ++step) {
        if (!node.isElement() || !fits(*step, node))
            return false;
        node = node.parent();
    }
    return selector.words.isEmpty()
        || firstWords(tree, index, selector.words.size()).startsWith(selector.words);
}

QString firstWords(const PageTree &tree, int index, qsizetype letters)
{
    return tree.beginningOf(index, 2 * letters).remove(u'"').simplified();
}

void applyRules(PageTree &tree, const QList<SiteRule> &rules)
{
    if (rules.isEmpty())
        return;
    const RuleMatcher matcher(rules);
    const auto verb = [&](int index) { return rules.at(tree.at(index).rule).verb; };
    // The body itself is all there is: no rule is about that.
    for (int index = 1; index < tree.size(); ++index) {
        auto &item = tree.at(index);
        item.rule = matcher.match(tree, index);
        item.keptByRule = item.rule >= 0 ? verb(index) == SiteRule::Verb::Keep
                                         : tree.at(item.parent).keptByRule;
    }
    for (int index = tree.size() - 1; index > 0; --index) {
        const auto &item = tree.at(index);
        if (item.holdsKept || (item.rule >= 0 && item.keptByRule))
            tree.at(item.parent).holdsKept = true;
    }
    for (int index = 1; index < tree.size(); ++index) {
        const auto &item = tree.at(index);
        if (item.left == Left::Hidden && item.rule >= 0 && item.keptByRule)
            tree.at(index).left = Left::Kept;
        else if (item.left == Left::Hidden && item.holdsKept)
            openHidden(tree, index);
        else if (item.rule >= 0 && !item.keptByRule)
            tree.leaveOut(index, Left::Rule);
    }
    tree.recount();
}

} // namespace extraction
