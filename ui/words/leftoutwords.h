#pragma once

#include "base/result.h"
#include "extraction/dissection.h"
#include "page/leftout.h"

#include <QString>

// What the program says about parts of a page, and about the rules that people make of them.
namespace leftoutwords {

// Why a part is not in the story.
QString reason(extraction::Left left);

// The whole view of a page.
page::LeftOut view(const extraction::Dissection &dissection);

// After a decision: what is so from now on, and what is so again.
QString decided(extraction::SiteRule::Verb verb, const QString &site);
// "Undo keeping a part": for the menu.
QString undo(extraction::SiteRule::Verb verb);
QString takenBack();
QString nothingToTakeBack();
QString nothingToDoAgain();
// Rules leave out all of the story.
QString nothingLeft(const QString &site);

// The page cannot be shown: a title and what still works.
QString troubleTitle(const Error &error);
QString trouble(const Error &error);

// A rule could not be kept.
QString ruleTrouble(const Error &error);

} // namespace leftoutwords
