#include "library/searchtable.h"

#include "library/database.h"
#include "library/limits.h"
#include "library/searchwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

struct Fields
{
    QString title;
    QString byline;
    QString body;
    QString captions;
    QString credits;
    QString initials;
};

Fields fieldsOf(const Article &article)
{
    QStringList captions{article.lead.caption, article.lead.alt};
    QStringList credits{article.lead.credit};
    for (const auto &figure : article.figures) {
        captions << figure.caption << figure.alt;
        credits << figure.credit;
    }
    const auto body = article.standfirst + u'\n' + article.text.left(limits::indexedLength);
    Fields fields{.title = searchwords::indexable(article.title),
                  .byline = searchwords::indexable(byline(article.authors)),
                  .body = searchwords::indexable(body),
                  .captions = searchwords::indexable(captions.join(u'\n')),
                  .credits = searchwords::indexable(credits.join(u'\n'))};
    fields.initials
        = searchwords::initials(fields.title + u'\n' + fields.byline + u'\n' + fields.body + u'\n'
                                + fields.captions + u'\n' + fields.credits);
    return fields;
}

void bind(Query &query, ArticleId id, const Fields &fields)
{
    query << qint64(id) << fields.title << fields.byline << fields.body << fields.captions
          << fields.credits << fields.initials;
    query.run();
}

} // namespace

void searchtable::insert(Database &database, ArticleId id, const Article &article)
{
    auto query = database.query(
        "INSERT INTO search (rowid, title, byline, body, captions, credits, initials) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    bind(query, id, fieldsOf(article));
}

void searchtable::remove(Database &database, ArticleId id, const Article &article)
{
    auto query = database.query(
        "INSERT INTO search (search, rowid, title, byline, body, captions, credits, initials) "
        "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)");
    bind(query, id, fieldsOf(article));
}
