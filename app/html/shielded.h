#pragma once

#include <QByteArray>

#include <vector>

struct GumboInternalNode;

namespace html {

// How much of a page's markup reaches the parser.
enum class Shield {
    Limits, // All but what is beyond limits.
    TextOnly // No element but paragraphs: for a page the parser could not manage.
};

// Markup as the parser gets it. Long attribute values (pictures in data: URIs), scripts and styles
// are kept aside: the parser would copy them letter by letter, and they are most of a saved page.
struct ShieldedMarkup
{
    QByteArray bytes = {};
    QByteArray source = {}; // Where what was kept aside is, each piece closed by a NUL.
    std::vector<const char *> aside = {};

    // Puts the pieces into a tree parsed from `bytes`, in place of their stand-ins.
    void restoreInto(GumboInternalNode *root) const;
};

// Reads the markup's tags once, without building anything, and leaves out what would make the
// parser's work grow beyond proportion: nesting, unclosed formatting, attributes. Text stays.
ShieldedMarkup shielded(const QByteArray &markup, Shield shield);

} // namespace html
