#pragma once

#include "html/sanitise.h"

#include <QByteArray>

#include <gumbo.h>

namespace html {

// The value as UTF-8; null when the element lacks it.
const char *attributeValue(const GumboElement &element, const char *name);

// The attributes an element keeps when written as `name`, each with a space before it. Addresses
// are not among them.
QByteArray safeAttributes(const GumboElement &element, GumboTag name);

// True when the element carries something a reader would miss: a class of ours, a language, a
// direction.
bool hasMeaning(const GumboElement &element);

// The link an <a> makes, as it may be written; empty when it leads nowhere.
QByteArray linkAddress(const GumboElement &element, const Sanitising &how);

void appendAttribute(QByteArray &out, const char *name, QByteArrayView value);

} // namespace html
