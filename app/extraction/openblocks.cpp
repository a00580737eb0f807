#include "extraction/openblocks.h"

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

} // namespace extraction
