#include "extraction/dissection.h"

#include "extraction/bestreading.h"
#include "extraction/extraction.h"
#include "extraction/pageparts.h"
#include "extraction/selectorfor.h"
#include "extraction/stated.h"
#include "html/pictures.h"
#include "html/sanitise.h"

using namespace Qt::StringLiterals;

namespace extraction {

namespace {

// A file that holds a story and nothing around it.
Result<Dissection> dissectStory(const SavedPage &page)
{
    auto article = extract(page);
    if (!article)
        return article.error();
    const auto document = html::Document::parse(article->body.toString());
    if (!document)
        return document.error();
    Dissection found;
    const html::Sanitising how{.base = article->url, .ownAddresses = true};
    const auto blocks = document->body().children();
    for (const auto &block : blocks) {
        if (auto html = html::sanitise(block, how); !html.isEmpty())
            found.parts.append({.blocks = {{.html = std::move(html)}}});
    }
    found.article = *std::move(article);
    return found;
}

QString siteOfPage(const Article &stated, const Article &found)
{
    return siteOf((stated.url.isValid() ? stated.url : found.url).host());
}

bool isKept(const StoryPage &page, int item)
{
    return page.parts().contain(page.tree(), item) && !page.tree().isLeftOut(item);
}

} // namespace

Result<Dissection> dissect(const SavedPage &page, const SiteRules &rules)
{
    if (page.content == SavedPage::Content::Story)
        return dissectStory(page);
    const auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    const auto embedded = html::embeddedPictures(document->root(), page.resources);
    const auto best = bestReading(
        *document, embedded,
        {.stated = page.stated, .rules = rules, .purpose = StoryPage::Source::For::Dissection});
    Dissection found;
    found.site = siteOfPage(page.stated, best.article);
    found.article = completed(best.article, page, embedded);
    const html::Sanitising how{.base = best.page->base(), .pictures = embedded.names};
    const auto story = best.isEmptied ? StoryParts() : best.page->parts();
    auto parts = pageParts(*best.page, story, how);
    found.parts = std::move(parts.parts);
    found.pictures = embedded.pictures;
    found.isEmptied = best.isEmptied;
    found.isCut = parts.isCut;
    return found;
}

Result<RuleChange> changeFor(const SavedPage &page, const SiteRules &rules, int item,
                             SiteRule::Verb wanted)
{
    const auto document = html::Document::parse(page.html);
    if (!document)
        return document.error();
    const auto embedded = html::embeddedPictures(document->root(), page.resources);
    const auto read = [&](const SiteRules &by) {
        return bestReading(*document, embedded, {.stated = page.stated, .rules = by});
    };
    auto best = read(rules);
    const auto site = siteOfPage(page.stated, best.article);
    const auto &tree = best.page->tree();
    if (site.isEmpty() || item <= 0 || item >= tree.size() || !tree.at(item).node.isElement())
        return Error{Error::Kind::Refused, u"no rule can be about this"_s};

    RuleChange change;
    if (const auto number = tree.at(item).rule; number >= 0) {
        const auto &rule = best.page->rules().at(number);
        if (rule.verb == wanted)
            return change;
        auto without = rules;
        without.remove(rule);
        change.remove = rule;
        best = read(without);
        if (isKept(*best.page, item) == (wanted == SiteRule::Verb::Keep))
            return change;
    }
    change.add = {.site = site,
                  .verb = wanted,
                  .selector = selectorFor(best.page->tree(), item, wanted,
                                          [&](int other) { return isKept(*best.page, other); })};
    return change;
}

} // namespace extraction
