#pragma once

#include "html/document.h"

#include <QByteArray>

namespace html {

// True for an <svg> element that is not part of another.
bool isDrawing(const Node &node);

// A drawing as static SVG: shapes, words, gradients of its own and what they look like; nothing
// that loads, links, moves, runs or holds HTML. Reads back as it was written. Empty when it shows
// nothing, says that it is decoration, or is beyond the limits.
QByteArray drawing(const Node &root);

} // namespace html
