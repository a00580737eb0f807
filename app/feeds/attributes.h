#pragma once

#include "xml/reader.h"

#include <QByteArray>

namespace feeds {

// An attribute's value without spaces around it; its name in any case, without a prefix or with
// that of RDF.
QByteArrayView attribute(xml::Attributes attributes, QByteArrayView name);

// The same in lower case: a word from a list.
QByteArray keyword(xml::Attributes attributes, QByteArrayView name);

bool hasAttribute(xml::Attributes attributes, QByteArrayView name);

} // namespace feeds
