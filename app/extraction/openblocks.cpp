#include "extraction/openblocks.h"

#include "extraction/datatable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace extraction {

bool inText(const OpenBlocks &blocks)
{
    for (auto open = blocks.rbegin(); open != blocks.rend(); ++open) {
        if (open->role == Role::Container)
            return false;
        if (open->role == Role::Text)
            return open->name == "p"_L1 || open->name.startsWith(u'h') || open->name == "pre"_L1
                || open->name == "td"_L1 || open->name == "th"_L1;
    }
    return false;
}

bool inside(const OpenBlocks &blocks, QLatin1StringView one, QLatin1StringView other)
{
    for (auto open = blocks.rbegin(); open != blocks.rend(); ++open) {
        if (open->role != Role::None)
            return open->name == one || open->name == other;
    }
    return false;
}

bool inDataTable(const OpenBlocks &blocks)
{
    for (auto open = blocks.rbegin(); open != blocks.rend(); ++open) {
        if (open->name == "table"_L1)
            return open->role == Role::Container;
    }
    return false;
}

bool inPreformatted(const OpenBlocks &blocks)
{
    return std::ranges::any_of(blocks, [](const Open &open) { return open.name == "pre"_L1; });
}

bool takesWords(const OpenBlocks &blocks)
{
    for (auto open = blocks.rbegin(); open != blocks.rend(); ++open) {
        if (open->role != Role::None)
            return open->role == Role::Text;
    }
    return false;
}

bool hasWords(const OpenBlocks &blocks)
{
    return !blocks.empty() && blocks.back().role == Role::Text && blocks.back().written;
}

Open blockFor(const PageTree &tree, int index, const OpenBlocks &blocks)
{
    const auto &item = tree.at(index);
    const auto name = item.node.name();
    switch (item.tag) {
    case Tag::Paragraph:
        return {.name = u"p"_s, .end = item.end, .role = inText(blocks) ? Role::None : Role::Text};
    case Tag::Heading: {
        // The headline is the page's h1; inside the story h2 is the first level.
        const auto level = name == "h1"_L1 ? u"h2"_s : name;
        return {.name = level, .end = item.end, .role = inText(blocks) ? Role::None : Role::Text};
    }
    case Tag::List:
        return {.name = name == "ol"_L1 ? name : u"ul"_s,
                .end = item.end,
                .role = Role::Container,
                .like = item.node};
    case Tag::ListItem:
        return {.name = u"li"_s,
                .end = item.end,
                .role = inside(blocks, "ul"_L1, "ol"_L1) ? Role::Text : Role::None};
    case Tag::Definitions:
        return {.name = u"dl"_s, .end = item.end, .role = Role::Container};
    case Tag::DefinitionTerm:
        return {.name = name,
                .end = item.end,
                .role = inside(blocks, "dl"_L1, "dl"_L1) ? Role::Text : Role::None};
    case Tag::Quote:
        return {.name = name, .end = item.end, .role = Role::Container};
    case Tag::Preformatted:
        return {.name = u"pre"_s, .end = item.end, .role = Role::Text};
    case Tag::Table:
        return {.name = name,
                .end = item.end,
                .role = isDataTable(tree, index) ? Role::Container : Role::None};
    case Tag::Row:
        return {.name = name,
                .end = item.end,
                .role
                = name.startsWith(u't') && inDataTable(blocks) ? Role::Container : Role::None};
    case Tag::Cell:
    case Tag::TableCaption:
        return {.name = name,
                .end = item.end,
                .role = inDataTable(blocks) ? Role::Text : Role::None,
                .like = item.node};
    default:
        return {.name = {}, .end = item.end, .role = Role::None};
    }
}

Open noteFor(int end, const html::Node &place)
{
    return {.name = u"li"_s, .end = end, .role = Role::Text, .place = place};
}

} // namespace extraction
