#pragma once

#include "base/result.h"
#include "extraction/dissection.h"
#include "extraction/siterules.h"

#include <QString>

namespace tasks {

// The file of reading rules, which people edit too: it is read anew each time, and only ever
// replaced as a whole. Slow: for the pool.

// No rules where there is no file. Lines that are none do no harm. Errors: Unreadable, TooLarge.
Result<extraction::SiteRules> readRules(const QString &file);

// Changes the rules as they stand in the file now and answers with what they are then. Errors:
// those of readRules(); Malformed for a file that is no text, which is left as it is; Storage.
Result<extraction::SiteRules> changeRules(const QString &file,
                                          const extraction::RuleChange &change);

// The file's text for editing, and writing it back. Refused where the file does not say what it
// said when editing began.
Result<QString> rulesText(const QString &file);
Result<void> writeRulesText(const QString &file, const QString &text, const QString &before);

} // namespace tasks
