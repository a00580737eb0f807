#pragma once

#include <QString>
#include <QUrl>

namespace html {

// The fragment with its relative addresses made absolute, by one pass over its tags: for HTML that
// is kept as it came, away from what its addresses are relative to. Those that other bases would
// resolve to the same stay as they are, and so does everything else.
QString withAbsoluteAddresses(const QString &fragment, const QUrl &base);

// The value of a tag's attribute as it is written; null when there is none. `tag` goes from "<" to
// ">".
QStringView attributeIn(QStringView tag, QStringView name);

} // namespace html
