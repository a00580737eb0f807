#include "library/articletable.h"
#include "library/database.h"
#include "library/feedentrytable.h"
#include "library/feedtable.h"
#include "library/history.h"
#include "library/journal.h"
#include "library/searchtable.h"
#include "library/storedcontent.h"
#include "library/storyversions.h"

// The functions of History that are about the texts a story had.

using namespace Qt::StringLiterals;

namespace {

Error noText(ArticleId story, qint64 version)
{
    return {.kind = Error::Kind::NotFound,
            .detail = u"no text %1 of story %2"_s.arg(version).arg(qint64(story))};
}

} // namespace

Result<QList<StoryVersion>> History::versions(ArticleId story) const
{
    return attempt(m_file, [&]() -> Result<QList<StoryVersion>> {
        const Reading reading(m_database);
        const auto current = articletable::currentVersion(m_database, story);
        QList<StoryVersion> versions;
        auto row = m_database.query("SELECT id, stored, origin, feed, content FROM versions "
                                    "WHERE article = ? ORDER BY id DESC");
        row << qint64(story);
        while (row.next()) {
            const auto told = storedcontent::unpack(row.blob(4));
            versions.append({.id = row.number(0),
                             .stored = moment(row.number(1)),
                             .source = StoryVersion::Source(row.number(2)),
                             .feed = feedtable::nameOf(m_database, FeedId(row.number(3))),
                             .length = told ? told->article.text.size() : 0,
                             .current = row.number(0) == current});
        }
        return versions;
    });
}

Result<StoredArticle> History::version(ArticleId story, qint64 version) const
{
    return attempt(m_file, [&]() -> Result<StoredArticle> {
        const auto content = articletable::content(m_database, story, version);
        const auto headline = articletable::headline(m_database, story);
        if (content.isEmpty() || !headline)
            return noText(story, version);
        auto told = storedcontent::unpack(content);
        if (!told)
            return told.error();
        return StoredArticle{.headline = *headline,
                             .article = std::move(told->article),
                             .html = std::move(told->html),
                             .isRaw = told->isRaw,
                             .position = {},
                             .feeds = feedtable::feedsOf(m_database, story)};
    });
}

Result<LibraryChange> History::choose(ArticleId story, qint64 version, const QDateTime &now)
{
    return attempt(m_file, [&]() -> Result<LibraryChange> {
        Transaction transaction(m_database);
        const auto before = articletable::currentVersion(m_database, story);
        if (before == version)
            return LibraryChange();
        searchtable::Changes index;
        if (!articletable::headline(m_database, story)
            || !storyversions::choose(m_database, index, story, version))
            return noText(story, version);
        index.write(m_database);
        auto headline = articletable::headline(m_database, story);
        journal::append(m_database,
                        {.action = journal::Entry::Action::ChooseText,
                         .title = headline ? headline->title : QString(),
                         .texts = {{.story = story, .before = before, .after = version}}},
                        journal::Kind::Step, now);
        LibraryChange change{.texts = {story},
                             .feeds = feedentrytable::anyListed(m_database, {story})};
        if (headline)
            change.changed = {*std::move(headline)};
        transaction.commit();
        return change;
    });
}
