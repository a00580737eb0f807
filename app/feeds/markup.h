#pragma once

#include "xml/reader.h"

#include <QByteArray>
#include <QUrl>

// Markup that stands in XML, written as HTML.
namespace feeds::markup {

void appendEscaped(QByteArrayView text, QByteArray &to);

// Escapes what stands from a position on.
void escapeFrom(qsizetype start, QByteArray &text);

// With a base, relative addresses are made absolute: the markup has another one than what is
// around it.
void appendStartTag(const xml::Name &name, xml::Attributes attributes, const QUrl &base,
                    QByteArray &to);
void appendEndTag(const xml::Name &name, QByteArray &to);

} // namespace feeds::markup
