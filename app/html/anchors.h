#pragma once

#include "html/sanitise.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>
#include <QString>

namespace html {

// The places of a story that its own links lead to: notes, and back from them. No other `id`
// survives, and those that do get a prefix, so that none can pass for one of the page's own or for
// a property of a script's objects.
using AnchorNames = QSet<QByteArray>;

// The name, without our prefix, that an address within the page leads to; empty for every other
// address, and where no name can be made of it.
QByteArray anchorName(const QString &address, const QUrl &page);

// The name that an element gives to its place; empty when it gives none that can be written.
QByteArray anchorName(const Node &element);

// Adds what a link leads to.
void collectAnchor(const Node &link, const QUrl &page, AnchorNames &names);

// As it is written: with the prefix, not yet escaped.
QByteArray writtenAnchor(QByteArrayView name);

// The attribute, ready to be written; empty when `wanted` does not have the element's name.
QByteArray anchorAttribute(const Node &element, const AnchorNames &wanted);

// What safe HTML has of both.
struct Anchored
{
    AnchorNames linked = {};
    AnchorNames named = {};
};
Anchored anchorsIn(const QByteArray &safe);

// Links to names that the story does not have lead to where the page has them instead.
QByteArray withLinksToPage(const QByteArray &safe, const AnchorNames &named, const QUrl &page);

} // namespace html
