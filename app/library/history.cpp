#include "library/history.h"

#include "library/database.h"
#include "library/feedtable.h"
#include "library/historyrestoring.h"
#include "library/journal.h"
#include "library/limits.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using Action = journal::Entry::Action;

// Looks along the rows of the journal for what a query asks for.
class Listing
{
public:
    Listing(Database &database, const HistoryQuery &query, std::optional<qint64> before)
        : m_database(database)
        , m_lines(database, query.kind, before)
        , m_words(query.words.toCaseFolded().split(u' ', Qt::SkipEmptyParts))
    {
    }

    HistoryPage page(int limit)
    {
        HistoryPage page;
        for (auto seen = 1; auto line = m_lines.next(); ++seen) {
            auto &entry = line->entry;
            if (matches(*line)) {
                entry.restorable = historyrestoring::mayRestore(m_database, *line);
                page.entries.append(entry);
            }
            const auto lookedEnough = !m_words.isEmpty() && seen == limits::historyScanned;
            if (page.entries.size() == limit || lookedEnough) {
                page.next = entry.id;
                break;
            }
        }
        return page;
    }

private:
    struct Names
    {
        QString title;
        QString site;
    };

    std::optional<Names> namesOf(ArticleId story)
    {
        auto query = m_database.query("SELECT title, site FROM articles WHERE id = ?");
        query << qint64(story);
        if (!query.next())
            return std::nullopt;
        auto title = query.text(0);
        if (title.isEmpty())
            title = articletable::title(m_database, story);
        return Names{.title = title, .site = query.text(1)};
    }

    QString nameOf(FeedId feed)
    {
        const auto known = m_names.constFind(feed);
        if (known != m_names.cend())
            return *known;
        return *m_names.insert(feed, feedtable::nameOf(m_database, feed));
    }

    // Fills in what its titles are, and looks for the words in them and around them.
    bool matches(journal::Line &line)
    {
        auto &entry = line.entry;
        if (line.feed != FeedId::None)
            entry.actor = nameOf(line.feed);
        for (const auto feed : std::as_const(line.feeds))
            entry.titles.append(nameOf(feed));
        auto around = entry.titles.join(u'\n') + u'\n' + entry.actor;
        const auto wanted = m_words.isEmpty() ? limits::historyTitles : limits::historySearched;
        QStringList titles;
        for (const auto story : line.first.mid(0, wanted)) {
            const auto names = namesOf(story);
            if (!names)
                continue;
            titles.append(names->title);
            around += u'\n' + names->title + u'\n' + names->site;
        }
        // What the library has forgotten keeps the title it had.
        if (!titles.isEmpty())
            entry.titles = titles.mid(0, limits::historyTitles);
        const auto folded = around.toCaseFolded();
        return std::ranges::all_of(m_words,
                                   [&](const QString &word) { return folded.contains(word); });
    }

    Database &m_database;
    journal::Lines m_lines;
    QStringList m_words;
    QHash<FeedId, QString> m_names;
};

QList<ArticleId> idsOf(const journal::Entry &entry)
{
    auto ids = entry.stories;
    for (const auto &text : entry.texts)
        ids.append(text.story);
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

History::History(Database &database, const QString &file)
    : m_database(database)
    , m_file(file)
{
}

Result<HistoryPage> History::page(const HistoryQuery &query, int limit,
                                  std::optional<qint64> before) const
{
    return attempt(m_file, [&]() -> Result<HistoryPage> {
        const Reading reading(m_database);
        return Listing(m_database, query, before).page(limit);
    });
}

Result<QList<HistoryStory>> History::stories(qint64 entry, int limit, ArticleId after) const
{
    return attempt(m_file, [&]() -> Result<QList<HistoryStory>> {
        const Reading reading(m_database);
        const auto step = journal::find(m_database, entry);
        if (!step)
            return Error{Error::Kind::NotFound, u"no row %1"_s.arg(entry)};
        QSet<ArticleId> retold;
        for (const auto &text : step->entry.texts)
            retold.insert(text.story);
        const auto ids = idsOf(step->entry);
        QList<HistoryStory> stories;
        for (auto id = std::ranges::upper_bound(ids, after);
             id != ids.cend() && stories.size() < limit; ++id)
            stories.append({.id = *id,
                            .title = articletable::title(m_database, *id),
                            .present = articletable::headline(m_database, *id).has_value(),
                            .retold = retold.contains(*id),
                            .restorable = historyrestoring::mayRestore(m_database, *step, *id)});
        return stories;
    });
}

Result<Restored> History::restore(qint64 entry, const QDateTime &now, ArticleId only)
{
    return attempt(m_file, [&]() -> Result<Restored> {
        Transaction transaction(m_database);
        const auto step = journal::find(m_database, entry);
        if (!step)
            return Error{Error::Kind::NotFound, u"no row %1"_s.arg(entry)};
        auto restored = historyrestoring::restore(m_database, *step, only, now);
        if (restored.outcome == Restored::Outcome::Done)
            transaction.commit();
        return restored;
    });
}
