#pragma once

#include "model/article.h"
#include "print/printedfile.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace formats::pdf {

// A line as it is printed. In a text that runs from right to left the places are mirrored, so that
// everywhere below a line begins at its left.
struct Line
{
    QString text = {};
    QRectF box = {};
    double size = 0; // Of its letters, in points.
    double firstWord = 0; // The width of its first word, in points.
    bool bold = false; // All of it.
    bool startsBold = false;
    bool endsBold = false;
    bool italic = false; // All of it.
    QList<Link> links = {}; // With the words they stand under.
    double linked = 0; // The share of it that is a link: 0 to 1.

    bool operator==(const Line &) const = default;
};

struct Picture
{
    QRectF area = {};
    QString name = {}; // By which the story's HTML calls it.

    bool operator==(const Picture &) const = default;
};

struct Page
{
    double width = 0;
    double height = 0;
    QList<Line> lines = {};
    QList<Picture> pictures = {};

    bool operator==(const Page &) const = default;
};

// True when most of the letters are of scripts that run from right to left.
bool runsRightToLeft(const QList<print::Page> &pages);

// The words of a page joined to lines, in the order the file gives them.
Page linesOf(const print::Page &page, bool rightToLeft);

} // namespace formats::pdf
