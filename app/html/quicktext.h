#pragma once

#include <QString>
#include <QStringView>

// The text of HTML in one pass over it, without a tree: for indexes, lists and titles, where
// thousands of fragments come at once and nothing is shown as HTML.
namespace html {

// One block a line, a blank line between blocks, as plainText() has it. Scripts, styles and the
// like are left out.
QString quickText(QStringView fragment);

// Everything in one line. Only tags of HTML are taken for tags: "a <b" and "List<T>" survive.
QString quickLine(QStringView fragment);

// True when there is a tag of HTML or a character reference in it.
bool hasMarkup(QStringView text);

} // namespace html
