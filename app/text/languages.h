#pragma once

#include <QString>
#include <QStringView>

namespace text {

// The language of a text of some length as a BCP 47 tag, by script and common words; empty when it
// is too short to be sure.
QString detectLanguage(QStringView text);

// A BCP 47 tag from what pages write ("EN_us", "de-de", "english"); empty when it is none.
QString languageTag(QStringView written);

// True for languages written from right to left.
bool isRightToLeft(QStringView languageTag);

} // namespace text
