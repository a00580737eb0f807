#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

namespace formats {

// True when the bytes begin as a whole HTML document does, not as a piece that a script asks for.
// In any encoding that holds ASCII.
bool beginsAsPage(QByteArrayView html);

// The addresses of what a page shows in frames inside it, as it writes them: <iframe>, <embed>,
// <object>. Not those of a frameset, whose frames are the page.
QStringList framesIn(const QByteArray &html);

// True for a page that is nothing but a division into frames (HTML 4.01 §16.2).
bool isFrameset(const QByteArray &html);

} // namespace formats
