#pragma once

#include "model/article.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <array>

namespace page {

enum class Theme { Light, Paper, Sepia, Dark, Black, Contrast };

// All of them, in the order in which they are offered.
inline constexpr std::array themes{Theme::Light, Theme::Paper, Theme::Sepia,
                                   Theme::Dark,  Theme::Black, Theme::Contrast};

// Whether its letters are lighter than its paper.
bool isDark(Theme theme);

enum class Alignment { Start, Justified };

struct Look
{
    Theme theme = Theme::Light;
    QString face = {}; // Of running text: the name of one of faces(); empty for the first.
    int textSize = 100; // Percent.
    int lineWidth = 68; // Characters.
    int leading = 155; // From one line to the next, in percent of the text's size.
    Alignment alignment = Alignment::Start;
    bool hyphenation = true; // By the rules of the story's language, where there are any.
    // Of links, as CSS writes it; empty for the theme's own. Whoever asks for one sees to it that
    // it can be read on the theme's paper.
    QString accent = {};
    // Variables of the page that have another value than the look gives them, by their names
    // without dashes: what a person's own style sheet says, for the view that knows no CSS.
    QHash<QString, QString> own = {};

    bool operator==(const Look &) const = default;
};

// The colours of a theme, as CSS writes them. The style sheet is made with them, and whatever
// stands beside the page should use them too.
struct Colours
{
    QString paper; // Behind the text.
    QString ink; // Running text.
    QString headline;
    QString quiet; // Captions, dates, credits: still 4.5:1 on the paper.
    QString rule; // Hairlines.
    QString card; // Behind related stories, code and boxes.
    QString accent; // Links and the outlet's name.
    QString selection;
    QString hit; // Behind the words of a search,
    QString hitInk; // and those themselves.
    QString hitHere; // The same for the ones that were gone to last.
    QString hitHereInk;

    bool operator==(const Colours &) const = default;
};

Colours colours(Theme theme);
// Those of its theme, with its accent.
Colours colours(const Look &look);

// The value of data-theme on <html>.
QString themeName(Theme theme);

// A look within what can be read.
Look bounded(const Look &look);
// A look with what its own variables say of its other values.
Look followed(const Look &look);

// A face that running text can be set in.
struct Face
{
    QString name; // A proper name, as people see it and as Look::face keeps it.
    QStringList families; // Any of which is this face, best first. None may be installed.

    bool operator==(const Face &) const = default;
};

// All of them, in the order in which they are offered. The first is the usual one.
QList<Face> faces();

// The families of running text and of everything around it, best first; the last of each is
// generic. A face that is not one of faces() is taken for a family.
QStringList textFaces(const Look &look = {});
QStringList furnitureFaces();

// What the page says in its own voice. The defaults are for programs without a translation.
struct Words
{
    QString byline = QStringLiteral("By %1"); // %1: the authors.
    QString between = QStringLiteral(", "); // Between authors but the last two.
    QString betweenLast = QStringLiteral(" and ");
    QString related = QStringLiteral("Related stories"); // Above those at the end.
    QString relatedHere = QStringLiteral("Related"); // Above one inside the story.
    QString lookFor = QStringLiteral("Look for this story"); // On a card without an address.
    QString inLibrary = QStringLiteral("In your library"); // On a card of a story that is there.
    QString openOriginal = QStringLiteral("Open original");
    QString copyLink = QStringLiteral("Copy link");
    QString pictureNotSaved = QStringLiteral("Picture not saved");
    QString pictureLost = QStringLiteral("Picture missing in the saved file");
    QString toPlay = QStringLiteral("Listen and watch"); // Above files to play.
    QString attached = QStringLiteral("Attached"); // Above other files.
    QString audio = QStringLiteral("Audio");
    QString video = QStringLiteral("Video");
    QString pictureFile = QStringLiteral("Picture");
    QString document = QStringLiteral("Document");
    QString play = QStringLiteral("Play"); // In the desktop's player.
    QString open = QStringLiteral("Open"); // In the desktop's program for it.
    QString download = QStringLiteral("Download");

    bool operator==(const Words &) const = default;
};

// What the program knows of a story beyond the story itself.
struct Context
{
    QString provenance = {}; // One line, in the person's words: saved by what, when, from where.
    QString date = {}; // The date as people of this desktop write it.
    Words words = {};
    QSet<int> relatedInLibrary = {}; // Which of the related stories the library has, by number.
    // In the program, links of its own do something; in a file they would be dead.
    enum class Place { Program, File };
    Place place = Place::Program;

    bool operator==(const Context &) const = default;
};

// What stands inside the page's <article>: headline, standfirst, byline, date, lead figure, body,
// related stories, source. Every piece of it is escaped or SafeHtml. Links of our own are
// "broadsheet:related/N" for the article's Nth related story when it has no address,
// "broadsheet:copy" for its address, and those of its enclosures.
QString story(const Article &article, const Context &context);

// What a file that belongs to a story is. Others than these are neither shown nor opened.
enum class EnclosureKind { Audio, Video, Picture, Document, Other };
EnclosureKind enclosureKind(const Enclosure &enclosure);

// The addresses of links of our own that play, open or download the article's Nth enclosure.
QString playAddress(int enclosure);
QString downloadAddress(int enclosure);

// What the card of the article's related story of that number says of where it is.
QString relatedFrom(const Article &article, const Context &context, int number);

// The whole page with a story (or an empty one) in it: style sheet, policy and all. Another look is
// another data-theme on <html> and another lookStyle() behind the style sheet.
// `ownStyle` is CSS of the person's own, which stands behind ours and wins.
QString shell(const QString &story, const Look &look, const QString &ownStyle = {});

// The story alone as a self-contained document for export: pictures inside, style included.
QString exported(const Article &article, const Context &context, const Look &look);

// A page without a story: a title and a line or two, as plain text.
QString message(const QString &title, const QString &text);

} // namespace page
