#include "tasks/dissectfile.h"

#include "tasks/readfile.h"
#include "tasks/siterulesfile.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

Result<tasks::DissectedPage> taken(const SavedPage &page, const extraction::SiteRules &rules,
                                   const extraction::RuleChange &change = {})
{
    auto dissection = extraction::dissect(page, rules);
    if (!dissection)
        return dissection.error();
    return tasks::DissectedPage{
        .page = page, .dissection = *std::move(dissection), .change = change};
}

Result<tasks::DissectedPage> changed(const SavedPage &page, const QString &rulesFile,
                                     const extraction::RuleChange &change)
{
    const auto rules = tasks::changeRules(rulesFile, change);
    if (!rules)
        return rules.error();
    return taken(page, *rules, change);
}

} // namespace

Result<tasks::DissectedPage> tasks::dissectFile(const Article &story, const QString &rulesFile)
{
    const auto &file = story.provenance.file;
    if (file.isEmpty())
        return Error{Error::Kind::NotFound, u"the story came from no file"_s};
    const auto pages = savedPages(file, story.url);
    if (!pages)
        return pages.error();
    // Rules that cannot be read are no reason to show nothing.
    const auto read = readRules(rulesFile);
    const auto rules = read ? *read : extraction::SiteRules();
    std::optional<Result<DissectedPage>> first;
    for (const auto &page : *pages) {
        auto dissected = taken(page, rules);
        if (dissected && dissected->dissection.article.title == story.title)
            return dissected;
        if (!first)
            first = std::move(dissected);
    }
    return first.value_or(Error{Error::Kind::Empty, u"no page in it"_s, file});
}

Result<tasks::DissectedPage> tasks::decide(const DissectedPage &dissected, const QString &rulesFile,
                                           int item, extraction::SiteRule::Verb wanted)
{
    const auto rules = readRules(rulesFile);
    if (!rules)
        return rules.error();
    const auto change = extraction::changeFor(dissected.page, *rules, item, wanted);
    if (!change)
        return change.error();
    return changed(dissected.page, rulesFile, *change);
}

Result<tasks::DissectedPage> tasks::takeBack(const DissectedPage &dissected,
                                             const QString &rulesFile,
                                             const extraction::RuleChange &change)
{
    return changed(dissected.page, rulesFile, {.remove = change.add, .add = change.remove});
}

Result<tasks::DissectedPage> tasks::doAgain(const DissectedPage &dissected,
                                            const QString &rulesFile,
                                            const extraction::RuleChange &change)
{
    return changed(dissected.page, rulesFile, change);
}

Result<tasks::DissectedPage> tasks::dissectAgain(const DissectedPage &dissected,
                                                 const QString &rulesFile)
{
    return changed(dissected.page, rulesFile, {});
}
