#pragma once

#include <QString>
#include <QStringList>

namespace formats {

// Who a mail's plain text is for decides what stands around the story in it.
enum class Readers { One, Many };

// The text without what is none of the story's: the signature and, in a letter to many, the line
// that tells where it can be read, the outlet's name above it and the notes on leaving the list
// below. Each is noted in `warnings`.
QString mailStoryText(const QString &text, const QString &outlet, Readers readers,
                      QStringList &warnings);

} // namespace formats
