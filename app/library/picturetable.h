#pragma once

#include "model/article.h"
#include "model/headline.h"

#include <QByteArray>
#include <QList>
#include <QString>

class Database;

// Which pictures there are and which stories use them; mediastore has their bytes.
namespace picturetable {

void insert(Database &database, const Picture &picture);
// One that a story uses.
void insert(Database &database, ArticleId id, const Picture &picture);
QList<QByteArray> picturesOf(Database &database, ArticleId id);
// Forgets a picture that no story and no feed uses any longer.
void removeUnused(Database &database, const QByteArray &hash);
QString mimeType(Database &database, const QByteArray &hash); // Empty when it is unknown.

} // namespace picturetable
