#pragma once

#include "page/page.h"

#include <QList>

namespace page {

// A block of a page, and the link of our own that decides about it.
struct ShownBlock
{
    SafeHtml html = {};
    QString address = {}; // Empty where nothing can be decided.
    int number = -1; // As a part's.

    bool operator==(const ShownBlock &) const = default;
};

// Blocks of a page that share their fate, with the words for it.
struct ShownPart
{
    enum class Fate {
        Kept,
        KeptByRule,
        Left,
        ShownAbove // Left out because it stands at the top of the story.
    };

    Fate fate = Fate::Kept;
    int number = -1; // Its place on the screen is found again by it.
    QString reason = {};
    QString rule = {}; // As the person's file of rules says it.
    QString address = {}; // Decides about all of it; empty where nothing can be decided.
    QList<ShownBlock> blocks = {};

    bool operator==(const ShownPart &) const = default;
};

struct LeftOut
{
    QString label = {}; // Over everything: what is shown here.
    QString summary = {};
    QString rules = {}; // What the link to the rules says; empty for none.
    QString ending = {}; // Below everything; may be empty.
    // What the links say: of a block that is kept, of one that is not, of a whole part.
    QString drop = {};
    QString keep = {};
    QString keepAll = {};
    QString dropAgain = {};
    QList<ShownPart> parts = {};

    bool operator==(const LeftOut &) const = default;
};

// The address of a link of our own that decides about an item of the page, and the one that leads
// to the rules. No page from outside can have either: html::sanitise() drops them.
QString keepAddress(int item);
QString dropAddress(int item);
QString rulesAddress();

// The story's page with everything in it that was left out, as story() has it without.
QString leftOut(const Article &article, const Context &context, const LeftOut &page);

} // namespace page
