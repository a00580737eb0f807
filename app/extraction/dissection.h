#pragma once

#include "base/result.h"
#include "extraction/left.h"
#include "extraction/siterules.h"
#include "model/article.h"
#include "model/savedpage.h"

#include <optional>

namespace extraction {

// What a person would point at on a page: a paragraph, a heading, a list, a picture, a box.
struct PageBlock
{
    int item = -1; // Names it to changeFor(); -1 for what no rule can be about.
    SafeHtml html = {};

    bool operator==(const PageBlock &) const = default;
};

// Blocks that share their fate: a box that was left out, or a block of the story.
struct PagePart
{
    int item = -1; // Of the whole part, as of a block.
    Left left = Left::Kept;
    std::optional<SiteRule> rule = {}; // The one that decided.
    QList<PageBlock> blocks = {};

    bool operator==(const PagePart &) const = default;
};

// A page in document order, with what was left out of the story and why.
struct Dissection
{
    Article article = {}; // As extract() gives it.
    QString site = {}; // Whose rules count; empty where the page does not say where it is from.
    QList<PagePart> parts = {};
    QList<Picture> pictures = {}; // All that came with the page.
    // Rules drop all of the story, so that the article was read without them.
    bool isEmptied = false;
    bool isCut = false; // The page is too long to be shown whole.

    bool operator==(const Dissection &) const = default;
};

// The same page as extract() reads, with everything in it that a browser would show. Errors are
// those of extract(), but a page without any story has parts all the same.
Result<Dissection> dissect(const SavedPage &page, const SiteRules &rules = {});

// What has to change in the rules so that an item of the page, as dissect() named it, is kept or
// dropped, together with those like it on other pages of the site.
struct RuleChange
{
    std::optional<SiteRule> remove = {};
    std::optional<SiteRule> add = {};

    bool operator==(const RuleChange &) const = default;
};

// Errors: those of dissect(), Refused where no rule can be made.
Result<RuleChange> changeFor(const SavedPage &page, const SiteRules &rules, int item,
                             SiteRule::Verb wanted);

} // namespace extraction
