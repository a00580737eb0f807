#pragma once

#include "base/result.h"
#include "extraction/dissection.h"
#include "model/savedpage.h"

#include <QString>

namespace tasks {

// A saved page taken apart, with the page itself so that rules can be tried on it.
struct DissectedPage
{
    SavedPage page = {};
    extraction::Dissection dissection = {};
    extraction::RuleChange change = {}; // What was done to the rules to get here.
};

// Reads a story's file once more and takes its page apart, by the rules in `rulesFile`. Slow: for
// the pool. Errors: those of readFile(); NotFound without a name for a story that came from no
// file.
Result<DissectedPage> dissectFile(const Article &story, const QString &rulesFile);

// Makes the rule that an item of the page is to be kept or dropped, and takes the page apart by it.
// Errors: those of changeFor() and changeRules().
Result<DissectedPage> decide(const DissectedPage &dissected, const QString &rulesFile, int item,
                             extraction::SiteRule::Verb wanted);

// Takes back what a decision did to the rules.
Result<DissectedPage> takeBack(const DissectedPage &dissected, const QString &rulesFile,
                               const extraction::RuleChange &change);

// Does again to the rules what a decision did.
Result<DissectedPage> doAgain(const DissectedPage &dissected, const QString &rulesFile,
                              const extraction::RuleChange &change);

// Takes the page apart anew: the rules may have been edited.
Result<DissectedPage> dissectAgain(const DissectedPage &dissected, const QString &rulesFile);

} // namespace tasks
