#pragma once

#include "library/articletable.h"
#include "library/searchtable.h"
#include "library/storedcontent.h"
#include "model/article.h"

#include <QDateTime>
#include <QString>

class Database;

// The versions of stories: what a story told before stays when it tells something else. `index` is
// to be written when all is done.
namespace storyversions {

// A version made ready for the library: all that takes time and needs no database.
struct Ready
{
    articletable::Description description;
    storedcontent::Packed packed;
    searchtable::Fields fields;
};
Ready ready(const Article &article);
// With the HTML as it came in place of the body.
Ready ready(const Article &article, const QString &html);

// A story that was not there, and its place in lists: at the moment wanted, or closely behind it.
searchtable::Place add(Database &database, searchtable::Changes &index, const Ready &version,
                       const QDateTime &now, const QDateTime &listed,
                       const articletable::Origin &origin = {});

// A new version of a story that is there already; answers whether it differs.
bool renew(Database &database, searchtable::Changes &index, ArticleId id, const Ready &version,
           const QDateTime &now, const articletable::Origin &origin = {});

// Makes one of a story's versions the current one; false when it is so already, or is gone.
bool choose(Database &database, searchtable::Changes &index, ArticleId id, qint64 version);

} // namespace storyversions
