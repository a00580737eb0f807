#pragma once

#include "extraction/pagetree.h"
#include "extraction/siterules.h"

#include <QHash>

#include <vector>

namespace extraction {

// Finds the items of a page that rules speak of; a lookup or two for each, however many there are.
class RuleMatcher
{
public:
    explicit RuleMatcher(const QList<SiteRule> &rules);

    // The last of the rules that means this item, as its place in the list, or -1.
    [[nodiscard]] int match(const PageTree &tree, int index) const;

private:
    [[nodiscard]] bool means(const SiteSelector &selector, const PageTree &tree, int index) const;

    QList<SiteRule> m_rules;
    QHash<QString, std::vector<int>> m_byName; // What the last step names → rules.
};

// The beginning of an item's text as rules know it by: they write it between quotation marks, so
// that it has none.
QString firstWords(const PageTree &tree, int index, qsizetype letters);

// Lets rules decide about a page before anything else does: a rule beats all other evidence, and
// of two the one nearer to an item.
void applyRules(PageTree &tree, const QList<SiteRule> &rules);

} // namespace extraction
