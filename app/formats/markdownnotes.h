#pragma once

#include <QString>

namespace formats {

// Markdown whose notes, "[^1]" and "[^1]: What it says", are links and a list, as CommonMark (§6.6)
// lets HTML stand in it. They are numbered as they are first referred to; those that nothing refers
// to come last. A note that is not there leaves its raised sign.
QString withNotes(const QString &markdown);

} // namespace formats
