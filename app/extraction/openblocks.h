#pragma once

#include "extraction/pagetree.h"
#include "html/safebody.h"

#include <QString>

#include <vector>

namespace extraction {

// What the body's writer has begun and not yet ended.

enum class Role {
    None, // Parts what is before from what is after.
    Container, // ul, table, blockquote: holds blocks.
    Text // p, h2, li, td: holds words.
};

struct Open
{
    QString name;
    int end;
    Role role = Role::None;
    html::Node like = {}; // Where its attributes come from; null when they say nothing.
    html::Node place = {}; // What links in the story may lead to.
    html::SafeBody::Mark mark = {};
    bool written = false;
};

struct OpenInline
{
    QString name; // Empty for a link.
    QString address;
    int end;
    html::Node place = {};
    html::SafeBody::Mark mark = {};
    bool written = false;
};

using OpenBlocks = std::vector<Open>;

// What an item is written as, in what is open already.
Open blockFor(const PageTree &tree, int index, const OpenBlocks &blocks);

// The same for a note (see notes.h) that becomes an item of a list, named as `place` is.
Open noteFor(int end, const html::Node &place);

// Words stand in a paragraph, a heading or the like, which holds no other.
bool inText(const OpenBlocks &blocks);

// The innermost block that is written as one has one of these names.
bool inside(const OpenBlocks &blocks, QLatin1StringView one, QLatin1StringView other);

bool inDataTable(const OpenBlocks &blocks);
bool inPreformatted(const OpenBlocks &blocks);

// Words have a block to stand in: no container is further in than what holds them.
bool takesWords(const OpenBlocks &blocks);

// Words were written in the innermost block.
bool hasWords(const OpenBlocks &blocks);

} // namespace extraction
