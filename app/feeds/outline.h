#pragma once

#include "xml/reader.h"

#include <QString>
#include <QStringList>

namespace feeds {

// An attribute of an outline as text, by its name in any case and without a prefix: programs write
// xmlUrl, xmlurl and XMLURL. Empty when it is missing.
QString valueIn(xml::Attributes outline, QByteArrayView name);

// A value as text, without what cannot be in XML (§2.2).
QString attributeText(QByteArrayView value);

// What an outline is called, in plain text: people see `text` (OPML 2.0), `title` is for where it
// is missing. Programs that know no title write the feed's address: it is none.
QString titleIn(xml::Attributes outline, const QString &address = {});

// A title as people mean it: it may be HTML, and programs escape what was escaped before.
QString plainTitle(const QString &written);

// "/Boston/Weather,/Harvard": the first path; nothing in one without a slash, which is a tag.
QStringList folderInCategory(const QString &category);

// Whether an outline's attribute is kept for other programs: not what a NewFeed has room for, and
// not what would be no attribute in XML, nor a namespace.
bool isKept(const QString &name, const QString &value);

constexpr auto xmlns = QLatin1StringView("xmlns:");
// Whether it declares a prefix as XML allows it (Namespaces in XML §3).
bool isDeclaration(const QString &name, const QString &uri);

} // namespace feeds
