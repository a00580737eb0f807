#pragma once

#include "model/article.h"
#include "page/hyphens.h"

#include <QList>
#include <QString>

namespace printing {

// Letters of a paragraph that are set in another way, or lead somewhere.
struct Span
{
    int at = 0;
    int length = 0;
    bool bold = false;
    bool italic = false;
    bool code = false;
    bool raised = false;
    bool lowered = false;
    bool struck = false; // No longer holds.
    bool marked = false;
    QString address = {}; // Of what they lead to; may be empty.

    bool operator==(const Span &) const = default;
};

// Of a table.
struct Cell
{
    enum class Edge { Start, Left, Centre, Right };

    QString text = {};
    QList<Span> spans = {};
    bool head = false;
    int columns = 1; // That it takes,
    int rows = 1;
    Edge edge = Edge::Start; // That its lines stand at.

    bool operator==(const Cell &) const = default;
};
using Row = QList<Cell>;

struct Paragraph
{
    enum class Role {
        Text,
        Heading,
        Subheading,
        Quote,
        Item,
        Code,
        Picture, // `text` is its caption.
        Table, // `rows`; `text` is its caption.
        Ornament, // Between two parts of a story.
        Label, // Above what is not the story itself.
        Footnote, // Of the story's own, "1." its marker.
        Note // Of ours, below the story.
    };

    Role role = Role::Text;
    QString text = {};
    QList<Span> spans = {};
    QString marker = {}; // "•" or "3."
    int depth = 0; // Of lists and quotations within each other.
    QString picture = {}; // Its name.
    QString credit = {};
    QList<Row> rows = {};

    bool operator==(const Paragraph &) const = default;
};

// A story as it is set on paper: without anything that only a screen can do.
struct Manuscript
{
    QString outlet = {};
    QString title = {};
    QString standfirst = {};
    QString byline = {}; // With its date.
    QString date = {};
    QUrl url = {};
    bool rightToLeft = false;
    bool slants = true; // Its script has italics.
    QString language = {};
    Paragraph lead = {}; // A picture; without a name where there is none, then perhaps words alone.
    QList<Paragraph> body = {};
};

// What is printed of a story, and the words that are not its own.
struct Wishes
{
    bool pictures = true;
    bool links = true; // As notes at its end.
    bool related = true;
    QString date = {}; // As people write it.
    QString byline = {}; // "By Ada Marsh"
    QString linksLabel = {};
    QString relatedLabel = {};
    QString sourceLabel = {};
};

// Pure; slow for long stories: for the pool. With patterns, running text has a soft hyphen wherever
// a word of it may break.
Manuscript manuscript(const Article &article, const Wishes &wishes,
                      const page::Patterns &patterns = {},
                      page::Division division = page::Division::Ready);

} // namespace printing
