#pragma once

#include "base/result.h"
#include "model/article.h"

#include <QByteArray>
#include <QString>

// All of a story but its pictures and the file it came from, as one version of it is stored.
namespace storedcontent {

struct Packed
{
    QByteArray content; // Compressed.
    QByteArray hash; // Equal when the same is told, whoever saved it when.
};

Packed pack(const Article &article);
// With the HTML as it came in place of the body.
Packed pack(const Article &article, const QString &html);

struct Unpacked
{
    Article article; // Without `body`, `pictures` and the file of its provenance.
    QString html;
    bool isRaw = false; // As it came from outside; else it was safe when it was packed.
};

// Unreadable content is Error::Kind::Storage.
Result<Unpacked> unpack(const QByteArray &content);

// What the list shows below the headline.
QString excerpt(const Article &article);

// The name of the picture that stands for the story; may be empty.
QString thumbnail(const Article &article);

} // namespace storedcontent
