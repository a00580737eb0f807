#pragma once

#include <gumbo.h>

namespace html {

// What becomes of an element.
enum class Kind : unsigned char {
    Dropped, // With all it holds.
    Unwrapped, // What it holds stays, in the line it stands in.
    UnwrappedBlock, // What it holds stays, in paragraphs of its own.
    Inline, // Kept, in a line.
    Break, // <br>, <wbr>
    Image,
    Rule, // <hr>
    TextBlock, // Kept, and holds lines only: <p>, headings, <pre>, …
    Container, // Kept, and holds blocks or lines.
    Meaningful, // A Container if it has an attribute of ours, else an UnwrappedBlock.
    Part, // Kept in its own parent alone (a list's item, a table's row), else an UnwrappedBlock.
    Noscript // Kept for a picture that a script would have loaded, else dropped.
};

struct Rule
{
    Kind kind = Kind::Unwrapped;
    GumboTag name = GUMBO_TAG_UNKNOWN; // The name it is written with.
};

Rule ruleFor(const GumboElement &element);
Rule ruleFor(GumboTag name); // Of HTML itself.

// How a kept element behaves: tables are not open to text between their parts.
enum class Content : unsigned char { Inherited, Lines, Flow, Parts };
Content contentOf(GumboTag name);

// True where a Part may stand.
bool fits(GumboTag part, GumboTag parent);

// True for those that are gone when they hold nothing.
bool isNothingWhenEmpty(GumboTag name);

// True for elements that begin and end a line, kept or not.
bool isBlock(Kind kind);

} // namespace html
