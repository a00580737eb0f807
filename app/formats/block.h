#pragma once

#include "model/article.h"

#include <QList>
#include <QString>

namespace formats {

// A piece of a saved text: what the readers of text and Markdown make of their files, and what a
// story is recognised from.
struct Block
{
    enum class Kind { Paragraph, Heading, List, Quote, Code, Table, Picture, Rule };

    struct Item
    {
        QString text;
        QString html;
        QList<Link> links = {};

        bool operator==(const Item &) const = default;
    };

    Kind kind = Kind::Paragraph;
    QString text = {}; // Plain, one line; of a list its items, one a line.
    QString marked = {}; // The text with what is bold between "**": captions set credits so.
    QString html = {}; // What is inside a paragraph or heading; all of any other block.
    QList<Link> links = {}; // In the text, in order.
    QList<Item> items = {}; // Of a list.
    int level = 0; // Of a heading: 1 to 6.
    Figure figure = {}; // Of a picture.
    bool emphasised = false; // All of it is set in italics.
    bool caption = false; // Its place says that it belongs to the picture above it.
    bool onlyLinks = false; // Nothing stands beside its links.
    bool continues = false; // A line break, not a new paragraph, parts it from the block before.

    bool operator==(const Block &) const = default;
};

using Blocks = QList<Block>;

// A paragraph of plain text, with "*" and "_" around words understood and addresses made links.
Block textParagraph(const QString &text);

// Columns as the programs that wrap lines count them: ideographs take two, marks on letters one.
int columns(QStringView text);

// True when a text ends as sentences do, in any script: "… said.", "…？", "…!»".
bool endsSentence(QStringView text);

// True for ideographs, kana and the like, which are written without spaces.
bool isWideScript(QChar character);

} // namespace formats
