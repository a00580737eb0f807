#include "library/searchtable.h"

#include "library/database.h"
#include "library/limits.h"
#include "library/searchwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

void bind(Query &query, ArticleId id, const searchtable::Fields &fields)
{
    query << qint64(id) << fields.title << fields.byline << fields.body << fields.captions
          << fields.credits << fields.initials;
    query.run();
}

} // namespace

searchtable::Fields searchtable::fieldsOf(const Article &article)
{
    QStringList captionList{article.lead.caption, article.lead.alt};
    QStringList creditList{article.lead.credit};
    for (const auto &figure : article.figures) {
        captionList << figure.caption << figure.alt;
        creditList << figure.credit;
    }
    const auto title = searchwords::indexable(article.title);
    const auto authors = searchwords::indexable(byline(article.authors));
    const auto body = searchwords::indexable(article.standfirst + u'\n'
                                             + article.text.left(limits::indexedLength));
    const auto captions = searchwords::indexable(captionList.join(u'\n'));
    const auto credits = searchwords::indexable(creditList.join(u'\n'));
    const auto initials = searchwords::initials(title + u'\n' + authors + u'\n' + body + u'\n'
                                                + captions + u'\n' + credits);
    return {.title = title.toStdString(),
            .byline = authors.toStdString(),
            .body = body.toStdString(),
            .captions = captions.toStdString(),
            .credits = credits.toStdString(),
            .initials = initials.toStdString()};
}

void searchtable::insert(Database &database, ArticleId id, const Fields &fields)
{
    auto query = database.query(
        "INSERT INTO search (rowid, title, byline, body, captions, credits, initials) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    bind(query, id, fields);
}

void searchtable::insert(Database &database, ArticleId id, const Article &article)
{
    insert(database, id, fieldsOf(article));
}

void searchtable::remove(Database &database, ArticleId id, const Article &article)
{
    auto query = database.query(
        "INSERT INTO search (search, rowid, title, byline, body, captions, credits, initials) "
        "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)");
    bind(query, id, fieldsOf(article));
}
