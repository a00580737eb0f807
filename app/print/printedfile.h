#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QString>

// What a file of printed pages holds, as broadsheet-pdf tells it to the program that asked. Places
// are in points (1/72 inch) from the page's top left corner.
namespace print {

struct Font
{
    QString name = {}; // As the file names it: "LiberationSerif-Bold"; may be empty.
    double size = 0; // In points. Fonts drawn glyph by glyph (Type 3) tell a wrong one.

    bool operator==(const Font &) const = default;
};

// Letters without a space between them, in the order they are read, whatever way they run.
struct Word
{
    QString text = {};
    QRectF box = {};
    qint32 font = -1; // Into the page's fonts; -1 when unknown.
    qint32 line = 0; // Counted from the page's beginning.

    bool operator==(const Word &) const = default;
};

struct Link
{
    QRectF area = {};
    QString address = {};

    bool operator==(const Link &) const = default;
};

// A place where a picture is drawn that is large enough to be no icon. Its bytes come later, if
// they come.
struct PicturePlace
{
    qint32 id = 0; // Of the picture on its page.
    QRectF area = {};

    bool operator==(const PicturePlace &) const = default;
};

struct Page
{
    double width = 0;
    double height = 0;
    QList<Font> fonts = {};
    QList<Word> words = {};
    QList<Link> links = {};
    QList<PicturePlace> pictures = {};

    bool operator==(const Page &) const = default;
};

struct Picture
{
    qint32 page = 0; // From 0.
    qint32 id = 0;
    QString mimeType = {};
    QByteArray bytes = {};

    bool operator==(const Picture &) const = default;
};

// What the file says of itself.
struct About
{
    qint32 pages = 0; // All of the file, also those that are not read.
    QString title = {};
    QString author = {};
    QString keywords = {};
    QString program = {}; // That wrote the text …
    QString producer = {}; // … and that made the file of it.
    QDateTime created = {}; // May be invalid.

    bool operator==(const About &) const = default;
};

struct File
{
    About about = {};
    QList<Page> pages = {};
    QList<Picture> pictures = {};
    bool complete = false; // Neither the time nor the memory ran out.

    bool operator==(const File &) const = default;
};

} // namespace print
