#pragma once

#include "articles/headlineorder.h"
#include "model/headline.h"
#include "search/matches.h"

#include <QDateTime>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QStaticText>

// One row of the list, broken into lines and ready to be painted, so that scrolling lays out
// nothing twice.
struct HeadlineLayout
{
    struct Line
    {
        QStaticText text;
        QPointF at; // From the row's top left corner.
        QList<QRectF> hits = {}; // Around the words of a search, from there too.
    };

    QList<Line> title;
    QList<Line> credits;
    QList<Line> excerpt;
};

// Where the words of a search stand in a row.
struct HeadlineMatches
{
    search::Matches title = {};
    search::Matches credits = {};
    search::Matches excerpt = {};

    HeadlineMatches() = default;
    explicit HeadlineMatches(const search::Query &search);
    bool operator==(const HeadlineMatches &) const = default;
};

// The type of the list, from the font of its view.
struct HeadlineFonts
{
    QFont unread;
    QFont read;
    QFont small;

    explicit HeadlineFonts(const QFont &font);
};

// How much room a row takes: for headline, credits, first words and picture, or for the first two
// in a line each.
enum class Density { Comfortable, Compact };

// The measures of a row.
struct HeadlineMeasures
{
    int titleLine = 0;
    int smallLine = 0;
    int padding = 0; // Above and below.
    int height = 0;

    explicit HeadlineMeasures(const HeadlineFonts &fonts, Density density = Density::Comfortable);
};

namespace headlines {

constexpr int gutter = 24; // At the row's start, for the marks.
constexpr int margin = 16; // At the row's end.

// Whether the row is mirrored: its marks stand where its lines begin.
bool rightToLeft(const Headline &headline);

// How rows are laid out.
struct Setting
{
    int width = 0;
    const HeadlineFonts &fonts;
    const HeadlineMatches &matches;
    Density density = Density::Comfortable;
    Standing standing = {};
};

HeadlineLayout layOut(const Headline &headline, const Setting &setting, const QDateTime &now);

} // namespace headlines
