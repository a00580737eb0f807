#pragma once

#include "html/document.h"

#include <QByteArray>

namespace html {

// True for a <math> element: the root of a formula.
bool isFormula(const Node &node);

// A formula as presentation MathML (MathML Core) and nothing else: text, the elements that place
// it, no links, no second notation. Reads back as it was written. Empty when it says
// nothing or is nested beyond reason.
QByteArray formula(const Node &root);

} // namespace html
