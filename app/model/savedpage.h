#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QHash>
#include <QString>

// A file inside a saved file or beside it: a picture of the page.
struct Resource
{
    QString mimeType;
    QByteArray bytes;

    bool operator==(const Resource &) const = default;
};

// One page or story as a saved file holds it, whatever the file's format.
struct SavedPage
{
    enum class Content {
        Page, // A whole web page: the story must still be found in it.
        Story // The story's body and nothing else.
    };

    Content content = Content::Page;
    QString html = {}; // As it came: never shown before html::sanitise() has seen it.
    // What the file itself says, by its format: headline, authors, address, saved date, caption …
    // It outranks what extraction finds. `body`, `text` and `pictures` are not filled yet.
    Article stated = {};
    // Whoever the file gives to understand to be the author, a letter's sender: taken where neither
    // the file nor the page says who is.
    QList<Author> presumedAuthors = {};
    // Pictures that came along, by the address the HTML uses for them. One without bytes was lost:
    // its address leads nowhere, on the web either.
    QHash<QString, Resource> resources = {};

    bool operator==(const SavedPage &) const = default;
};
