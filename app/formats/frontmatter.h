#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace formats {

// The fields before a Markdown text, between two lines "---": the small part of YAML that clippers
// write. Keys are in lower case; a scalar is a list of one; empty values are left out.
struct FrontMatter
{
    QHash<QString, QStringList> fields = {};
    qsizetype length = 0; // Characters of the text that it takes.

    // The first value of a key; empty when it is missing.
    [[nodiscard]] QString value(const QString &key) const;

    bool operator==(const FrontMatter &) const = default;
};

// Nothing when the text does not begin with front matter. Anchors, aliases, tags and nesting are
// not YAML's here but text, so that no file can make itself larger than it is.
std::optional<FrontMatter> frontMatter(const QString &text);

} // namespace formats
