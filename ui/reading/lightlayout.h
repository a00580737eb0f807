#pragma once

#include "page/light.h"

#include <QFont>

class QTextDocument;

// Where the lines of a story stand in a QTextDocument: where the web page has them.
namespace lightlayout {

// The face and size of running text.
QFont textFont(const page::LightSetting &setting);

// Before the document gets its text. Widths of letters are the face's own, not rounded to pixels.
void prepare(QTextDocument &document, const page::LightSetting &setting);

// Behind that: puts each block's first line where CSS would. The answer is how many pixels the
// whole document must be lifted for that, as a negative number. `spare` pixels of the column stay
// empty.
int settle(QTextDocument &document, double spare);

struct Column
{
    page::LightSetting setting = {};
    int available = 0; // The view's width without its scroll bar.
    int lift = 0; // As settle() said.
    double widest = 0; // In sizes of the text; 0: as many characters as the look says.
};

struct Set
{
    int width = 0; // Of the column.
    double spare = 0; // What of it is too much, since it is whole pixels.
};

// The column stands in the middle of what is available.
Set setColumn(QTextDocument &document, const Column &column);

} // namespace lightlayout
