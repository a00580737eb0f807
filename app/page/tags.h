#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace page {

// A tag in HTML that html::sanitise serialised: well formed, attributes in double quotes. A linear
// walk over those is all the page needs, at a fiftieth of the price of parsing again.
struct Tag
{
    enum class Kind { Opening, Closing };

    Kind kind = Kind::Opening;
    QStringView name;
    QStringView attributes; // As written, without the name.
    qsizetype start = 0; // Of "<".
    qsizetype end = 0; // Behind ">".
};

// The next tag at or after `from`.
std::optional<Tag> nextTag(QStringView html, qsizetype from);

// The end of the element that `opening` begins: its closing tag; nothing when that is missing.
std::optional<Tag> closingTag(QStringView html, const Tag &opening);

// The value of an attribute, with its character references resolved; null when it is missing.
QString attribute(const Tag &tag, QLatin1StringView name);

// The text of a fragment: tags out, character references resolved, white space simplified.
QString textOf(QStringView html);

// `text` with the character references that a serialiser writes resolved.
QString unescaped(QStringView text);

} // namespace page
