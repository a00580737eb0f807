#pragma once

#include <QList>

// Where the lines and pictures of a story stand on its pages. Pure arithmetic: whatever has a
// height can be put on pages.
namespace printing {

// What is never cut: a line, a picture, a row of a table.
struct Slab
{
    double height = 0;
    double above = 0; // Room between it and the one before; none at the top of a column.
    // Stands in the same column as the next one: a heading, a picture and its caption, the first
    // two and the last two lines of a paragraph.
    bool keepWithNext = false;
    // A picture. One that finds no room waits for the top of a later column while text fills this
    // one; or is made smaller, down to `least`, where there is not enough text for that.
    bool floats = false;
    double least = 0; // Its height then; 0 for one that keeps its size.
    bool ends = false; // Of a table: below it lines begin as they do below a picture.
    double headed = 0; // Of what is said again above it, where it is the first text in its column.

    bool operator==(const Slab &) const = default;
};

struct Room
{
    double height = 0; // Of a column.
    double first = 0; // On the first page, below the headline.
    int columns = 1;
    // Below pictures and tables lines begin at a multiple of this; 0 for anywhere.
    double grid = 0;

    bool operator==(const Room &) const = default;
};

struct Place
{
    int page = 0;
    int column = 0;
    double y = 0; // From the top of the column.
    double less = 0; // So much lower than it was is what stands there.
    bool headed = false; // What is said again stands right above it.

    bool operator==(const Place &) const = default;
};

// A place for each slab. They stand in their order, but that text may come before a picture that
// waits. The columns of the last page are of about one length. What is kept together is parted only
// where no column could hold it.
QList<Place> places(const QList<Slab> &slabs, const Room &room);

} // namespace printing
