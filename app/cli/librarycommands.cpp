#include "cli/commands.h"
#include "cli/endings.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "cli/smartfolders.h"
#include "cli/storylines.h"
#include "library/library.h"

#include <QSet>

#include <functional>

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
    StoryQuery query;
    if (options.has(u"unread"_s))
        query.scope = StoryQuery::Scope::Unread;
    else if (options.has(u"bookmarks"_s))
        query.scope = StoryQuery::Scope::Bookmarks;
    else if (options.has(u"recent"_s))
        query.scope = StoryQuery::Scope::RecentlyOpened;
    const auto name = options.values.value(u"folder"_s);
    return show(options, [&](Library &library) -> Result<StoryQuery> {
        return name.isEmpty() ? query : placeNamed(library, name);
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
    for (const auto id : *ids) {
        if (const auto known = (*library)->headline(id); !known)
            return fail({Error::Kind::NotFound, u"no story has this number"_s,
                         QString::number(qint64(id))});
    }
    const auto changed
        = (*library)->setBookmarked(*ids, !options.has(u"off"_s), QDateTime::currentDateTimeUtc());
    return changed ? Done : fail(changed.error());
}
