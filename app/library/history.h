#pragma once

#include "base/result.h"
#include "library/library.h"
#include "model/history.h"

#include <QDateTime>
#include <QList>

#include <optional>

class Database;

// What became of bringing something back out of the history.
struct Restored
{
    enum class Outcome {
        Done,
        AlreadySo, // It is as it was before the change anyway.
        StoryForgotten, // The library has the story no longer.
        TextForgotten, // Nor that text of it.
        AddressTaken, // The feed's address is subscribed to by another one.
        Impossible // No change that can be taken back.
    };

    Outcome outcome = Outcome::Impossible;
    // Whether what had been taken back was done again.
    bool again = false;
    Undone undone = {}; // What was taken back or done again now.
};

// What was changed, when and by whom, and the texts that stories had: the part of the Library that
// looks back. Got from Library::history().
class History
{
public:
    History(Database &database, const QString &file);

    // At most `limit` entries that come after `before` (what the page before ended with; nothing to
    // begin with). For words it looks at so many rows at most: a page may then be short or empty
    // and have a next one.
    [[nodiscard]] Result<HistoryPage> page(const HistoryQuery &query, int limit,
                                           std::optional<qint64> before = {}) const;
    // The stories that an entry is about, at most `limit` of those behind `after`.
    [[nodiscard]] Result<QList<HistoryStory>> stories(qint64 entry, int limit,
                                                      ArticleId after = ArticleId::None) const;

    // Takes a change back, whatever came after it, for all its stories or for one; does it again if
    // it was taken back. That is a step by itself.
    Result<Restored> restore(qint64 entry, const QDateTime &now, ArticleId only = ArticleId::None);

    // The texts that a story had, newest first.
    [[nodiscard]] Result<QList<StoryVersion>> versions(ArticleId story) const;
    // The story as it was in one of them.
    [[nodiscard]] Result<StoredArticle> version(ArticleId story, qint64 version) const;
    // Makes one of them the current one: a step.
    Result<LibraryChange> choose(ArticleId story, qint64 version, const QDateTime &now);

private:
    Database &m_database;
    QString m_file; // For errors.
};
