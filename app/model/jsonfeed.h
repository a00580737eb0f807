#pragma once

#include "model/article.h"

#include <QByteArray>
#include <QJsonObject>

namespace jsonfeed {

// The article as one JSON Feed 1.1 item with our `_broadsheet` extension. Pictures that came with
// it are written as data: URIs. What is not known is left out.
// https://www.jsonfeed.org/version/1.1/
QJsonObject item(const Article &article);

// Several articles as one JSON Feed 1.1.
QJsonObject feed(const QString &title, const QList<Article> &articles);

// `html` with every picture's name replaced by a data: URI of its bytes.
QString withDataUris(QString html, const QList<Picture> &pictures);

} // namespace jsonfeed
