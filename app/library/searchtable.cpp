#include "library/searchtable.h"

#include "library/database.h"
#include "library/limits.h"
#include "search/searchwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

const std::string insertion
    = "INSERT INTO search (rowid, title, byline, body, captions, credits, initials) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)";
const std::string removal
    = "INSERT INTO search (search, rowid, title, byline, body, captions, credits, initials) "
      "VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)";

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

void searchtable::Changes::insert(ArticleId id, Fields fields)
{
    m_changes.push_back({.kind = Kind::Insert, .id = id, .fields = std::move(fields)});
}

void searchtable::Changes::remove(ArticleId id, const Article &article)
{
    m_changes.push_back({.kind = Kind::Remove, .id = id, .fields = fieldsOf(article)});
}

void searchtable::Changes::write(Database &database)
{
    for (const auto &change : m_changes) {
        auto query = database.query(change.kind == Kind::Insert ? insertion : removal);
        query << qint64(change.id) << change.fields.title << change.fields.byline
              << change.fields.body << change.fields.captions << change.fields.credits
              << change.fields.initials;
        query.run();
    }
    m_changes.clear();
}

bool searchtable::merge(Database &database, int pages)
{
    const auto before = database.handle().getTotalChanges();
    auto query = database.query("INSERT INTO search (search, rank) VALUES ('merge', ?)");
    query << pages;
    query.run();
    // As FTS5 documents it: the command by itself counts as one change.
    return database.handle().getTotalChanges() - before >= 2;
}

int searchtable::pieces(Database &database)
{
    int count = 0;
    for (qint64 last = 0;; ++count) {
        auto query
            = database.query("SELECT segid FROM search_idx WHERE segid > ? ORDER BY segid LIMIT 1");
        query << last;
        if (!query.next())
            return count;
        last = query.number(0);
    }
}
