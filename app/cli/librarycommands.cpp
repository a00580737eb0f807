#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/smartfolders.h"
#include "cli/storylines.h"
#include "library/library.h"
#include "search/places.h"

#include <QSet>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using cli::fail;
using cli::misused;

namespace {

using Place = std::function<Result<StoryQuery>(Library &)>;

cli::ExitCode show(const cli::Options &options, const Place &place)
{
    const auto limit = cli::limitFrom(options);
    if (!limit)
        return misused(cli::limitWanted());
    const auto library = cli::openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const auto query = place(**library);
    if (!query)
        return fail(query.error());
    const auto headlines = (*library)->headlines(*query, *limit);
    if (!headlines)
        return fail(headlines.error());
    for (const auto &headline : *headlines)
        cli::printLine(options.has(u"json"_s) ? cli::jsonLine(cli::asJson(headline))
                                              : cli::asLine(headline));
    return cli::Done;
}

// What the options ask of a story, as a search: each leaves fewer of them.
QString conditionsIn(const cli::Options &options)
{
    QStringList conditions;
    for (const auto &[option, condition] :
         {std::pair(u"unread"_s, u"is:unread"_s), std::pair(u"bookmarks"_s, u"is:bookmarked"_s),
          std::pair(u"recent"_s, u"is:opened"_s)}) {
        if (options.has(option))
            conditions.append(condition);
    }
    return conditions.join(u' ');
}

// Those that are there; says which are not.
Result<QList<ArticleId>> knownOf(const QList<ArticleId> &ids, const Library &library)
{
    QList<ArticleId> known;
    for (const auto id : ids) {
        const auto headline = library.headline(id);
        if (headline)
            known.append(id);
        else if (headline.error().kind == Error::Kind::NotFound)
            cli::complain({Error::Kind::NotFound, u"no story has this number"_s,
                           QString::number(qint64(id))});
        else
            return headline.error();
    }
    return known;
}

} // namespace

Result<QList<ArticleId>> cli::idsOf(const QStringList &operands)
{
    QList<ArticleId> ids;
    QSet<qint64> known;
    for (const auto &operand : operands) {
        auto valid = false;
        const auto number = operand.toLongLong(&valid);
        if (!valid || number < 1)
            return Error{Error::Kind::Refused, u"not a story's number"_s, operand};
        if (!known.contains(number))
            ids.append(ArticleId(number));
        known.insert(number);
    }
    return ids;
}

cli::ExitCode cli::list(const Options &options)
{
    if (!options.operands.isEmpty())
        return misused(u"list takes no words; search does"_s);
    const auto name = options.values.value(u"folder"_s).simplified();
    if (options.has(u"folder"_s) && name.isEmpty())
        return misused(u"--folder takes the name of a smart folder; folders lists them"_s);
    return show(options, [&](Library &library) -> Result<StoryQuery> {
        if (name.isEmpty())
            return search::placeOf(conditionsIn(options));
        auto place = placeNamed(library, name);
        if (place)
            place->words = conditionsIn(options);
        return place;
    });
}

cli::ExitCode cli::bookmark(const Options &options)
{
    const auto ids = cli::idsOf(options.operands);
    if (!ids)
        return fail(ids.error());
    if (ids->isEmpty())
        return misused(u"bookmark needs a story’s number, as broadsheet-cli list tells"_s);
    const auto library = cli::openLibrary(options, Library::Access::ReadWrite);
    if (!library)
        return fail(library.error());
    const auto known = knownOf(*ids, **library);
    if (!known)
        return fail(known.error());
    if (known->isEmpty())
        return Failed;
    const auto changed = (*library)->setBookmarked(*known, !options.has(u"off"_s),
                                                   QDateTime::currentDateTimeUtc());
    if (!changed)
        return fail(changed.error());
    return known->size() == ids->size() ? Done : SomeFailed;
}
