#include "library/searchplan.h"

#include "library/database.h"
#include "library/searchexpression.h"
#include "library/searchfacts.h"
#include "search/matches.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {

using search::Node;
using search::Term;
using searchexpression::Within;

// A story is listed when it was published, but for what came from a file, and for clocks that go
// wrong by a zone.
constexpr qint64 margin = qint64(48) * 60 * 60 * 1000;

// Feeds that somebody calls otherwise than they do themselves.
QStringList renamedOutlets(Database &database, const Term &from)
{
    const search::Matches matches(
        {.root = {.children = {{.kind = Node::Kind::Term, .term = from}}}}, {from.kind});
    QStringList result;
    auto query = database.query("SELECT title, ownTitle FROM feeds "
                                "WHERE title <> '' AND ownTitle <> '' AND title <> ownTitle");
    while (query.next()) {
        if (!matches.in(query.text(0)).isEmpty())
            result << query.text(1);
    }
    return result;
}

// Conditions on rows, one after the other.
class Conditions
{
public:
    Conditions(SearchPlan &plan, const searchexpression::Outlets &outlets)
        : m_plan(plan)
        , m_outlets(outlets)
    {
    }

    void require(const Node &node)
    {
        const auto sql = of(node);
        m_plan.conditions += (m_plan.conditions.empty() ? "" : " AND ") + sql;
    }

private:
    std::string of(const Node &node)
    {
        if (const auto expression = searchexpression::of(node, Within::Anywhere, m_outlets)) {
            m_plan.values.emplace_back(*expression);
            const std::string table = SearchPlan::shardMark;
            return "EXISTS (SELECT 1 FROM " + table + " WHERE " + table + " MATCH ? AND " + table
                + ".rowid = articles.listed)";
        }
        switch (node.kind) {
        case Node::Kind::Term:
            return ofTerm(node.term);
        case Node::Kind::Not:
            return "NOT " + of(node.children.first());
        case Node::Kind::All:
            return joined(node.children, " AND ");
        case Node::Kind::Any:
            break;
        }
        return joined(node.children, " OR ");
    }

    std::string joined(const QList<Node> &nodes, const char *word)
    {
        std::string sql = "(";
        for (const auto &node : nodes)
            sql += (sql.size() > 1 ? word : "") + of(node);
        return sql + ")";
    }

    std::string ofTerm(const Term &term)
    {
        switch (term.kind) {
        case Term::Kind::Unread:
            return "articles.read = 0";
        case Term::Kind::Read:
            return "articles.read <> 0";
        case Term::Kind::Bookmarked:
            return "articles.bookmarked > 0";
        case Term::Kind::Started:
            return "articles.started > 0";
        case Term::Kind::Opened:
            return "articles.opened > 0";
        case Term::Kind::Before:
            return published("<", term.date);
        case Term::Kind::Since:
            return published(">=", term.date);
        case Term::Kind::New:
            m_plan.values.emplace_back(term.date.startOfDay().toMSecsSinceEpoch());
            return "articles.listed >= ?";
        default:
            return "1";
        }
    }

    // By the moment where one is told, by the day where only that is; otherwise by when it came.
    std::string published(const std::string &comparison, const QDate &date)
    {
        const auto midnight = date.startOfDay().toMSecsSinceEpoch();
        m_plan.values.emplace_back(midnight);
        m_plan.values.emplace_back(date.toString(Qt::ISODate));
        m_plan.values.emplace_back(midnight / 1000);
        return "CASE WHEN articles.published = '' THEN articles.listed " + comparison
            + " ? WHEN length(articles.published) <= 10 THEN articles.published " + comparison
            + " ? ELSE CAST(strftime('%s', articles.published) AS INTEGER) " + comparison
            + " ? END";
    }

    SearchPlan &m_plan;
    const searchexpression::Outlets &m_outlets;
};

void append(QString &expression, const QString &more)
{
    expression = expression.isEmpty() ? more : u'(' + expression + u") AND "_s + more;
}

// What the index knows of dates narrows the search, though it does not decide it.
void narrow(SearchPlan &plan, const Node &node)
{
    if (node.kind != Node::Kind::Term)
        return;
    const auto &term = node.term;
    if (term.kind == Term::Kind::Since)
        plan.since = std::max(plan.since, term.date.startOfDay().toMSecsSinceEpoch() - margin);
    if (term.kind == Term::Kind::New)
        plan.since = std::max(plan.since, term.date.startOfDay().toMSecsSinceEpoch());
    if (term.kind != Term::Kind::Before)
        return;
    const auto dates = searchexpression::anyFact(
        searchfacts::publishedUntilYear(term.date.addDays(-1).year()) << searchfacts::undated());
    append(plan.match, dates);
    append(plan.gate, dates);
    if (!plan.titles.isEmpty())
        append(plan.titles, dates);
}

} // namespace

std::string SearchPlan::conditionsFor(const std::string &table) const
{
    auto sql = conditions;
    const std::string mark = shardMark;
    for (auto at = sql.find(mark); at != std::string::npos; at = sql.find(mark, at + table.size()))
        sql.replace(at, mark.size(), table);
    return sql;
}

bool searchplan::isSearch(const StoryQuery &query)
{
    return !query.words.trimmed().isEmpty() || !query.filter.trimmed().isEmpty();
}

Result<search::Query> searchplan::parsed(const StoryQuery &query)
{
    search::Query both;
    for (const auto &text : {query.filter, query.words}) {
        // The end of what is typed may go on; only a whole search is asked for what is wrong.
        auto one = search::parse(text, QDate::currentDate(), search::Typing::GoesOn);
        if (one.problem)
            return Error{Error::Kind::Malformed, one.problem->text};
        both.root.children += one.root.children;
    }
    return both;
}

SearchPlan searchplan::of(Database &database, const Node &root)
{
    const searchexpression::Outlets outlets
        = [&](const Term &from) { return renamedOutlets(database, from); };
    SearchPlan plan;
    Conditions conditions(plan, outlets);
    QList<Node> known; // By the index.
    for (const auto &node : root.children) {
        if (searchexpression::of(node, Within::Anywhere, outlets))
            known << node;
        else
            conditions.require(node);
    }
    if (!known.isEmpty()) {
        plan.match = searchexpression::all(known, Within::Anywhere, outlets).value_or(QString());
        plan.titles = searchexpression::all(known, Within::Title, outlets).value_or(QString());
        plan.gate = searchexpression::whole(known, outlets);
        if (plan.titles == plan.match)
            plan.titles.clear();
    }
    for (const auto &node : root.children)
        narrow(plan, node);
    if (plan.gate == plan.match)
        plan.gate.clear();
    if (plan.match.isEmpty() && plan.asksShard())
        plan.match = searchexpression::anyFact({searchfacts::everything()});
    return plan;
}
