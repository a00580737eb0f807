#pragma once

#include "html/safebody.h"

#include <QString>

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

} // namespace extraction
