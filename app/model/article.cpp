#include "model/article.h"

using namespace Qt::StringLiterals;

QString byline(const QList<Author> &authors)
{
    QStringList names;
    names.reserve(authors.size());
    for (const auto &author : authors)
        names.append(author.name);
    return names.join(u", "_s);
}
