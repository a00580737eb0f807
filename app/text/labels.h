#pragma once

#include <QByteArray>

namespace text {

// The encoding a label means to a browser, in lower case as the Encoding Standard (§4.2) names it
// ("latin1" → "windows-1252"); empty for a label nobody knows.
QByteArray encodingOfLabel(const QByteArray &label);

// The converter ICU has for an encoding of encodingOfLabel(). They differ in a few names.
QByteArray converterOf(const QByteArray &encoding);

// The preferred MIME name of IANA's registry, "windows-1252", "Shift_JIS".
QByteArray ianaName(const QByteArray &encoding);

} // namespace text
