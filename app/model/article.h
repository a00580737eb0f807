#pragma once

#include "base/timestamp.h"
#include "model/safehtml.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

struct Author
{
    QString name;
    QUrl url = {}; // May be empty.

    bool operator==(const Author &) const = default;
};

// A picture with what is said of it. Without `src` the words stand alone: the saved file lost the
// picture, but its caption is kept.
struct Figure
{
    QString src = {}; // An absolute address, or a picture's name (see Picture); may be empty.
    QString alt = {};
    QString caption = {}; // Without the credit.
    QString credit = {}; // Without "Photo:" and the like.

    [[nodiscard]] bool isEmpty() const { return *this == Figure(); }
    bool operator==(const Figure &) const = default;
};

struct Link
{
    QString title;
    QUrl url = {}; // Empty where a story is only named.

    bool operator==(const Link &) const = default;
};

// A file that belongs to a story: an episode to hear, a video, a document.
struct Enclosure
{
    QUrl url;
    QString mimeType = {};
    QString title = {};
    qint64 bytes = 0; // 0 where it is not said, as the next.
    int seconds = 0;
    QUrl chapters = {}; // Podcasting 2.0's <podcast:chapters>.

    bool operator==(const Enclosure &) const = default;
};

// A picture that came inside a saved file.
struct Picture
{
    // "broadsheet-media:" and the SHA-256 of the bytes in hex: what `src` says of it everywhere.
    QString name;
    QString mimeType;
    QByteArray bytes;

    bool operator==(const Picture &) const = default;
};

// What is known of the file a story was read from.
struct Provenance
{
    QString format = {}; // "text", "markdown", "html", …: the reader that read it.
    QString savedBy = {}; // The tool that made the file: "SingleFile", "Obsidian Web Clipper", …
    Timestamp savedAt = {};
    QString file = {}; // Absolute path; empty for what was not a file.
    QByteArray fileHash = {}; // SHA-256 of the file's bytes; a renamed file keeps it.

    bool operator==(const Provenance &) const = default;
};

// A story, whatever it came from. Fields that the source does not give stay empty: nothing is
// guessed.
struct Article
{
    QUrl url = {};
    QString title = {};
    QString standfirst = {};
    QList<Author> authors = {};
    Timestamp published = {};
    Timestamp modified = {};
    QString language = {}; // BCP 47: "en", "pt-BR".
    QString site = {}; // The outlet: "The Example Times".
    QStringList tags = {};
    Figure lead = {}; // Not repeated in the body.
    QList<Figure> figures = {}; // Those in the body, in order.
    QList<Link> related = {}; // Those in the body (as <aside class="related">) first, in order.
    QList<Enclosure> enclosures = {};
    QUrl comments = {}; // Where readers talk about it.
    SafeHtml body = {}; // Without headline, byline, date and lead figure.
    QString text = {}; // The body in plain text: one block a line, a blank line between blocks.
    QList<Picture> pictures = {};
    Provenance provenance = {};
    QStringList warnings = {}; // What is missing or was mended, in English, for the curious.

    bool operator==(const Article &) const = default;
};

// "A, B and C" without the words, for lists and searches: names joined by commas.
QString byline(const QList<Author> &authors);
