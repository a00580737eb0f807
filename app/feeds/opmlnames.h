#pragma once

#include "feeds/outlinetags.h"

#include <QString>
#include <QStringList>

namespace feeds {

constexpr auto xmlns = QLatin1StringView("xmlns:");

// What an outline is called, in plain text: people see `text` (OPML 2.0), `title` is for where it
// is missing. Programs that know no title write the feed's address: it is none.
QString titleIn(const OutlineTag &tag, const QString &address = {});

// A title as people mean it: programs escape what was escaped before.
QString plainTitle(const QString &written);

// "/Boston/Weather,/Harvard": the first path; nothing in one without a slash, which is a tag.
QStringList folderInCategory(const QString &category);

// Whether it declares a prefix as XML allows it (Namespaces in XML §3).
bool isDeclaration(const QString &name, const QString &uri);

// Whether an outline's attribute is kept for other programs: not what a NewFeed has room for, and
// not what would be no attribute in XML, nor a namespace.
bool isKept(const QString &name, const QString &value);

} // namespace feeds
