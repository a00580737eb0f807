#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/searchwords.h"
#include "cli/storylines.h"
#include "library/library.h"
#include "search/matches.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

using search::Matches;
using search::Term;

// A shell takes the quotes away: an argument with blanks among others stood in some.
QString typedIn(const QStringList &operands)
{
    if (operands.size() == 1)
        return operands.first().trimmed();
    QStringList typed;
    for (const auto &operand : operands) {
        const auto colon = operand.indexOf(u':');
        const auto blank = operand.indexOf(u' ');
        if (blank < 0 || operand.contains(u'"') || operand.contains(u'('))
            typed.append(operand);
        else if (colon >= 0 && colon < blank)
            typed.append(operand.left(colon + 1) + u'"' + operand.mid(colon + 1) + u'"');
        else
            typed.append(u'"' + operand + u'"');
    }
    return typed.join(u' ').trimmed();
}

std::optional<StoryQuery::Order> orderFrom(const cli::Options &options)
{
    const auto name = options.values.value(u"order"_s, u"relevance"_s);
    if (name == "relevance"_L1)
        return StoryQuery::Order::Relevance;
    if (name == "newest"_L1)
        return StoryQuery::Order::Newest;
    if (name == "oldest"_L1)
        return StoryQuery::Order::Oldest;
    return std::nullopt;
}

// [[at, length] …] in characters, as other programs count them.
QJsonArray places(const Matches &matches, const QString &text)
{
    const auto characters = [&](qsizetype from, qsizetype length) {
        return qint64(QStringView(text).sliced(from, length).toUcs4().size());
    };
    QJsonArray list;
    const auto ranges = matches.in(text);
    for (const auto &range : ranges)
        list.append(QJsonArray{characters(0, range.at), characters(range.at, range.length)});
    return list;
}

QJsonObject withMatches(const Headline &headline, const search::Query &query)
{
    auto object = cli::asJson(headline);
    if (!headline.excerpt.isEmpty())
        object.insert(u"excerpt"_s, headline.excerpt);
    QJsonObject matches;
    const auto add = [&](const QString &name, const QString &text, const QList<Term::Kind> &kinds) {
        const auto found = places(Matches(query, kinds), text);
        if (!found.isEmpty())
            matches.insert(name, found);
    };
    add(u"title"_s, headline.title, {Term::Kind::Title});
    add(u"site"_s, headline.site, {Term::Kind::From});
    add(u"byline"_s, headline.byline, {Term::Kind::By});
    add(u"excerpt"_s, headline.excerpt, {Term::Kind::Caption, Term::Kind::Credit});
    if (!matches.isEmpty())
        object.insert(u"matches"_s, matches);
    return object;
}

cli::ExitCode count(const Library &library, const StoryQuery &query)
{
    const auto number = library.count(query, std::numeric_limits<int>::max());
    if (!number)
        return fail(number.error());
    cli::printLine(QString::number(*number));
    return cli::Done;
}

} // namespace

cli::ExitCode cli::search(const Options &options)
{
    const auto words = typedIn(options.operands);
    if (words.isEmpty())
        return misused(u"search needs words"_s);
    const auto order = orderFrom(options);
    if (!order)
        return misused(u"--order takes relevance, newest or oldest"_s);
    const auto limit = limitFrom(options);
    if (!limit)
        return misused(limitWanted());
    const auto understood = search::parse(words, QDate::currentDate());
    if (understood.problem) {
        complain(u"search: "_s + sentence(*understood.problem));
        complainBelow(pointedAt(words, *understood.problem));
        return Failed;
    }
    const auto library = openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const StoryQuery query{.words = words, .order = *order};
    if (options.has(u"count"_s))
        return count(**library, query);
    const auto page = (*library)->list(query, *limit);
    if (!page)
        return fail(page.error());
    QList<ArticleId> ids;
    // The best matches come all at once.
    for (const auto &story : page->stories.first(std::min<qsizetype>(*limit, page->stories.size())))
        ids.append(story.id);
    const auto headlines = (*library)->headlines(ids, query);
    if (!headlines)
        return fail(headlines.error());
    for (const auto &headline : *headlines) {
        printLine(options.has(u"json"_s) ? jsonLine(withMatches(headline, understood))
                                         : asLine(headline));
    }
    return Done;
}
