#pragma once

#include "html/document.h"
#include "model/safehtml.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>

namespace html {

// What safe HTML is to look like.
enum class Shape {
    Story, // As the reading page wants it: paragraphs, nothing empty, nothing without meaning.
    AsWritten // As its author had it, for other programs. Names of places in it are lost.
};

// What a fragment's addresses mean, and which nodes of it count.
struct Sanitising
{
    QUrl base = {}; // Relative addresses are resolved against it; without it they are dropped.
    // Pictures that came with the page, by the address it uses for them, to their names
    // ("broadsheet-media:…"). data: pictures must have been put here too: others are dropped.
    QHash<QString, QString> pictures = {};
    // Nodes to leave out with all they hold.
    QList<Node> without = {};
    // The fragment comes from our own library: "broadsheet-media:" and "broadsheet:" addresses are
    // kept. Anywhere else a page could use them to reach into the library.
    bool ownAddresses = false;
    // Names of places that links lead to, besides those in the fragment itself.
    QSet<QByteArray> anchors = {};
    Shape shape = Shape::Story;
};

// Makes a fragment safe: an allow-list of elements, attributes, classes and URL schemes over the
// parsed tree, serialised anew so that it parses back to the same tree. No script, style, frame,
// form, event or request survives; text always does. Of an `id` only what the story's own links
// lead to stays, with a prefix. Of `style` nothing stays but where the text of a table's cell
// stands, as its `align`: the page's policy allows none, the reader's type is the reader's choice,
// and what a declaration means is for CSS to say, not for us to guess. A figure's picture that the
// file has lost stays as an <img> without an address. Formulas are kept as presentation MathML,
// drawings as static SVG.
SafeHtml sanitise(const QString &fragment, const Sanitising &how = {});

// The same for a part of a parsed page: the node itself and what is below it.
SafeHtml sanitise(const Node &node, const Sanitising &how = {});

// The same for several nodes after each other: blocks of a story found in a page.
SafeHtml sanitise(const QList<Node> &nodes, const Sanitising &how = {});

// What a story's text is for.
enum class TextFor {
    Search, // And excerpts: "漢字", "CO2", as people look for it.
    // With the readings of words (HTML §4.5.10), and what stands above and below the line:
    // "漢字（かんじ）", "10⁶".
    Reading
};

// The text of a story's body: one block (paragraph, heading, list item, table row) a line, a blank
// line between blocks; without figures and <aside class="related">.
QString plainText(const SafeHtml &body, TextFor use = TextFor::Search);

// Escapes text for use in HTML.
QString escaped(const QString &text);

} // namespace html
