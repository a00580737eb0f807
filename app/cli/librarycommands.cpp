#include "cli/commands.h"
#include "cli/libraryoption.h"
#include "cli/output.h"
#include "library/library.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 50;
constexpr int mostListed = 100'000;
// Columns of the list that people read.
constexpr int idWidth = 6;
constexpr int dateWidth = 10;

cli::ExitCode fail(const Error &error)
{
    cli::complain(error);
    return cli::Failed;
}

cli::ExitCode misused(const QString &what)
{
    cli::complain(what);
    return cli::Failed;
}

QString asJson(const Headline &headline)
{
    QJsonObject object{{u"id"_s, qint64(headline.id)},
                       {u"title"_s, headline.title},
                       {u"read"_s, headline.read},
                       {u"bookmarked"_s, headline.bookmarked()}};
    if (!headline.site.isEmpty())
        object.insert(u"site"_s, headline.site);
    if (!headline.byline.isEmpty())
        object.insert(u"byline"_s, headline.byline);
    if (headline.published.isValid())
        object.insert(u"date_published"_s, headline.published.toRfc3339());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// "    17 *•  2021-12-04  Headline – Outlet": * is bookmarked, • is unread.
QString asLine(const Headline &headline)
{
    auto line = QString::number(qint64(headline.id)).rightJustified(idWidth) + u' '
        + (headline.bookmarked() ? u'*' : u' ') + (headline.read ? u' ' : u'•') + "  "_L1
        + headline.published.date.toString(Qt::ISODate).leftJustified(dateWidth) + "  "_L1
        + headline.title;
    if (!headline.site.isEmpty())
        line += u" – "_s + headline.site;
    return line;
}

cli::ExitCode show(const cli::Options &options, const StoryQuery &query)
{
    auto valid = true;
    const auto limit
        = options.has(u"limit"_s) ? options.values.value(u"limit"_s).toInt(&valid) : defaultLimit;
    if (!valid || limit < 1 || limit > mostListed)
        return misused(u"--limit takes a number from 1 to %1"_s.arg(mostListed));
    const auto library = cli::openLibrary(options, Library::Access::ReadOnly);
    if (!library)
        return fail(library.error());
    const auto headlines = (*library)->headlines(query, limit);
    if (!headlines)
        return fail(headlines.error());
    for (const auto &headline : *headlines)
        cli::printLine(options.has(u"json"_s) ? asJson(headline) : asLine(headline));
    return cli::Done;
}

Result<QList<ArticleId>> idsOf(const QStringList &operands)
{
    QList<ArticleId> ids;
    for (const auto &operand : operands) {
        auto valid = false;
        const auto number = operand.toLongLong(&valid);
        if (!valid || number < 1)
            return Error{Error::Kind::Refused, u"not a story's number"_s, operand};
        ids.append(ArticleId(number));
    }
    return ids;
}

} // namespace

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
    return show(options, query);
}

cli::ExitCode cli::search(const Options &options)
{
    const auto words = options.operands.join(u' ').trimmed();
    if (words.isEmpty())
        return misused(u"search needs words; see broadsheet-cli --help"_s);
    return show(options, {.words = words});
}

cli::ExitCode cli::bookmark(const Options &options)
{
    const auto ids = idsOf(options.operands);
    if (!ids)
        return fail(ids.error());
    if (ids->isEmpty())
        return misused(u"bookmark needs a story's number; see broadsheet-cli list"_s);
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
