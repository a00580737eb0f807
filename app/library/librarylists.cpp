#include "library/articletable.h"
#include "library/library.h"
#include "library/libraryparts.h"
#include "library/limits.h"
#include "library/searchlist.h"
#include "library/searchplan.h"
#include "library/storedcontent.h"
#include "library/storylist.h"
#include "search/matches.h"

// The functions of Library that list and search.

namespace {

// The passage in which the words stand, where that is not in the excerpt anyway.
void showPassage(Database &database, const search::Matches &matches, Headline &headline)
{
    const auto told = storedcontent::unpack(articletable::content(database, headline.id));
    if (!told)
        return;
    const auto &article = told->article;
    const auto text
        = article.standfirst.isEmpty() ? article.text : article.standfirst + u'\n' + article.text;
    if (auto passage = matches.passage(text, limits::excerptLength); !passage.isEmpty())
        headline.excerpt = std::move(passage);
}

} // namespace

Result<ListPage> Library::list(const StoryQuery &query, int limit,
                               const std::optional<ListCursor> &after) const
{
    return attempt(m->file, [&]() -> Result<ListPage> {
        const Reading reading(*m->database);
        if (searchplan::isSearch(query))
            return searchlist::page(*m->database, query, limit, after);
        return storylist::page(*m->database, query, limit, after);
    });
}

Result<QList<Headline>> Library::headlines(const StoryQuery &query, int limit,
                                           const std::optional<Headline> &after) const
{
    return attempt(m->file, [&]() -> Result<QList<Headline>> {
        const Reading reading(*m->database);
        std::optional<ListCursor> cursor;
        if (after)
            cursor = storylist::cursorAt(*m->database, query, *after);
        if (cursor && searchplan::isSearch(query))
            cursor->moment = stored(after->listed);
        const auto page = searchplan::isSearch(query)
            ? searchlist::page(*m->database, query, limit, cursor)
            : storylist::page(*m->database, query, limit, cursor);
        if (!page)
            return page.error();
        QList<ArticleId> ids;
        for (const auto &story :
             page->stories.first(std::min<qsizetype>(page->stories.size(), limit)))
            ids.append(story.id);
        return articletable::headlines(*m->database, ids);
    });
}

Result<QList<Headline>> Library::headlines(const QList<ArticleId> &ids,
                                           const StoryQuery &listedFor) const
{
    return attempt(m->file, [&]() -> Result<QList<Headline>> {
        const Reading reading(*m->database);
        auto headlines = articletable::headlines(*m->database, ids);
        if (!searchplan::isSearch(listedFor))
            return headlines;
        const auto parsed = searchplan::parsed(listedFor);
        const search::Matches matches(parsed ? *parsed : search::Query());
        if (!matches.isEmpty()) {
            for (auto &headline : headlines)
                showPassage(*m->database, matches, headline);
        }
        return headlines;
    });
}

Result<int> Library::count(const StoryQuery &query, int atMost) const
{
    return attempt(m->file, [&]() -> Result<int> {
        const Reading reading(*m->database);
        if (searchplan::isSearch(query))
            return searchlist::count(*m->database, query, atMost);
        return storylist::count(*m->database, query, atMost);
    });
}
