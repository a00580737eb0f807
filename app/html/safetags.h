#pragma once

#include "model/safehtml.h"

#include <QString>
#include <QStringView>

#include <gumbo.h>

namespace html {

// A piece of safe HTML.
struct SafeTag
{
    enum class Kind { Text, Start, End };

    Kind kind = Kind::Text;
    GumboTag name = GUMBO_TAG_UNKNOWN;
    QStringView written = {}; // The name as written: that of a part of a formula has no GumboTag.
    QStringView attributes = {}; // As written, escaped.
    QString text = {}; // Of text, unescaped.

    [[nodiscard]] bool hasClass(QLatin1StringView word) const;
};

// Reads safe HTML from its beginning to its end. The sanitiser writes a small part of HTML in one
// way only: every "<" begins a tag, every ">" ends one, and only five characters are escaped. That
// takes no parser.
class SafeTags
{
public:
    explicit SafeTags(const SafeHtml &body)
        : m_html(body.toString())
    {
    }

    // False at the end.
    bool next();
    [[nodiscard]] const SafeTag &tag() const { return m_tag; }

private:
    QStringView m_html;
    qsizetype m_at = 0;
    SafeTag m_tag;
};

// True for elements that are written without an end tag.
bool isVoid(GumboTag name);

} // namespace html
