#pragma once

#include "page/light.h"

#include <QFont>
#include <QTextFormat>

class QTextBlock;
class QTextBlockFormat;
class QTextCharFormat;
class QTextDocument;

// Where the lines of a story stand in a QTextDocument: where the web page has them.
namespace lightlayout {

// The face and size of running text.
QFont textFont(const page::LightSetting &setting);

// Before the document gets its text. Widths of letters are the face's own, not rounded to pixels.
void prepare(QTextDocument &document, const page::LightSetting &setting);

struct Column
{
    page::LightSetting setting = {};
    int available = 0; // The view's width without its scroll bar.
    int lift = 0; // As settle() said.
    double widest = 0; // In sizes of the text; 0: as many characters as the look says.
};

struct Measures
{
    int width = 0; // Of the column.
    double spare = 0; // What of it is too much, since it is whole pixels.
    int lead = 0; // Of the lead picture, which reaches
    int beyond = 0; // so far beyond the column in a narrow view.
};

Measures measure(const Column &column);

// Behind prepare() and the text: puts each block's first line where CSS would. The answer is how
// many pixels the whole document must be lifted for that, as a negative number.
int settle(QTextDocument &document, const Column &column);

// The column stands in the middle of what is available; the lead picture is as wide as it should
// be.
Measures setColumn(QTextDocument &document, const Column &column);

// What settle() says of a block of a quotation, which has a bar beside it: how much lower than in
// CSS its letters stand.
inline constexpr int quotedProperty = QTextFormat::UserProperty + 1;
// And of one that is a hairline: its colour. QTextDocument would let its ground run into two rows
// of pixels.
inline constexpr int hairlineProperty = QTextFormat::UserProperty + 2;

// How much lower the letters of a line of a fixed height stand in CSS than in QTextDocument.
double dropOf(const QTextBlock &block, const QTextBlockFormat &format);

bool holdsPicture(const QTextBlock &block);
// A line with a picture is as high as that, without room for what hangs below letters.
void setOnBaseline(const QTextBlock &block);

// The face of letters of that format, as it is measured.
QFont faceIn(const QTextCharFormat &format, const QTextDocument &document);

} // namespace lightlayout
