#pragma once

#include "html/document.h"
#include "model/savedpage.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace html {

// The pictures that came with a page: those in data: URIs and those the file carried beside it.
struct EmbeddedPictures
{
    QList<Picture> pictures;
    // Address as the page writes it → picture's name; an empty one for a picture that was lost.
    QHash<QString, QString> names;
};

// Collects them from the <img>, <source> and <picture> of a page, each once. Only what is a picture
// by its first bytes is taken, within limits. `also` are further addresses, of pictures that the
// file names outside the page.
EmbeddedPictures embeddedPictures(const Node &root, const QHash<QString, Resource> &resources,
                                  const QStringList &also = {});

// The picture of these bytes, named by their SHA-256; nothing when they are no picture we show.
std::optional<Picture> picture(const QByteArray &bytes);

// Decodes a data: URI (RFC 2397); nothing when it is malformed or too large.
std::optional<Resource> dataUri(const QString &uri);

} // namespace html
