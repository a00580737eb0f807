#pragma once

#include "html/gumbonodes.h"
#include "html/sanitise.h"

#include <QByteArray>

#include <gumbo.h>

namespace html {

// The attributes an element keeps when written as `name`, each with a space before it. Addresses
// are not among them.
QByteArray safeAttributes(const GumboElement &element, GumboTag name);

// True when the element carries something a reader would miss: a class of ours, a language, a
// direction.
bool hasMeaning(const GumboElement &element);

// The link an <a> makes, as it may be written; empty when it leads nowhere.
QByteArray linkAddress(const GumboElement &element, const Sanitising &how);
QByteArray linkAddress(const QString &address, const Sanitising &how);

void appendAttribute(QByteArray &out, const char *name, QByteArrayView value);

} // namespace html
