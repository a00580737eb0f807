#pragma once

#include "html/document.h"
#include "model/article.h"

#include <QJsonObject>
#include <QString>

namespace extraction {

// What a page's JSON-LD says of its story, in schema.org's words. https://schema.org/Article
struct StructuredData
{
    QString headline = {};
    QString alternativeHeadline = {};
    QString description = {};
    QList<Author> authors = {};
    QStringList organisations = {}; // Those of the authors that are said to be no persons.
    QString published = {}; // As written.
    QString modified = {};
    QString language = {};
    QString site = {};
    QString url = {};
    QStringList keywords = {};
    QList<Figure> images = {};
    bool article = false; // An Article of some kind was found.
    bool forFree = true;

    bool operator==(const StructuredData &) const = default;
};

// Reads the JSON-LD scripts of a page: single objects, lists and graphs; broken scripts are mended
// where that is safe, otherwise passed over.
StructuredData structuredData(const QStringList &scripts);

} // namespace extraction
