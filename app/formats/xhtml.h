#pragma once

#include "html/document.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace formats {

// XHTML as an HTML parser reads it to the same tree: elements that XML lets close themselves get an
// end tag, CDATA becomes text. Declarations, comments, scripts and styles go.
QByteArray htmlFromXhtml(QByteArrayView xhtml);

// What becomes of an element when a tree is written again.
struct ElementChange
{
    std::optional<QByteArray> instead = {}; // HTML for the element with all it holds.
    QHash<QByteArray, QString> attributes = {}; // New values; a null one takes the attribute away.
};
using ChangeElement = std::function<ElementChange(const html::Node &element)>;

// The HTML of what stands below a node, with the changes that are asked for each element. It is
// meant to be parsed again, not to be shown.
QByteArray innerHtml(const html::Node &node, const ChangeElement &change = {});

} // namespace formats
